import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import {
  listDuplicatePairs,
  phoneDigits,
  reasonsFor,
  type DuplicatePair,
  type DuplicateReason,
} from './domain/duplicate.ts';

export type Suspect = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nameKana: string;
  readonly birthYear: number | null;
  readonly phone: string | null;
};

export type Duplicate = Suspect & { readonly reasons: readonly DuplicateReason[] };

/** Somebody about to be written; `id` is that of the record which is about to be overwritten. */
type Newcomer = Pick<Suspect, 'nameKana' | 'birthYear' | 'phone'> & { readonly id?: string | undefined };

/**
 * Who of the ledger may be the same person: the same フリガナ and birth year, or the same telephone. Of a record that is
 * changed, only those whom it was not like before.
 */
export async function findDuplicates(ctx: Context, newcomer: Newcomer): Promise<readonly Duplicate[]> {
  requirePermission(ctx, 'instructor.read');
  const { birthYear, phone, id } = newcomer;
  const digits = phoneDigits(phone) ?? null;
  if (birthYear === null && digits === null) return [];
  const people = await selectSuspects(ctx)
    .where(sql<boolean>`(birth_year = ${birthYear} or regexp_replace(phone, '[^0-9]', '', 'g') = ${digits})`)
    .execute();
  const before =
    id === undefined ? undefined : await selectSuspects(ctx).where('instructor_id', '=', id).executeTakeFirst();
  return people
    .filter((person) => person.id !== id && (!before || reasonsFor(before, person).length === 0))
    .map((person) => ({ ...person, reasons: reasonsFor(newcomer, person) }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** Every two records of the ledger that may be one person's. */
export async function listSuspectedPairs(ctx: Context): Promise<readonly DuplicatePair<Suspect>[]> {
  requirePermission(ctx, 'instructor.merge');
  return listDuplicatePairs(await selectSuspects(ctx).execute());
}

function selectSuspects({ db }: Context) {
  return db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'name_kana as nameKana', 'birth_year as birthYear', 'phone'])
    .where('deleted_at', 'is', null)
    .orderBy('sort_key')
    .orderBy('number');
}
