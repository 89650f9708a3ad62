import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { savePlan } from '#instruction-plan/save-plan.server.ts';
import type { PlanSession } from '#instruction-plan/domain/plan-session.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';

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

/** Accounts of the corner for tests: two who may decide, one who drafts. */
export const staffAccounts = `insert into "user" ("id", "name", "email", "emailVerified", "updatedAt", "role", "cornerCode")
  values ('chief-1', '架空 一郎', 'chief@example.jp', true, now(), 'chief', '35'),
         ('officer-1', '架空 花子', 'officer@example.jp', true, now(), 'officer', '35'),
         ('coordinator-1', '架空 次郎', 'coordinator@example.jp', true, now(), 'coordinator', '35'),
         ('chief-13', '架空 東子', 'east@example.jp', true, now(), 'chief', '13')`;
