import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { CourseState } from './course-kind.ts';

/** 出欠と結果. From the invitation to the result of one instructor in one course. */
export const attendanceStates = ['invited', 'attending', 'declined', 'completed', 'incomplete', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const attendanceCommands = ['accept', 'decline', 'complete', 'fail', 'miss', 'undo'] as const;
export type AttendanceCommand = (typeof attendanceCommands)[number];

/** The whole table: what is not in it is refused. A result is taken back by `undo` and then entered anew. */
export const attendanceTable: Readonly<
  Record<AttendanceState, Readonly<Partial<Record<AttendanceCommand, AttendanceState>>>>
> = {
  invited: { accept: 'attending', decline: 'declined', complete: 'completed', fail: 'incomplete', miss: 'absent' },
  attending: { decline: 'declined', complete: 'completed', fail: 'incomplete', miss: 'absent' },
  declined: { accept: 'attending' },
  completed: { undo: 'attending' },
  incomplete: { undo: 'attending' },
  absent: { undo: 'attending' },
};

/** Whether somebody is still awaited: invited or coming, and without a result. */
export function isAwaited(state: AttendanceState): boolean {
  return state === 'invited' || state === 'attending';
}

/** The commands that enter a result. */
const results: readonly AttendanceCommand[] = ['complete', 'fail', 'miss'];

export type AttendanceRefusal =
  | { readonly kind: 'not-possible'; readonly state: AttendanceState; readonly command: AttendanceCommand }
  | { readonly kind: 'cancelled' }
  /** Results come when the course is over. */
  | { readonly kind: 'not-held'; readonly lastDay: PlainDate };

type CourseFacts = { readonly state: CourseState; readonly lastDay: PlainDate };

/** The state after a command; a result only once the course was held. */
export function moveAttendance(
  state: AttendanceState,
  command: AttendanceCommand,
  course: CourseFacts,
): Result<AttendanceState, AttendanceRefusal> {
  if (course.state === 'cancelled') return refuse({ kind: 'cancelled' });
  const next = attendanceTable[state][command];
  if (next === undefined) return refuse({ kind: 'not-possible', state, command });
  if (results.includes(command) && course.state !== 'held')
    return refuse({ kind: 'not-held', lastDay: course.lastDay });
  return accept(next);
}

/** Why nobody is invited. */
export type InvitationRefusal =
  | { readonly kind: 'nobody-chosen' }
  | { readonly kind: 'not-planned'; readonly state: CourseState }
  | { readonly kind: 'over-capacity'; readonly capacity: number; readonly taken: number; readonly chosen: number };

/** Whether so many more may be invited: a place is taken by everybody who has not declined. */
export function checkInvitation(
  { state, capacity, taken }: { readonly state: CourseState; readonly capacity: number | null; readonly taken: number },
  chosen: number,
): Result<true, InvitationRefusal> {
  if (chosen === 0) return refuse({ kind: 'nobody-chosen' });
  if (state === 'cancelled') return refuse({ kind: 'not-planned', state });
  if (capacity !== null && taken + chosen > capacity) return refuse({ kind: 'over-capacity', capacity, taken, chosen });
  return accept(true);
}
