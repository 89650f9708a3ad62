import { NotFound } from '#platform/errors.server.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { getVisitFormHelp } from '#schedule/visit-form-queries.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { boothLines } from '../domain/booth.ts';
import { outreachKinds, type OutreachKind } from '../domain/outreach-kind.ts';

/** The kind that the address names. */
export function requireKind(text: string | undefined): OutreachKind {
  const found = outreachKinds.find(({ code }) => code === text);
  if (!found) throw new NotFound('visit', text ?? '');
  return found.code;
}

/** What the form of an event offers while typing. */
export async function suggestForOutreach({
  ctx,
  year,
}: Pick<StaffCall, 'ctx' | 'year'>): Promise<Readonly<Record<string, readonly string[]>>> {
  const { organizations, instructors, requests } = await getVisitFormHelp(ctx, year);
  const trades = listTrades(ctx.today()).map(({ name }) => name);
  const booths = boothLines.map(({ keys }) => ({ [keys.trade]: trades, [keys.instructors]: instructors }));
  return Object.assign(
    {
      requestNumber: requests,
      organizationNumber: organizations,
      instructorNumbers: instructors,
      tradeCode: trades,
      municipalityCode: listMunicipalities(ctx.corner).map(({ code, name }) => `${code} ${name}`),
    },
    ...booths,
  ) as Readonly<Record<string, readonly string[]>>;
}
