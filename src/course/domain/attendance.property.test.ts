import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { attendanceRefusalText } from '../text.ts';
import {
  attendanceCommands,
  attendanceStates,
  attendanceTable,
  moveAttendance,
  type AttendanceState,
} from './attendance.ts';
import { courseStates } from './course-kind.ts';

const lastDay = plainDate('2022-09-14');
const command = fc.constantFrom(...attendanceCommands);
const state = fc.constantFrom(...courseStates.map(({ code }) => code));

test('no sequence of commands leaves the table, and nothing but undo leads away from a result', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(command, state), { maxLength: 30 }), (sequence) => {
      let current: AttendanceState = 'invited';
      for (const [each, courseState] of sequence) {
        const moved = moveAttendance(current, each, { state: courseState, lastDay });
        if (!moved.ok) continue;
        expect(attendanceTable[current][each]).toBe(moved.value);
        if (['completed', 'incomplete', 'absent'].includes(current)) expect(each).toBe('undo');
        if (moved.value === 'completed') expect(courseState).toBe('held');
        current = moved.value;
      }
    }),
  );
});

test('every cell that the table leaves out is refused with a Japanese sentence', () => {
  for (const current of attendanceStates) {
    for (const each of attendanceCommands) {
      const moved = moveAttendance(current, each, { state: 'held', lastDay });
      expect(moved.ok).toBe(attendanceTable[current][each] !== undefined);
      if (!moved.ok) expect(attendanceRefusalText(moved.refusal)).toMatch(/[ぁ-ん]/u);
    }
  }
});
