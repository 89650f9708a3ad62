import type { PlainDate } from '#kernel/plain-date.ts';

/** 採用. Whether proposals become offers, or planned visits at once. */
export type AdoptionWay = 'offer' | 'visit';

/** Why the proposals of a request are not adopted, beside what the ordinary use cases say. */
export type AdoptionRefusal =
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'run-going' }
  | { readonly kind: 'answer-by-missing' }
  /** Somebody of them is an assumption of the plan, not registered. */
  | { readonly kind: 'extra-instructor'; readonly name: string }
  /** So many requests are adopted at once, and this one comes after them. */
  | { readonly kind: 'too-many'; readonly limit: number }
  /** A planned visit is moved, not offered anew: its people have agreed to another day already. */
  | { readonly kind: 'moves-by-visit'; readonly visits: readonly string[] }
  /** A visit that was to be moved is not planned any more as the calculation saw it. */
  | { readonly kind: 'visit-changed'; readonly visit: string }
  /** The request or an instructor is not there any more. */
  | { readonly kind: 'gone'; readonly record: string };

/** Days of one person, to be offered or planned together. */
export type PersonalDays = { readonly instructorId: string; readonly days: readonly PlainDate[] };

type Session = { readonly visitOn: PlainDate; readonly instructorIds: readonly string[] };

/** The days of proposals by person: who has most comes first, then who begins first. */
export function groupByPerson(sessions: readonly Session[]): readonly PersonalDays[] {
  const people = [...new Set(sessions.flatMap(({ instructorIds }) => instructorIds))];
  const grouped = people.map((instructorId) => ({
    instructorId,
    days: sessions
      .filter(({ instructorIds }) => instructorIds.includes(instructorId))
      .map(({ visitOn }) => visitOn)
      .toSorted(),
  }));
  return grouped.toSorted(
    (left, right) =>
      right.days.length - left.days.length ||
      compareText(left.days[0] ?? '', right.days[0] ?? '') ||
      compareText(left.instructorId, right.instructorId),
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
