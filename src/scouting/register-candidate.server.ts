import { scoutCandidate, type Candidate } from '#certification/scout-candidate.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { isRecordId } from '#record/record-id.ts';
import { scoutingVisitStatusLabel } from './domain/scouting-visit-status.ts';
import { scoutingVisitStore } from './scouting-visit-store.server.ts';

export type CandidateOrder = {
  readonly visitId: string;
  readonly candidate: Pick<Candidate, 'name' | 'nameKana' | 'trades'>;
  readonly key?: string | undefined;
};

/** Somebody is found only where a coordinator has been. */
export type CandidateRefusal =
  | { readonly kind: 'not-held'; readonly state: string }
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] };

type Registered = Result<{ readonly id: string }, CandidateRefusal>;

/**
 * 候補者を認定申請に登録する. Opens the application of somebody who was found on a held visit; place and employer are left to
 * the talk with the person. The same key answers the same.
 */
export function registerCandidate(ctx: Context, { key, ...order }: CandidateOrder): Promise<Registered> {
  requirePermission(ctx, 'scouting.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['register-candidate', order]),
      work: async (): Promise<Registered> => {
        const { visitId, candidate } = order;
        const visit = isRecordId(visitId) ? await scoutingVisitStore.findById(tx, visitId, { lock: true }) : undefined;
        if (!visit || visit.deleted) throw new NotFound('scouting-visit', visitId);
        const { status, visitOn } = visit.input;
        if (status !== 'held') return refuse({ kind: 'not-held', state: scoutingVisitStatusLabel(status) });
        const scouted = await scoutCandidate(tx, ctx, { candidate, visitId, fiscalYear: fiscalYearOf(visitOn) });
        return scouted.ok ? scouted : refuse({ kind: 'fields', problems: scouted.refusal });
      },
      isKept: (answer) => answer.ok,
    }),
  );
}

export type VisitApplication = { readonly id: string; readonly name: string; readonly state: string };

/** The applications that came of a visit. */
export async function listVisitApplications(ctx: Context, visitId: string): Promise<readonly VisitApplication[]> {
  requirePermission(ctx, 'certification.read');
  return ctx.db
    .selectFrom('certification_case')
    .select(['case_id as id', 'name', 'state'])
    .where('scouting_visit_id', '=', visitId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
}
