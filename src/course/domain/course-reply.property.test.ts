import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { attendanceStates } from './attendance.ts';
import { replyToCourse } from './course-reply.ts';
import { courseStates } from './course-kind.ts';

const today = plainDate('2022-11-30');
const facts = fc.record({
  state: fc.constantFrom(...courseStates.map(({ code }) => code)),
  firstDay: fc.constantFrom(...['2022-11-29', '2022-11-30', '2022-12-01'].map(plainDate)),
  lastDay: fc.constant(plainDate('2022-12-01')),
  capacity: fc.constantFrom(null, 1, 2),
  takenByOthers: fc.nat({ max: 3 }),
});

test('an instructor answers up to the first day, never undoes a result and never takes a place that is not free', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...attendanceStates),
      fc.constantFrom('accept' as const, 'decline' as const),
      facts,
      (attendance, reply, course) => {
        const answered = replyToCourse(attendance, reply, { ...course, today });
        if (!answered.ok) return;
        expect(answered.value).toBe(reply === 'accept' ? 'attending' : 'declined');
        expect(course.firstDay >= today).toBe(true);
        expect(course.state).not.toBe('cancelled');
        expect(['completed', 'incomplete', 'absent']).not.toContain(attendance);
        const isNew = attendance !== answered.value;
        if (reply === 'accept' && isNew && course.capacity !== null)
          expect(course.takenByOthers).toBeLessThan(course.capacity);
      },
    ),
  );
});
