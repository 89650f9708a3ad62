import { listHostSuggestions } from '#dispatch/host-queries.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { listFrequentNeeds } from '../scouting-entry-queries.server.ts';
import { listCoordinators } from '../scouting-visit-queries.server.ts';

/** Words offered while a visit is typed: hosts, municipalities, trades, coordinators. */
export async function suggestForVisit(
  ctx: Context,
  fiscalYear: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  requirePermission(ctx, 'scouting.write');
  return {
    host: await listHostSuggestions(ctx.db),
    municipalityCode: listMunicipalities(ctx.corner).map(({ code, name }) => `${code} ${name}`),
    needs: listTrades(ctx.today()).map(({ name }) => name),
    coordinator: await listCoordinators(ctx, fiscalYear),
  };
}

/** Names of the trades that firms asked for most, to be tapped instead of typed. */
export async function offerNeeds(ctx: Context, fiscalYear: number): Promise<readonly string[]> {
  const codes = await listFrequentNeeds(ctx, fiscalYear);
  const trades = listTrades(ctx.today());
  return codes.flatMap((code) => trades.find((trade) => trade.code === code)?.name ?? []);
}

/** Words offered while a lead is typed. */
export async function suggestForLead(ctx: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  requirePermission(ctx, 'scouting.write');
  return {
    organizationNumber: await listHostSuggestions(ctx.db),
    municipalityCode: listMunicipalities(ctx.corner).map(({ code, name }) => `${code} ${name}`),
    trades: listTrades(ctx.today()).map(({ name }) => name),
  };
}

/** Words offered while a territory is typed. */
export async function suggestForTerritory(
  ctx: Context,
  fiscalYear: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  requirePermission(ctx, 'scouting.write');
  return {
    coordinator: await listCoordinators(ctx, fiscalYear),
    municipalities: listMunicipalities(ctx.corner).map(({ code, name }) => `${code} ${name}`),
  };
}
