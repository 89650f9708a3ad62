import { sql } from 'kysely';
import type { RequestMoveRefusal } from '#dispatch/domain/move-request.ts';
import { moveRequestIn } from '#dispatch/move-request.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { PreMeeting, PreMeetingInput } from './domain/pre-meeting.ts';
import { loadPlanSubject } from './plan-subject.server.ts';
import { planText as words } from './text.ts';

type Recording = {
  readonly requestId: string;
  /** The meeting that is corrected, as the person saw it. */
  readonly known?: { readonly id: string; readonly version: number } | undefined;
  readonly input: PreMeetingInput;
  readonly key?: string | undefined;
};

type Recorded = Result<{ readonly id: string }, RequestMoveRefusal>;

/**
 * 事前打合せの記録. Keeps what was agreed and takes the request along from 承諾 to 打合せ済み; a request that is further on stays
 * where it is, one that is not so far takes no meeting. The same key answers the same.
 */
export function recordMeeting(ctx: Context, { key, ...recording }: Recording): Promise<Recorded> {
  requirePermission(ctx, 'request.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['pre-meeting', recording]),
      work: () => recordMeetingIn(tx, ctx, recording),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function recordMeetingIn(tx: Tx, ctx: Context, { requestId, known, input }: Recording): Promise<Recorded> {
  const { number } = await loadPlanSubject(tx, requestId);
  const today = ctx.today();
  if (input.heldOn > today) return refuse({ kind: 'in-the-future', day: input.heldOn, today });
  const before = known && (await lockMeeting(tx, requestId, known));
  const moved = before ? accept(null) : await follow(tx, ctx, { requestId, heldOn: input.heldOn });
  if (!moved.ok) return moved;
  const { heldOn, means, place, present, agreed, hostPrepares } = input;
  const content = { held_on: heldOn, means, place, present, agreed, host_prepares: hostPrepares };
  const id = before?.id ?? ctx.newId();
  if (before) {
    await tx
      .updateTable('pre_meeting')
      .set((row) => ({ ...content, version: row('version', '+', 1), updated_at: ctx.now() }))
      .where('meeting_id', '=', id)
      .execute();
  } else {
    const made = { corner_code: ctx.corner, meeting_id: id, request_id: requestId, recorded_by: ctx.actor.name };
    await tx
      .insertInto('pre_meeting')
      .values({ ...made, ...content, created_at: ctx.now(), updated_at: ctx.now() })
      .execute();
  }
  const entity = { kind: 'pre-meeting', id, label: `${number} ${words.meeting}` };
  await recordAudit(tx, ctx, [
    { action: before ? 'updated' : 'created', entity, before: before?.input ?? null, after: input },
  ]);
  return accept({ id });
}

/** Takes the request along. A meeting that is entered after later steps does not turn their days around. */
async function follow(
  tx: Tx,
  ctx: Context,
  { requestId, heldOn }: { readonly requestId: string; readonly heldOn: PlainDate },
): Promise<Result<unknown, RequestMoveRefusal>> {
  const step = { requestId, command: 'hold-pre-meeting', happenedOn: heldOn, reason: null } as const;
  const first = await moveRequestIn(tx, ctx, step);
  const moved =
    !first.ok && first.refusal.kind === 'before-last-step'
      ? await moveRequestIn(tx, ctx, { ...step, happenedOn: first.refusal.lastDay })
      : first;
  if (moved.ok || moved.refusal.kind !== 'wrong-stage') return moved;
  const { why, stage } = moved.refusal;
  return why === 'done-already' || why === 'goes-by-itself' ? accept({ stage }) : moved;
}

async function lockMeeting(
  tx: Tx,
  requestId: string,
  { id, version }: { readonly id: string; readonly version: number },
) {
  const row = isRecordId(id)
    ? await selectMeetings(tx, requestId).where('meeting_id', '=', id).forUpdate().executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('pre-meeting', id);
  if (row.version !== version) throw new Conflict('pre-meeting', id, version, row.version);
  const { id: _, version: __, recordedBy: ___, ...input } = row;
  return { id, input };
}

function selectMeetings(db: Db, requestId: string) {
  return db
    .selectFrom('pre_meeting')
    .select(['meeting_id as id', 'version', 'recorded_by as recordedBy', 'place', 'present', 'agreed'])
    .select(['host_prepares as hostPrepares'])
    .select([sql<PlainDate>`held_on`.as('heldOn'), sql<PreMeeting['means']>`means`.as('means')])
    .where('request_id', '=', requestId);
}

/** The meetings of a request, the latest first. */
export async function listMeetings(ctx: Context, requestId: string): Promise<readonly PreMeeting[]> {
  requirePermission(ctx, 'request.read');
  return selectMeetings(ctx.db, requestId).orderBy('held_on', 'desc').orderBy('created_at', 'desc').execute();
}

/** One meeting of a request. */
export async function getMeeting(
  ctx: Context,
  { requestId, meetingId }: { readonly requestId: string; readonly meetingId: string },
): Promise<PreMeeting> {
  requirePermission(ctx, 'request.read');
  const isNamed = isRecordId(requestId) && isRecordId(meetingId);
  const found = isNamed
    ? await selectMeetings(ctx.db, requestId).where('meeting_id', '=', meetingId).executeTakeFirst()
    : undefined;
  if (!found) throw new NotFound('pre-meeting', meetingId);
  return found;
}
