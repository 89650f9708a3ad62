import { createHash } from 'node:crypto';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { identityOf, orderPair, type DistinctionRefusal } from './domain/distinct-pair.ts';
import { reasonsFor, type Likeness } from './domain/duplicate.ts';
import { instructorStore } from './instructor-store.server.ts';

const LONGEST_REASON = 200;

type Pair = { readonly one: string; readonly other: string };

/** 別人として記録: two records that look like one person's and are two people's; said again, the newer reason stands. */
export function tellApart(
  ctx: Context,
  { one, other, reason: typed }: Pair & { readonly reason: string },
): Promise<Result<{ readonly id: string }, DistinctionRefusal>> {
  requirePermission(ctx, 'instructor.merge');
  const reason = typed.trim();
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, instructorStore.name);
    const [firstId, secondId] = orderPair(one, other);
    const [first, second] = [await getPerson(tx, firstId), await getPerson(tx, secondId)];
    if (firstId === secondId || reasonsFor(first, second).length === 0) return refuse({ kind: 'not-suspected' });
    if (reason === '') return refuse({ kind: 'reason-missing' });
    if (reason.length > LONGEST_REASON) return refuse({ kind: 'reason-too-long', limit: LONGEST_REASON });
    const row = {
      first_mark: markOf(first),
      second_mark: markOf(second),
      reason,
      decided_at: ctx.now(),
      decided_by: ctx.actor.name,
    };
    await tx
      .insertInto('distinct_pair')
      .values({ corner_code: ctx.corner, first_id: firstId, second_id: secondId, ...row })
      .onConflict((conflict) => conflict.columns(['corner_code', 'first_id', 'second_id']).doUpdateSet(row))
      .execute();
    await auditPair(tx, ctx, { people: [first, second], action: 'told-apart', reason });
    return accept({ id: firstId });
  });
}

/** 別人の記録の取消し: the pair may be one person's again. */
export function untellApart(ctx: Context, { one, other }: Pair): Promise<void> {
  requirePermission(ctx, 'instructor.merge');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, instructorStore.name);
    const [firstId, secondId] = orderPair(one, other);
    const people = [await getPerson(tx, firstId), await getPerson(tx, secondId)] as const;
    const { numDeletedRows } = await tx
      .deleteFrom('distinct_pair')
      .where('first_id', '=', firstId)
      .where('second_id', '=', secondId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await auditPair(tx, ctx, { people, action: 'apart-undone', reason: '' });
  });
}

export type ToldApart = {
  readonly people: readonly [Person, Person];
  readonly reason: string;
  /** An instant. */
  readonly decidedAt: string;
  readonly decidedBy: string;
};

/** The pairs that were said to be two people and still stand so, the newest first. */
export async function listToldApart(ctx: Context): Promise<readonly ToldApart[]> {
  requirePermission(ctx, 'instructor.merge');
  const rows = await ctx.db
    .selectFrom('distinct_pair')
    .selectAll()
    .orderBy('decided_at', 'desc')
    .orderBy('first_id')
    .execute();
  const ids = rows.flatMap((row) => [row.first_id, row.second_id]);
  const people = new Map((await selectPeople(ctx.db, ids)).map((person) => [person.id, person]));
  return rows.flatMap((row): readonly ToldApart[] => {
    const [first, second] = [people.get(row.first_id), people.get(row.second_id)];
    if (!first || !second || row.first_mark !== markOf(first) || row.second_mark !== markOf(second)) return [];
    return [{ people: [first, second], reason: row.reason, decidedAt: row.decided_at, decidedBy: row.decided_by }];
  });
}

/** Whether two records of the ledger were said to be two people's, and nothing that tells them apart changed since. */
export async function loadDistinctions(db: Db) {
  const rows = await db
    .selectFrom('distinct_pair')
    .select(['first_id as firstId', 'second_id as secondId'])
    .select(['first_mark as firstMark', 'second_mark as secondMark'])
    .execute();
  const marks = new Map(rows.map(({ firstId, secondId, ...pair }) => [`${firstId} ${secondId}`, pair]));
  return (one: Likeness & { readonly id: string }, other: Likeness & { readonly id: string }): boolean => {
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const said = marks.get(`${first.id} ${second.id}`);
    return said !== undefined && said.firstMark === markOf(first) && said.secondMark === markOf(second);
  };
}

type Person = Likeness & { readonly id: string; readonly number: string; readonly name: string };

async function getPerson(db: Db, id: string): Promise<Person> {
  const [person] = isRecordId(id) ? await selectPeople(db, [id]) : [];
  if (!person) throw new NotFound(instructorStore.name, id);
  return person;
}

async function selectPeople(db: Db, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'name_kana as nameKana', 'birth_year as birthYear', 'phone'])
    .where('instructor_id', 'in', [...new Set(ids)])
    .where('deleted_at', 'is', null)
    .execute();
}

function markOf(person: Likeness): string {
  return createHash('sha256').update(identityOf(person)).digest('hex');
}

type PairEvent = { readonly people: readonly [Person, Person]; readonly action: string; readonly reason: string };

/** Told in the history of both. */
async function auditPair(tx: Tx, ctx: Context, { people: [first, second], action, reason }: PairEvent): Promise<void> {
  const eventOf = (person: Person, other: Person) => ({
    action,
    entity: { kind: instructorStore.name, id: person.id, label: person.name },
    after: { otherPerson: `${other.number}　${other.name}`, ...(reason === '' ? {} : { reason }) },
  });
  await recordAudit(tx, ctx, [eventOf(first, second), eventOf(second, first)]);
}
