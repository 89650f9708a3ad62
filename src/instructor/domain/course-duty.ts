import type { PlainDate } from '#kernel/plain-date.ts';
import type { CourseStatus } from './course-status.ts';
import type { InstructorKind } from './instructor-kind.ts';

/** 講習の要否. How somebody stands towards 指導技法等講習 on one day. */
export type CourseDuty =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'exempt' }
  | { readonly kind: 'completed'; readonly on: PlainDate }
  /** Completed, but only after that day. */
  | { readonly kind: 'later'; readonly on: PlainDate }
  | { readonly kind: 'not-taken' }
  /** Nobody wrote down whether the course was taken. */
  | { readonly kind: 'unknown' };

/**
 * The course comes before the first instruction (domain.md §5.2; S1 3(2)): a Meister has completed it on or before the day
 * or is exempt; the other kinds need none. Every place that chooses an instructor asks this one rule.
 */
export function courseDutyOn(
  { kind, course }: { readonly kind: InstructorKind; readonly course: CourseStatus | null },
  day: PlainDate,
): CourseDuty {
  if (kind !== 'meister') return { kind: 'not-needed' };
  if (course === null) return { kind: 'unknown' };
  if (course.status !== 'completed') return { kind: course.status };
  return { kind: course.on <= day ? 'completed' : 'later', on: course.on };
}

/**
 * What a completed 指導技法等講習 makes of a course status. The first completion counts, and an exemption stays one: a
 * later course must not make earlier instruction look untrained.
 */
export function withCompletion(before: CourseStatus | null, on: PlainDate): CourseStatus {
  if (before?.status === 'exempt') return before;
  return before?.status === 'completed' && before.on <= on ? before : { status: 'completed', on };
}

/** What is left when a completion of that day turns out to be a slip; another completion stays. */
export function withoutCompletion(before: CourseStatus | null, on: PlainDate): CourseStatus | null {
  return before?.status === 'completed' && before.on === on ? { status: 'not-taken' } : before;
}
