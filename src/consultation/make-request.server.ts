import { registerEnquiryWithin, type RequestEntry } from '#dispatch/request-entries.server.ts';
import { proposeRequestNumber } from '#dispatch/request-queries.server.ts';
import { refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import { isRecordId } from '#record/record-id.ts';
import type { Creation } from '#record/save-record.server.ts';
import { consultationRecords } from './consultation-records.server.ts';
import { consultationStore, lockRequestOf, writeRequestOf } from './consultation-store.server.ts';
import { textsOfRequest } from './domain/request-of-consultation.ts';

/** What the form of a request begins with when it comes of a consultation, and whom it is about. */
export async function draftRequestOf(
  ctx: Context,
  { id, fiscalYear }: { readonly id: string; readonly fiscalYear: number },
) {
  requirePermission(ctx, 'request.write');
  const { input } = await consultationRecords.get(ctx, id);
  const number = await proposeRequestNumber(ctx, fiscalYear);
  return {
    consultation: { number: input.number, clientName: input.clientName, hasHost: input.organizationNumber !== null },
    texts: { ...textsOfRequest(input), number, receivedOn: ctx.today() },
  };
}

/** 派遣要請にする: registers the request and ties the consultation to it, in one transaction; two people do it once. */
export function makeRequestOf(
  ctx: Context,
  id: string,
  creation: Creation<RequestEntry>,
): Promise<Result<{ readonly id: string }, RecordRefusal>> {
  requirePermission(ctx, 'request.write');
  requirePermission(ctx, 'consultation.write');
  return inTransaction(ctx, (tx) =>
    answerOnce<Result<{ readonly id: string }, RecordRefusal>>(tx, ctx, {
      key: creation.key,
      fingerprint: JSON.stringify(['make-request', id, creation.input]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const consultation = isRecordId(id) ? await consultationStore.findById(tx, id, { lock: true }) : undefined;
        if (!consultation || consultation.deleted) throw new NotFound('consultation', id);
        const earlier = await lockRequestOf(tx, id);
        if (earlier) {
          const problem = { kind: 'already-requested', request: earlier.number } as const;
          return refuse({ kind: 'fields', problems: [{ key: 'number', header: '要請番号', problem }] });
        }
        const created = await registerEnquiryWithin(tx, ctx, creation);
        if (!created.ok) return created;
        await writeRequestOf(tx, id, created.value.id);
        const entity = { kind: 'consultation', id, label: consultation.input.number };
        await recordAudit(tx, ctx, [{ action: 'updated', entity, after: { request: creation.input.number } }]);
        return created;
      },
    }),
  );
}
