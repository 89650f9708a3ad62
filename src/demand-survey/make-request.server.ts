import { registerRequestWithin, type RequestEntry } from '#dispatch/request-entries.server.ts';
import { proposeRequestNumber } from '#dispatch/request-queries.server.ts';
import { refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import type { Creation } from '#record/save-record.server.ts';
import { getRecipient, type RecipientDetail } from './demand-survey-queries.server.ts';
import { loadWish, lockWish, writeRequestOfWish, type StoredWish } from './demand-answer-store.server.ts';
import { textsOfWish } from './domain/request-of-wish.ts';

export type WishDraft = {
  readonly wish: StoredWish;
  readonly recipient: RecipientDetail;
  readonly texts: Readonly<Record<string, string>>;
};

/** What the form of a request begins with when it comes of a wish, and whose wish it is. */
export async function draftRequestOfWish(ctx: Context, wishId: string): Promise<WishDraft> {
  requirePermission(ctx, 'request.write');
  requirePermission(ctx, 'demand-survey.write');
  const wish = await loadWish(ctx.db, wishId);
  const recipient = await getRecipient(ctx, wish.recipientId);
  const { survey, answer, organization } = recipient;
  if (!answer) throw new Error(`wish ${wishId} without an answer`);
  const number = await proposeRequestNumber(ctx, survey.fiscalYear);
  const asked = {
    organizationNumber: organization.number,
    class: recipient.class,
    fiscalYear: survey.fiscalYear,
    contact: answer,
  };
  const texts = { ...textsOfWish(wish, asked), number, receivedOn: ctx.today() };
  return { wish, recipient, texts };
}

/** 希望を派遣要請にする: registers the request and ties the wish to it, in one transaction; two people do it once. */
export function makeRequestOfWish(
  ctx: Context,
  wishId: string,
  creation: Creation<RequestEntry>,
): Promise<Result<{ readonly id: string }, RecordRefusal>> {
  requirePermission(ctx, 'request.write');
  requirePermission(ctx, 'demand-survey.write');
  return inTransaction(ctx, (tx) =>
    answerOnce<Result<{ readonly id: string }, RecordRefusal>>(tx, ctx, {
      key: creation.key,
      fingerprint: JSON.stringify(['make-request-of-wish', wishId, creation.input]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const wish = await lockWish(tx, wishId);
        if (wish.request) {
          const problem = { kind: 'already-requested', request: wish.request.number } as const;
          return refuse({ kind: 'fields', problems: [{ key: 'number', header: '要請番号', problem }] });
        }
        const created = await registerRequestWithin(tx, ctx, creation);
        if (!created.ok) return created;
        await writeRequestOfWish(tx, wishId, created.value.id);
        const recipient = await tx
          .selectFrom('demand_recipient')
          .select('number')
          .where('recipient_id', '=', wish.recipientId)
          .executeTakeFirstOrThrow();
        const entity = { kind: 'demand-recipient', id: wish.recipientId, label: recipient.number };
        await recordAudit(tx, ctx, [{ action: 'updated', entity, after: { request: creation.input.number } }]);
        return created;
      },
    }),
  );
}
