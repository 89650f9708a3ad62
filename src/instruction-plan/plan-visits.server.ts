import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { holdRequest } from '#dispatch/move-request.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { planVisits } from '#schedule/visit-records.server.ts';
import { lockSchedule } from '#schedule/visit-references.server.ts';
import type { PlanVisitsRefusal } from './domain/instruction-plan.ts';
import type { PlanSession } from './domain/plan-session.ts';
import { findPlan, listSessions, tieVisit } from './plan-store.server.ts';
import { loadPlanSubject, type PlanSubject } from './plan-subject.server.ts';
import { planLabel } from './text.ts';

type Place = { readonly session: PlanSession; readonly position: number };

/**
 * 派遣の予定に登録する. Makes a planned visit of every session of a plan that has none, by all the rules of a visit: all of them,
 * or none. A second time there is nothing left to make.
 */
export function planSessionVisits(
  ctx: Context,
  planId: string,
): Promise<Result<{ readonly made: number }, PlanVisitsRefusal>> {
  requirePermission(ctx, 'visit.write');
  requirePermission(ctx, 'request.write');
  return allOrNothing(ctx, async (tx) => {
    await lockSchedule(tx);
    const found = isRecordId(planId) ? await findPlan(tx, planId) : undefined;
    if (found) await holdRequest(tx, found.requestId);
    const plan = found && (await findPlan(tx, planId, { lock: true }));
    if (!plan) throw new NotFound('instruction-plan', planId);
    if (plan.state === 'replaced') return refuse({ kind: 'plan-replaced' });
    const places = (await listSessions(tx, planId))
      .map((session, index) => ({ session, position: index + 1 }))
      .filter(({ session }) => session.visitId === null);
    if (places.length === 0) return refuse({ kind: 'nothing-to-plan' });
    const nobody = places.filter(({ session }) => session.instructorNumber === null);
    if (nobody.length > 0) return refuse({ kind: 'nobody-sent', positions: nobody.map(({ position }) => position) });
    const subject = await loadPlanSubject(tx, plan.requestId);
    const made = await makeVisits(tx, ctx, { places, subject });
    if (!made.ok) return made;
    for (const { position, visitId } of made.value) await tieVisit(tx, { planId, position, visitId });
    const entity = { kind: 'instruction-plan', id: planId, label: planLabel(subject.number, plan.revision) };
    await recordAudit(tx, ctx, [
      { action: 'assigned', entity, after: { visits: made.value.map(({ number }) => number) } },
    ]);
    return accept({ made: made.value.length });
  });
}

type Making = { readonly places: readonly Place[]; readonly subject: PlanSubject };
type Made = readonly { readonly position: number; readonly visitId: string; readonly number: string }[];

/** One after the other, each under the numbers of its 年度, so that whatever stops one is told by its place in the plan. */
async function makeVisits(tx: Tx, ctx: Context, { places, subject }: Making): Promise<Result<Made, PlanVisitsRefusal>> {
  const made: Made[number][] = [];
  for (const { session, position } of places) {
    const fiscalYear = fiscalYearOf(session.heldOn);
    const [number = ''] = await proposeNumbers(tx, { table: 'visit', prefix: `V${fiscalYear}-` }, 1);
    const planned = await planVisits(tx, ctx, { visits: [toVisit(subject, session, number)], fiscalYear });
    if (!planned.ok)
      return refuse({ kind: 'visits', problems: planned.refusal.map((problem) => ({ ...problem, position })) });
    made.push(...planned.value.map(({ id, number: given }) => ({ position, visitId: id, number: given })));
  }
  return accept(made);
}

function toVisit(subject: PlanSubject, session: PlanSession, number: string): VisitInput {
  const { heldOn: visitOn, startsAt, endsAt, instructorNumber } = session;
  return {
    number,
    requestNumber: subject.number,
    program: subject.program,
    organizationNumber: subject.hostNumber,
    instructorNumbers: instructorNumber === null ? [] : [instructorNumber],
    tradeCode: subject.tradeCode,
    visitOn,
    startsAt,
    endsAt,
    trainees: subject.trainees,
    status: 'planned',
    cancelReason: null,
  };
}
