import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { replyStateOf, type ReplyAnswer, type ReplyState } from './domain/visit-reply.ts';

/** What one instructor of a visit answered, who entered it and when. */
export type ShownReply = {
  readonly instructorId: string;
  readonly name: string;
  readonly state: ReplyState;
  readonly reason: string | null;
  readonly answeredAt: string | null;
  /** The member of staff who entered it for them. */
  readonly enteredBy: string | null;
};

/** The answers of a visit's instructors, in the order of the paper. */
export async function listVisitReplies(ctx: Context, visitId: string): Promise<readonly ShownReply[]> {
  requirePermission(ctx, 'visit.read');
  const rows = await ctx.db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .leftJoin('visit_reply', (join) =>
      join
        .onRef('visit_reply.visit_id', '=', 'visit_instructor.visit_id')
        .onRef('visit_reply.instructor_id', '=', 'visit_instructor.instructor_id'),
    )
    .select(['instructor.instructor_id as instructorId', 'instructor.name'])
    .select(['visit.visit_on', 'visit.starts_at', 'visit_reply.answer', 'visit_reply.reason'])
    .select(['visit_reply.visit_on as answeredDay', 'visit_reply.starts_at as answeredTime'])
    .select(['visit_reply.answered_at as answeredAt', 'visit_reply.answered_by', 'visit_reply.on_behalf'])
    .where('visit.visit_id', '=', visitId)
    .where('visit.deleted_at', 'is', null)
    .orderBy('visit_instructor.position')
    .execute();
  return rows.map((row) => ({
    instructorId: row.instructorId,
    name: row.name,
    state: stateOfRow(row),
    reason: row.reason,
    answeredAt: row.answeredAt,
    enteredBy: row.on_behalf ? row.answered_by : null,
  }));
}

/** Where a joined row of visit and answer stands. */
export function stateOfRow(row: {
  readonly visit_on: string;
  readonly starts_at: string | null;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly answeredDay: string | null;
  readonly answeredTime: string | null;
}): ReplyState {
  const { answer, reason, answeredDay, answeredTime } = row;
  const reply =
    answer === null || answeredDay === null
      ? undefined
      : { answer: answer as ReplyAnswer, reason, visitOn: answeredDay as PlainDate, startsAt: answeredTime };
  return replyStateOf(reply, { visitOn: row.visit_on as PlainDate, startsAt: row.starts_at });
}
