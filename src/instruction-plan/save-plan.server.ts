import { isEnded } from '#dispatch/domain/request-stage.ts';
import { holdRequest } from '#dispatch/move-request.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { movePlan, type InstructionPlan, type PlanStopped } from './domain/instruction-plan.ts';
import { checkSession, MOST_SESSIONS, type PlanSession } from './domain/plan-session.ts';
import { listVisitFacts } from './plan-subject.server.ts';
import { insertPlan, listPlans, lockOpenPlan, replaceSessions, updatePlan } from './plan-store.server.ts';
import { planLabel } from './text.ts';

type Saving = InstructionPlan & {
  /** The version of the open plan that the person saw; absent where there was none. */
  readonly version?: number | undefined;
  readonly key?: string | undefined;
};

type Saved = Result<{ readonly id: string; readonly revision: number }, PlanStopped>;

/**
 * 講習計画書の保存. Writes the version that is being worked on; where the last one was decided, a new version begins and the
 * decided one stays in force. The same key answers the same.
 */
export function savePlan(ctx: Context, { key, ...plan }: Saving): Promise<Saved> {
  requirePermission(ctx, 'request.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['instruction-plan', plan]),
      work: () => savePlanIn(tx, ctx, plan),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function savePlanIn(tx: Tx, ctx: Context, plan: Saving): Promise<Saved> {
  const { requestId, goal, note } = plan;
  const request = await holdRequest(tx, requestId);
  if (isEnded(request.stage)) return refuse({ kind: 'request-ended' });
  const open = await lockOpenPlan(tx, requestId);
  const locked = open ? movePlan(open.state, 'save') : undefined;
  if (locked && !locked.ok) return locked;
  if ((open?.version ?? 0) !== (plan.version ?? 0))
    throw new Conflict('instruction-plan', requestId, plan.version ?? 0, open?.version ?? 0);
  const read = await checkSessions(tx, plan);
  if (!read.ok) return read;
  const { sessions, instructorIds } = read.value;
  const revision = open?.revision ?? ((await listPlans(tx, requestId))[0]?.revision ?? 0) + 1;
  const id = open?.id ?? ctx.newId();
  if (open) await updatePlan(tx, ctx, { id, goal, note });
  else await insertPlan(tx, ctx, { ...plan, id, revision });
  await replaceSessions(tx, ctx, { planId: id, sessions, instructorIds });
  const entity = { kind: 'instruction-plan', id, label: planLabel(request.number, revision) };
  const after = { goal, note, planSessions: sessions.map(({ visitId: _, ...session }) => session) };
  await recordAudit(tx, ctx, [{ action: open ? 'updated' : 'created', entity, after }]);
  return accept({ id, revision });
}

type Checked = {
  readonly sessions: readonly PlanSession[];
  readonly instructorIds: ReadonlyMap<string, string>;
};

/** Sessions in the order of their days whose instructors are registered and whose visits are the request's own. */
async function checkSessions(tx: Tx, { requestId, sessions }: InstructionPlan): Promise<Result<Checked, PlanStopped>> {
  if (sessions.length === 0) return refuse({ kind: 'no-session' });
  if (sessions.length > MOST_SESSIONS)
    return refuse({ kind: 'too-many-sessions', limit: MOST_SESSIONS, count: sessions.length });
  const visitIds = (await listVisitFacts(tx, requestId)).map(({ visitId }) => visitId);
  const instructorIds = await loadInstructorIds(tx, sessions);
  const problems = sessions.flatMap((session, index) => {
    const { instructorNumber: value } = session;
    const unknown = { kind: 'unknown-record', value: value ?? '', record: 'instructor' } as const;
    const found =
      value === null || instructorIds.has(value)
        ? []
        : [{ key: 'instructorNumber', header: '講師', problem: unknown } as const];
    return [...checkSession(session), ...found].map((problem) => ({ ...problem, position: index + 1 }));
  });
  if (problems.length > 0) return refuse({ kind: 'sessions', problems });
  const own = sessions
    .map((session) => ({ ...session, visitId: visitIds.find((id) => id === session.visitId) ?? null }))
    .toSorted((a, b) => (`${a.heldOn}${a.startsAt ?? ''}` < `${b.heldOn}${b.startsAt ?? ''}` ? -1 : 1));
  return accept({ sessions: own, instructorIds });
}

async function loadInstructorIds(tx: Tx, sessions: readonly PlanSession[]): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(sessions.flatMap(({ instructorNumber }) => instructorNumber ?? []))];
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom('instructor')
    .select(['number', 'instructor_id as id'])
    .where('number', 'in', numbers)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map(({ number, id }) => [number, id]));
}
