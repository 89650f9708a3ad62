import type { PlainDate } from '#kernel/plain-date.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { ReplyAnswer, VisitReply } from './domain/visit-reply.ts';
import type { VisitStatus } from './domain/visit-status.ts';

/** A visit that an instructor stands on, held until the transaction ends; nothing when they do not. */
export async function findAskedVisit(
  tx: Tx,
  { visitId, instructorId }: { readonly visitId: string; readonly instructorId: string },
) {
  const row = await tx
    .selectFrom('visit')
    .innerJoin('visit_instructor', 'visit_instructor.visit_id', 'visit.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['visit.number', 'visit.version', 'visit.status', 'visit.visit_on', 'visit.starts_at', 'instructor.name'])
    .where('visit.visit_id', '=', visitId)
    .where('visit.deleted_at', 'is', null)
    .where('instructor.instructor_id', '=', instructorId)
    .forUpdate('visit')
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      version: row.version,
      instructorName: row.name,
      status: row.status as VisitStatus,
      visitOn: row.visit_on as PlainDate,
      startsAt: row.starts_at,
    }
  );
}

/** The stored answer of an instructor to a visit. */
export async function findReply(
  tx: Tx,
  { visitId, instructorId }: { readonly visitId: string; readonly instructorId: string },
): Promise<VisitReply | undefined> {
  const row = await tx
    .selectFrom('visit_reply')
    .select(['answer', 'reason', 'visit_on', 'starts_at'])
    .where('visit_id', '=', visitId)
    .where('instructor_id', '=', instructorId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { answer, reason, visit_on, starts_at } = row;
  return { answer: answer as ReplyAnswer, reason, visitOn: visit_on as PlainDate, startsAt: starts_at };
}

type ReplyRow = {
  readonly corner_code: string;
  readonly visit_id: string;
  readonly instructor_id: string;
  readonly answered_at: string;
  readonly answered_by: string;
  readonly on_behalf: boolean;
};

/** Keeps an answer in the place of an earlier one. */
export async function saveReply(tx: Tx, row: ReplyRow, reply: VisitReply): Promise<void> {
  const { answer, reason, visitOn, startsAt } = reply;
  const values = { ...row, answer, reason, visit_on: visitOn, starts_at: startsAt };
  const { corner_code: _, visit_id: __, instructor_id: ___, ...changed } = values;
  await tx
    .insertInto('visit_reply')
    .values(values)
    .onConflict((conflict) => conflict.columns(['corner_code', 'visit_id', 'instructor_id']).doUpdateSet(changed))
    .execute();
}
