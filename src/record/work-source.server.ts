import type { RawBuilder } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Permission } from '#platform/permission/permission-table.ts';
import type { DueTerm } from './domain/due-term.ts';

/** What a slice may look at when it says what waits. `year` and `day` are the 年度 and today as the statement has them. */
export type WorkMoment = {
  readonly fiscalYear: number;
  readonly today: PlainDate;
  readonly year: RawBuilder<unknown>;
  readonly day: RawBuilder<unknown>;
  /** The day by which something is due that counts from a day, by the corner's dated terms; null where none is set. */
  readonly dueBy: (term: DueTerm, from: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** Rows that wait, and what the list says of each, as SQL. */
export type WorkRows = {
  /** What stands after `from`, conditions included. */
  readonly from: RawBuilder<unknown>;
  readonly record: RawBuilder<unknown>;
  /** The instructor, where one record waits once for each. */
  readonly person?: RawBuilder<unknown>;
  /** A date; null where no day is known. */
  readonly since: RawBuilder<unknown>;
  readonly due?: RawBuilder<unknown>;
  /** The account in charge. */
  readonly ownerId?: RawBuilder<unknown>;
  /** Who is in charge, where only a name was kept. */
  readonly ownerName?: RawBuilder<unknown>;
  /** Where the record stands, if what is to be done depends on it. */
  readonly step?: RawBuilder<unknown>;
};

/**
 * 待っている仕事のもと. One kind of what waits in a slice: the slice says it, and knows nobody who lists it. Rows and names
 * are read apart: names only for the rows of a page.
 */
export type WorkSource = {
  /** Who does it: everybody with this permission. */
  readonly act: Permission;
  /** Nothing where it is not asked for now. */
  readonly rows: (moment: WorkMoment) => WorkRows | undefined;
  /** A jsonb array of the record's number and of whom it is about, for a row `page` with record_id and person_id. */
  readonly shown: RawBuilder<unknown>;
  /** The address of the record below corner and 年度. */
  readonly path: (recordId: string, personId: string) => string;
};
