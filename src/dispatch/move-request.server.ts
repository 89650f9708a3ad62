import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { Permission } from '#platform/permission/permission-table.ts';
import { isRecordId } from '#record/record-id.ts';
import { decideRequestMove, type RequestMove, type RequestMoveRefusal } from './domain/move-request.ts';
import type { RequestCommand, RequestStage } from './domain/request-stage.ts';
import { foldStage } from './domain/stage-facts.ts';
import { findStaged, listRequestEvents, saveStageStep, type StagedRequest } from './stage-store.server.ts';

export type RequestStep = RequestMove & {
  readonly requestId: string;
  /** The stage that the person saw; left out where the step follows from another act. */
  readonly seen?: RequestStage | undefined;
};

type Moved = Result<{ readonly stage: RequestStage }, RequestMoveRefusal>;

/** What only those may do who answer for the corner's budget and word. */
const OFFICER_COMMANDS: readonly RequestCommand[] = ['approve', 'waitlist', 'resume', 'reject', 'close'];

/** The permission that a step needs. */
export function permissionOfStep(command: RequestCommand): Permission {
  return OFFICER_COMMANDS.includes(command) ? 'request.decide' : 'request.write';
}

/** 要請の手続. Takes a step with a request; the same key answers the same. See `moveRequestIn`. */
export async function moveRequest(
  ctx: Context,
  { key, ...step }: RequestStep & { readonly key?: string | undefined },
): Promise<Moved> {
  requirePermission(ctx, permissionOfStep(step.command));
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['move-request', step]),
      work: () => moveRequestIn(tx, ctx, step),
      isKept: (answer) => answer.ok,
    }),
  );
}

/**
 * Takes a step inside the transaction of another use case, such as an accepted offer, which has asked for the permission.
 * The row of the request is held, so of two people who take it somewhere at once the second is told where it stands.
 */
export async function moveRequestIn(tx: Tx, ctx: Context, step: RequestStep): Promise<Moved> {
  const { requestId, seen, command, happenedOn, reason } = step;
  const found = await holdRequest(tx, requestId);
  const { stage } = found;
  if (seen !== undefined && seen !== stage) return refuse({ kind: 'moved-meanwhile', stage });
  const [last] = await listRequestEvents(tx, requestId);
  const facts = { stage, today: ctx.today(), lastStepOn: last?.happenedOn ?? null, planned: found.facts.planned };
  const move = { command, happenedOn, reason };
  const decision = decideRequestMove(move, facts);
  if (!decision.ok) return decision;
  const to = decision.value;
  await saveStageStep(tx, ctx, { requestId, from: stage, to, sequence: (last?.sequence ?? 0) + 1, move });
  const told = reason?.trim() ? { reason: reason.trim() } : {};
  await recordAudit(tx, ctx, [
    {
      action: 'moved',
      entity: { kind: 'request', id: found.id, label: found.number },
      before: { stage },
      after: { stage: to, requestCommand: command, happenedOn, ...told },
    },
  ]);
  return accept({ stage: to });
}

/** Where a request stands; its row is held until the transaction ends. */
export async function holdRequest(
  tx: Tx,
  requestId: string,
): Promise<StagedRequest & { readonly stage: RequestStage }> {
  const found = isRecordId(requestId) ? await findStaged(tx, requestId, { lock: true }) : undefined;
  if (!found) throw new NotFound('request', requestId);
  return { ...found, stage: foldStage(found.recorded, found.facts) };
}
