import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getRequestPlan, startSessions } from '#instruction-plan/plan-queries.server.ts';
import { savePlan } from '#instruction-plan/save-plan.server.ts';
import type { PlanSession } from '#instruction-plan/domain/plan-session.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import { answerOffer, makeOffer } from '#offer/offer.server.ts';
import type { Context } from '#platform/context.server.ts';
import { proposeDecision } from './propose-decision.server.ts';
import { stepDecision } from './step-decision.server.ts';

/** A session of 2022-12-05 that says everything. */
export function aSession(changes: Partial<PlanSession> = {}): PlanSession {
  return {
    visitId: null,
    heldOn: plainDate('2022-12-05'),
    startsAt: '13:30',
    endsAt: '15:30',
    place: '本社工場',
    instructorNumber: 'M-001',
    content: '普通旋盤の段取り',
    task: null,
    material: 'S45C 丸棒',
    materialYen: 1200,
    ...changes,
  };
}

/** A request whose instructor has said yes; `savePlan` of it too unless told otherwise. */
export async function anAcceptedRequest(ctx: Context, { withPlan = true } = {}): Promise<string> {
  await registerOrganization(ctx);
  await registerInstructor(ctx);
  const requestId = await registerRequest(ctx);
  for (const command of ['check-eligibility', 'begin-matching', 'accept'] as const) {
    const moved = await moveRequest(ctx, { requestId, command, happenedOn: ctx.today(), reason: null });
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  }
  if (!withPlan) return requestId;
  const saved = await savePlan(ctx, { requestId, goal: null, note: null, sessions: [aSession()] });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return requestId;
}

/**
 * A request of a registered host that a registered instructor has accepted by an offer, with a plan that was decided; the
 * accounts of `staffAccounts` are there.
 */
export async function aDecidedRequest(ctx: Context, number = 'R-900'): Promise<string> {
  const requestId = await registerRequest(ctx, { number, content: '普通旋盤の段取り', wishedSessions: 1 });
  const [today, monday] = [ctx.today(), plainDate('2022-12-05')];
  await moveRequest(ctx, { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
  const { id: instructorId } = await ctx.db
    .selectFrom('instructor')
    .select('instructor_id as id')
    .where('number', '=', 'M-001')
    .executeTakeFirstOrThrow();
  const order = { requestId, instructorId, days: [monday], startsAt: '13:30', way: 'call', note: null } as const;
  const offer = valueOf(await makeOffer(ctx, { ...order, answerBy: monday }));
  valueOf(await answerOffer(ctx, { offerId: offer.id, instructorId, answer: 'accepted', reason: '' }));
  const sessions = startSessions(await getRequestPlan(ctx, requestId), { follow: false });
  valueOf(await savePlan(ctx, { requestId, goal: null, note: null, sessions }));
  const proposal = { requestId, subject: '派遣について', note: null, approverIds: ['chief-1'] };
  const { id: decisionId } = valueOf(await proposeDecision(ctx, proposal));
  const chief: Context = { ...ctx, actor: { ...ctx.actor, id: 'chief-1', role: 'chief', cornerCode: ctx.corner } };
  valueOf(await stepDecision(chief, { decisionId, command: 'approve', reason: null, version: 1 }));
  return requestId;
}

function valueOf<Value>(answer: Result<Value, unknown>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

/** Accounts of the corner for tests: two who may decide, one who drafts. */
export const staffAccounts = `insert into "user" ("id", "name", "email", "emailVerified", "updatedAt", "role", "cornerCode")
  values ('chief-1', '架空 一郎', 'chief@example.jp', true, now(), 'chief', '35'),
         ('officer-1', '架空 花子', 'officer@example.jp', true, now(), 'officer', '35'),
         ('coordinator-1', '架空 次郎', 'coordinator@example.jp', true, now(), 'coordinator', '35'),
         ('chief-13', '架空 東子', 'east@example.jp', true, now(), 'chief', '13')`;
