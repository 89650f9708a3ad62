import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { createContext, type Actor } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { AccountDesk } from './accounts.server.ts';

type AccountEvent = {
  readonly action: string;
  readonly account: { readonly id: string; readonly name: string; readonly cornerCode: string | null };
  readonly actor: Actor;
  readonly after?: object;
};

/**
 * Leaves a trace of what someone did with their own account in their corner's audit log (SEC-11). People of no corner
 * have no such log: theirs goes to the operator's.
 */
export async function recordAccountEvent(
  desk: AccountDesk,
  { action, account, actor, after = {} }: AccountEvent,
): Promise<void> {
  const { id, name, cornerCode } = account;
  if (cornerCode === null) {
    desk.log.info({ action, account: id, actor: actor.id, ...after }, 'account');
    return;
  }
  const ctx = createContext({ ...desk, corner: cornerCode, actor });
  const entity = { kind: 'account', id, label: name };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action, entity, after }]));
}
