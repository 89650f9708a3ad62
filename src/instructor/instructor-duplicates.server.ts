import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { loadDistinctions } from './distinct-pairs.server.ts';
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
  const isDistinct = await loadDistinctions(ctx.db);
  const areDistinct = (person: Suspect) => id !== undefined && isDistinct({ ...newcomer, id }, person);
  return people
    .filter(
      (person) => person.id !== id && !areDistinct(person) && (!before || reasonsFor(before, person).length === 0),
    )
    .map((person) => ({ ...person, reasons: reasonsFor(newcomer, person) }))
    .filter(({ reasons }) => reasons.length > 0);
}

type Entering = Pick<Suspect, 'number' | 'name' | 'nameKana' | 'birthYear' | 'phone'>;

/** Somebody new in a file, and who of the ledger or of the file may be the same person. */
export type EnteringSuspect = {
  readonly number: string;
  readonly name: string;
  readonly other: { readonly number: string; readonly name: string; readonly id: string | null };
  readonly reasons: readonly DuplicateReason[];
};

/** Who of a file's new people may be in the ledger already, or twice in the file: told before it is taken in. */
export async function findEnteringDuplicates(
  ctx: Context,
  entering: readonly Entering[],
): Promise<readonly EnteringSuspect[]> {
  requirePermission(ctx, 'instructor.read');
  const known = await selectSuspects(ctx).execute();
  const numbers = new Set(known.map(({ number }) => number));
  const newcomers = entering.filter(({ number }) => !numbers.has(number)).map((person) => ({ ...person, id: null }));
  const pairs = listDuplicatePairs<Entering & { readonly id: string | null }>([...known, ...newcomers]);
  // The known stand first: the other of a pair is the newcomer, if either is.
  return pairs
    .filter(({ other }) => other.id === null)
    .map(({ one, other, reasons }) => ({
      number: other.number,
      name: other.name,
      other: { number: one.number, name: one.name, id: one.id },
      reasons,
    }));
}

/** Every two records of the ledger that may be one person's. */
export async function listSuspectedPairs(ctx: Context): Promise<readonly DuplicatePair<Suspect>[]> {
  requirePermission(ctx, 'instructor.merge');
  const isDistinct = await loadDistinctions(ctx.db);
  const pairs = listDuplicatePairs(await selectSuspects(ctx).execute());
  return pairs.filter(({ one, other }) => !isDistinct(one, other));
}

function selectSuspects({ db }: Context) {
  return db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'name_kana as nameKana', 'birth_year as birthYear', 'phone'])
    .where('deleted_at', 'is', null)
    .orderBy('sort_key')
    .orderBy('number');
}
