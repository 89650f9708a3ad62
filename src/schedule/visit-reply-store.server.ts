import { sql } from 'kysely';
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

/** The request of a visit where it waits in its matching for a yes, and every visit that was wished has one by now. */
export async function findRequestToAccept(
  tx: Tx,
  visitId: string,
): Promise<{ readonly requestId: string; readonly names: string } | undefined> {
  const { rows } = await sql<{ requestId: string; names: string }>`
    select request.request_id as "requestId", string_agg(distinct instructor.name, '、') as names
    from visit
    join request on request.request_id = visit.request_id and request.stage = 'matching' and request.deleted_at is null
    join visit sent on sent.request_id = request.request_id and sent.status = 'planned' and sent.deleted_at is null
    join visit_instructor on visit_instructor.visit_id = sent.visit_id
    join instructor on instructor.instructor_id = visit_instructor.instructor_id
    left join visit_reply on visit_reply.visit_id = sent.visit_id
      and visit_reply.instructor_id = visit_instructor.instructor_id
    where visit.visit_id = ${visitId}
      and not exists (select from visit held where held.request_id = request.request_id and held.status = 'held'
        and held.deleted_at is null)
    group by request.request_id, request.wished_sessions
    having count(distinct sent.visit_id) >= request.wished_sessions
      and bool_and(coalesce(visit_reply.answer = 'accepted', false))`.execute(tx);
  return rows[0];
}
