import type { PlainDate } from '#kernel/plain-date.ts';

/** 拘束. An instructor stands at a host on a day from one time to another; the times are HH:MM. */
export type Occupation = {
  readonly instructor: string;
  readonly day: PlainDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly visit: string;
  readonly host: string;
};

type Timed = {
  readonly status: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
};

type Hours = Pick<Occupation, 'day' | 'startsAt' | 'endsAt'>;

/**
 * When a visit takes somebody's time. A cancelled one does not; one whose beginning or end nobody wrote down is not known to
 * clash with any other.
 */
export function hoursOf({ status, visitOn, startsAt, endsAt }: Timed): Hours | undefined {
  if (status === 'cancelled' || startsAt === null || endsAt === null) return undefined;
  return { day: visitOn, startsAt, endsAt };
}

/** Whether two spells of one day have time in common; one may begin at the minute the other ends. */
export function overlaps(left: Hours, right: Hours): boolean {
  return left.day === right.day && left.startsAt < right.endsAt && right.startsAt < left.endsAt;
}

/** The occupations of many visits, found by instructor and day. */
export type OccupationTable = ReadonlyMap<string, readonly Occupation[]>;

export function tabulateOccupations(occupations: Iterable<Occupation>): OccupationTable {
  const table = new Map<string, Occupation[]>();
  for (const occupation of occupations) {
    const key = keyOf(occupation.instructor, occupation.day);
    const known = table.get(key);
    if (known) known.push(occupation);
    else table.set(key, [occupation]);
  }
  return table;
}

/** Where the instructor is at that time, in a visit of another number. */
export function findClash(
  table: OccupationTable,
  { instructor, visit, hours }: { readonly instructor: string; readonly visit: string; readonly hours: Hours },
): Occupation | undefined {
  return table.get(keyOf(instructor, hours.day))?.find((other) => other.visit !== visit && overlaps(other, hours));
}

function keyOf(instructor: string, day: PlainDate): string {
  return `${day} ${instructor}`;
}
