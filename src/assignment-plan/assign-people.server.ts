import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, type Result } from '#kernel/result.ts';
import type { AssignmentRefusal } from '#matching/domain/assignment.ts';
import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import { assignDirectlyIn, type VisitsRefused } from '#matching/assign-instructor.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { PersonalDays } from './domain/adoption.ts';

/** People of proposals and their days, all of one request. */
type Placing = {
  readonly requestId: string;
  readonly people: readonly PersonalDays[];
  readonly startsAt: string | null;
};

/** What was planned, and how many people had been asked before and have not answered. */
type Placed = { readonly visits: number; readonly offers: number };

/** Plans everybody's days but for those that they were asked for before: of these their answer is waited for. */
export async function assignPeople(
  tx: Tx,
  ctx: Context,
  { requestId, people, startsAt }: Placing,
): Promise<Result<Placed, AssignmentRefusal | VisitsRefused | HeldRefusal>> {
  const askedOf = await loadAsked(tx, requestId);
  const planned = new Set<PlainDate>();
  let offers = 0;
  for (const { instructorId, days } of people) {
    const asked = askedOf(instructorId);
    const open = days.filter((day) => !asked.includes(day));
    if (open.length < days.length) offers += 1;
    if (open.length === 0) continue;
    const assigned = await assignDirectlyIn(tx, ctx, { requestId, instructorId, days: open, startsAt });
    if (!assigned.ok) return assigned;
    for (const day of open) planned.add(day);
  }
  return accept({ visits: planned.size, offers });
}

/** The days for which a person was asked and has not answered. */
export async function loadAsked(tx: Tx, requestId: string): Promise<(instructorId: string) => readonly string[]> {
  const open = await tx
    .selectFrom('offer')
    .select(['instructor_id as instructorId', 'days'])
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .execute();
  return (instructorId) => open.filter((offer) => offer.instructorId === instructorId).flatMap(({ days }) => days);
}
