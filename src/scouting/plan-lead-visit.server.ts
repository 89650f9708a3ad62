import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { planLeadVisit } from './domain/scouting-lead.ts';
import { scoutingVisitShape } from './domain/scouting-visit.ts';
import { scoutingLeadStore } from './scouting-lead-store.server.ts';
import { scoutingVisitStore } from './scouting-visit-store.server.ts';

export type LeadVisitOrder = {
  readonly leadId: string;
  readonly visitOn: PlainDate;
  readonly coordinator: string;
  readonly key?: string | undefined;
};

/** A lead that was given up is not visited until its reason is taken away. */
export type LeadVisitRefusal =
  | { readonly kind: 'lead-closed'; readonly reason: string }
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] };

type Planned = Result<{ readonly id: string }, LeadVisitRefusal>;

/** 訪問を予定する. Makes a lead a planned visit in one step (domain.md §7 Y5-11). The same key answers the same. */
export function visitLead(ctx: Context, order: LeadVisitOrder): Promise<Planned> {
  requirePermission(ctx, 'scouting.write');
  const { key, ...content } = order;
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['visit-lead', content]),
      work: () => plan(tx, ctx, order),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function plan(tx: Tx, ctx: Context, { leadId, visitOn, coordinator }: LeadVisitOrder): Promise<Planned> {
  await lockRecords(tx, scoutingVisitShape.name);
  const lead = isRecordId(leadId) ? await scoutingLeadStore.findById(tx, leadId, { lock: true }) : undefined;
  if (!lead || lead.deleted) throw new NotFound('scouting-lead', leadId);
  const { closedReason } = lead.input;
  if (closedReason !== null) return refuse({ kind: 'lead-closed', reason: closedReason });
  const fiscalYear = fiscalYearOf(visitOn);
  const [number = ''] = await proposeNumbers(tx, { table: 'scouting_visit', prefix: `S${fiscalYear}-` });
  const visit = planLeadVisit(lead.input, { number, visitOn, coordinator });
  const known = await scoutingVisitStore.loadKnown(tx, [visit], ctx, { fiscalYear });
  const problems = scoutingVisitStore.check(visit, known);
  if (problems.length > 0) return refuse({ kind: 'fields', problems });
  const id = ctx.newId();
  await scoutingVisitStore.save(tx, ctx, [{ id, version: 0, input: visit }], known);
  const entity = { kind: scoutingVisitShape.name, id, label: scoutingVisitShape.labelOf(visit) };
  await recordAudit(tx, ctx, [{ action: 'created', entity, after: visit }]);
  return accept({ id });
}
