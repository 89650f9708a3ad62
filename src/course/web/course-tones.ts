import type { ChipTone } from '#ui/chip-label.tsx';
import type { AttendanceState } from '../domain/attendance.ts';
import type { CourseState } from '../domain/course-kind.ts';

export const stateTones: Readonly<Record<CourseState, ChipTone>> = {
  planned: 'progress',
  held: 'done',
  cancelled: 'stopped',
};

export const attendanceTones: Readonly<Record<AttendanceState, ChipTone>> = {
  invited: 'attention',
  attending: 'progress',
  declined: 'stopped',
  completed: 'done',
  incomplete: 'attention',
  absent: 'stopped',
};
