import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RuleProblem } from '#record/domain/rule-problem.ts';
import { courseFields } from './course-fields.ts';
import { courseModes, type CourseState } from './course-kind.ts';

/** 講習. A course, or a meeting to share cases, that instructors are invited to. */
export type CourseInput = InputOf<typeof courseFields>;

/** The last of the days: on it the course is completed. */
export function lastDayOf({ days }: Pick<CourseInput, 'days'>): PlainDate {
  const last = days.toSorted().at(-1);
  if (last === undefined) throw new Error('a course without a day');
  return last;
}

/** What the fields alone cannot tell: 開始 before 終了, a place to come to, an address to open. */
export function checkCourse(course: CourseInput): readonly FieldProblem[] {
  const { startsAt, endsAt, mode, place, url } = course;
  const problems: FieldProblem[] = [];
  if (startsAt !== null && endsAt !== null && startsAt >= endsAt)
    problems.push(problemAt('endsAt', { kind: 'not-after', value: endsAt, other: '開始', otherValue: startsAt }));
  const asked = { other: '開催方法', otherValue: courseModes.find(({ code }) => code === mode)?.label ?? mode };
  if (mode !== 'online' && place === null) problems.push(problemAt('place', { kind: 'needed-when', ...asked }));
  if (mode !== 'onsite' && url === null) problems.push(problemAt('url', { kind: 'needed-when', ...asked }));
  return problems;
}

/** Why a course is not closed. */
export type CourseRefusal =
  | { readonly kind: 'not-planned'; readonly state: CourseState }
  | { readonly kind: 'not-over'; readonly lastDay: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'no-reason' }
  | { readonly kind: 'has-results'; readonly count: number };

/** 実施: a planned course took place; not before its last day. */
export function holdCourse(
  { state, lastDay }: { readonly state: CourseState; readonly lastDay: PlainDate },
  today: PlainDate,
): Result<'held', CourseRefusal> {
  if (state !== 'planned') return refuse({ kind: 'not-planned', state });
  if (lastDay > today) return refuse({ kind: 'not-over', lastDay, today });
  return accept('held');
}

/** 中止: a planned course will not take place; who asks later reads why. */
export function cancelCourse(
  { state, results }: { readonly state: CourseState; readonly results: number },
  reason: string,
): Result<'cancelled', CourseRefusal> {
  if (state !== 'planned') return refuse({ kind: 'not-planned', state });
  if (results > 0) return refuse({ kind: 'has-results', count: results });
  return reason.trim() === '' ? refuse({ kind: 'no-reason' }) : accept('cancelled');
}

function problemAt(key: (typeof courseFields)[number]['key'], problem: RuleProblem): FieldProblem {
  return { key, header: courseFields.find((field) => field.key === key)?.header ?? key, problem };
}
