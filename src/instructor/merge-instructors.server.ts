import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { mergeInputs, type MergeRefusal } from './domain/merge.ts';
import { instructorStore } from './instructor-store.server.ts';

type Person = Stored<InstructorInput>;

/** The versions are those that the person saw. */
export type Merging = {
  readonly survivor: { readonly id: string; readonly version: number };
  readonly other: { readonly id: string; readonly version: number };
  readonly reason: string;
  readonly key?: string | undefined;
};

/**
 * Makes two records of one person one: what refers to the other (visits, replies, courses, applications) goes over to the
 * survivor, whose blanks are filled. The other leaves every list, keeps its history, and its number leads to the survivor.
 */
export function mergeInstructors(
  ctx: Context,
  merging: Merging,
): Promise<Result<{ readonly id: string }, MergeRefusal>> {
  requirePermission(ctx, 'instructor.merge');
  const { key, ...content } = merging;
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['merge', content]),
      work: () => merge(tx, ctx, merging),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function merge(tx: Tx, ctx: Context, merging: Merging): Promise<Result<{ readonly id: string }, MergeRefusal>> {
  const reason = merging.reason.trim();
  if (merging.survivor.id === merging.other.id) return refuse({ kind: 'same-record' });
  if (reason === '') return refuse({ kind: 'reason-missing' });
  await lockRecords(tx, instructorStore.name);
  // Visits are written with their instructors as they were found: none may be on its way meanwhile.
  await lockRecords(tx, 'visit');
  const survivor = await lockPerson(tx, merging.survivor);
  const other = await lockPerson(tx, merging.other);
  const twice = await findInTwoPlaces(tx, { survivor, other });
  if (twice) return refuse(twice);
  const input = mergeInputs(survivor.input, other.input);
  await giveUp(tx, ctx, { survivor, other, reason });
  await sql`select move_instructor_rows(${other.id}, ${survivor.id})`.execute(tx);
  await instructorStore.save(tx, ctx, [{ id: survivor.id, version: survivor.version, input }], { today: ctx.today() });
  await recordMerge(tx, ctx, { survivor, other, input, reason });
  return accept({ id: survivor.id });
}

async function lockPerson(tx: Tx, { id, version }: Merging['survivor']): Promise<Person> {
  const stored = isRecordId(id) ? await instructorStore.findById(tx, id, { lock: true }) : undefined;
  if (!stored || stored.deleted) throw new NotFound(instructorStore.name, id);
  if (stored.version !== version) throw new Conflict(instructorStore.name, id, version, stored.version);
  return stored;
}

/** The first visits in which the two stand at one time: nobody does, so they are two people or a time is wrong. */
async function findInTwoPlaces(tx: Tx, { survivor, other }: Omit<Pair, 'reason'>): Promise<MergeRefusal | undefined> {
  const { rows } = await sql<{ day: PlainDate; one: string; another: string }>`
    select visit.visit_on as day, visit.number as one, clash.number as another
    from visit_instructor as own
    join visit_instructor as theirs on theirs.instructor_id = ${other.id} and theirs.occupied && own.occupied
      and theirs.visit_id <> own.visit_id
    join visit on visit.visit_id = own.visit_id
    join visit as clash on clash.visit_id = theirs.visit_id
    where own.instructor_id = ${survivor.id}
    order by own.occupied, clash.number limit 1`.execute(tx);
  const [found] = rows;
  return found && { kind: 'in-two-places', day: found.day, visits: [found.one, found.another] };
}

type Pair = { readonly survivor: Person; readonly other: Person; readonly reason: string };

/** Takes the other out of the lists with a pointer to the survivor, and those along who were merged into it before. */
async function giveUp(tx: Tx, ctx: Context, { survivor, other, reason }: Pair): Promise<void> {
  await tx
    .updateTable('instructor')
    .set({ merged_into: survivor.id, updated_at: ctx.now() })
    .where('merged_into', '=', other.id)
    .execute();
  await instructorStore.markDeleted(tx, ctx, { id: other.id, reason });
  await tx.updateTable('instructor').set({ merged_into: survivor.id }).where('instructor_id', '=', other.id).execute();
}

async function recordMerge(
  tx: Tx,
  ctx: Context,
  { survivor, other, input, reason }: Pair & { readonly input: InstructorInput },
): Promise<void> {
  const entityOf = ({ id, input: { name } }: Person) => ({ kind: instructorStore.name, id, label: name });
  await recordAudit(tx, ctx, [
    {
      action: 'merged',
      entity: entityOf(survivor),
      before: survivor.input,
      after: { ...input, mergedFrom: other.input.number, reason },
    },
    {
      action: 'merged',
      entity: entityOf(other),
      before: other.input,
      after: { mergedInto: survivor.input.number, reason },
    },
  ]);
}
