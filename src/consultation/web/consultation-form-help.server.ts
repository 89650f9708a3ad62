import { listHostSuggestions } from '#dispatch/host-queries.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { listReferrals } from '../consultation-queries.server.ts';

/** Words offered while a consultation is typed: 派遣先, trades, bodies that people were referred to before. */
export async function suggestForConsultation(ctx: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  requirePermission(ctx, 'consultation.write');
  const referrals = await listReferrals(ctx);
  return {
    organizationNumber: await listHostSuggestions(ctx.db),
    tradeCode: listTrades(ctx.today()).map(({ name }) => name),
    referredFrom: referrals,
    referredTo: referrals,
  };
}
