import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';
import { hasIndexedWord } from '#record/word-search.server.ts';
import { isRegistered } from './registration.server.ts';
import { readAdviceFilter } from './domain/advice-area.ts';
import { findKanaRow } from './domain/kana-row.ts';

export type InstructorFilters = {
  readonly q: string;
  readonly kind: string;
  readonly trade: string;
  readonly municipality: string;
  /** A status of 指導技法等講習, or `unknown` where none was entered. */
  readonly course: string;
  /** A row of the あかさたな index. */
  readonly row: string;
  /** An area of 助言できること, or IT together with another one. */
  readonly advice?: string;
  /** `ended` for those whose registration has ended; everybody else without it. */
  readonly registration?: string;
};

/** No condition at all. */
export const everyInstructor: InstructorFilters = { q: '', kind: '', trade: '', municipality: '', course: '', row: '' };

type Instructors = SelectQueryBuilder<Schema, 'instructor', object>;

/**
 * The instructors that the conditions leave, found before they are ordered: with words and an order in one query the
 * planner reads the ledger in its order and hopes to meet a page of people soon.
 */
export function selectInstructors(db: Db, filters: InstructorFilters): Instructors {
  const matching = matchInstructors(db, filters);
  if (searchWords(filters.q).length === 0) return matching;
  return db
    .with(
      (cte) => cte('found').materialized(),
      () => matching.selectAll(),
    )
    .selectFrom('found as instructor') as unknown as Instructors;
}

/**
 * The instructors that the conditions leave. Words are looked up in the view `ledger`, whose indexes row-level security
 * does not bar (0015-search-instructor.sql).
 */
export function matchInstructors(db: Db, filters: InstructorFilters): Instructors {
  const words = searchWords(filters.q);
  if (words.length === 0) return narrow(db.selectFrom('instructor'), filters);
  // The view has the columns of the table, and stands for it in all that is asked further.
  const ledger = db.selectFrom('ledger as instructor') as unknown as Instructors;
  return words.reduce((query, word) => query.where(hasIndexedWord(word)), narrow(ledger, filters));
}

function narrow(from: Instructors, filters: InstructorFilters): Instructors {
  const { kind, trade, municipality, course, row, registration, advice } = filters;
  let query = from
    .where('deleted_at', 'is', null)
    .where(registration === 'ended' ? sql<SqlBool>`not (${isRegistered})` : isRegistered);
  if (kind) query = query.where('kind', '=', kind);
  if (municipality) query = query.where('municipality_code', '=', municipality);
  if (course === 'unknown') query = query.where('course_status', 'is', null);
  else if (course) query = query.where('course_status', '=', course);
  if (trade) query = query.where(hasTrade(trade));
  const asked = advice === undefined ? undefined : readAdviceFilter(advice);
  if (asked) query = query.where(canAdvise(asked));
  const letters = findKanaRow(row);
  if (letters) query = query.where('sort_key', '>=', letters.from).where('sort_key', '<', letters.until);
  return query;
}

function hasTrade(code: string): RawBuilder<SqlBool> {
  return sql`exists (
    select from instructor_trade
    where instructor_trade.corner_code = instructor.corner_code
      and instructor_trade.instructor_id = instructor.instructor_id and instructor_trade.trade_code = ${code}
  )`;
}

function canAdvise({ every, some }: NonNullable<ReturnType<typeof readAdviceFilter>>): RawBuilder<SqlBool> {
  const any = some.length === 0 ? sql`true` : sql`advice_areas && ${[...some]}::text[]`;
  return sql`exists (
    select from instructor_profile
    where instructor_profile.corner_code = instructor.corner_code
      and instructor_profile.instructor_id = instructor.instructor_id
      and advice_areas @> ${[...every]}::text[] and ${any}
  )`;
}
