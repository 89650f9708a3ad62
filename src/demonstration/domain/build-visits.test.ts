import { describe, expect, test } from 'vitest';
import { weekdayOf } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { instructorOf, live, organizationOf, visits } from './demonstration-records.fixture.ts';

describe('the visits agree with each other', () => {
  test('an instructor has one visit a day, so that no two can overlap', () => {
    const days = live.flatMap(({ visitOn, instructorNumbers }) => instructorNumbers.map((who) => `${who} ${visitOn}`));
    expect(new Set(days).size).toBe(days.length);
  });

  test('every visit is on a business day, a cancelled one too', () => {
    expect(visits.inputs.filter(({ visitOn }) => !isBusinessDay(visitOn))).toEqual([]);
  });

  test('there are visits in the week of the working date', () => {
    const week = live.filter(({ visitOn }) => visitOn >= '2022-11-28' && visitOn <= '2022-12-02');
    expect(week.map(({ status }) => status).toSorted()).toEqual(expect.arrayContaining(['held', 'planned']));
  });

  test('an instructor teaches trades of their own, on free days, after the course, within the cap and not at home', () => {
    const wrong = live.flatMap(({ number, tradeCode, visitOn, instructorNumbers, organizationNumber }) =>
      instructorNumbers.map(instructorOf).flatMap((instructor) => {
        const { course, availableWeekdays, unavailableDates, kind, employer, trades } = instructor;
        const trained = course?.status === 'exempt' || (course?.status === 'completed' && course.on <= visitOn);
        const problems = [
          trades.includes(tradeCode) ? '' : 'trade',
          kind === 'meister' && !trained ? 'course' : '',
          availableWeekdays && !availableWeekdays.includes(weekdayOf(visitOn)) ? 'weekday' : '',
          unavailableDates?.includes(visitOn) ? 'day off' : '',
          employer === organizationOf(organizationNumber).name ? 'employer' : '',
        ];
        return problems
          .filter((problem) => problem !== '')
          .map((problem) => `${number} ${instructor.number} ${problem}`);
      }),
    );
    expect(wrong).toEqual([]);
    const given = Map.groupBy(
      live.flatMap(({ instructorNumbers }) => instructorNumbers),
      (number) => number,
    );
    const over = [...given].filter(([number, all]) => all.length > (instructorOf(number).yearlyCap ?? Infinity));
    expect(over).toEqual([]);
  });

  test('a cancelled visit says why, and only a cancelled one', () => {
    expect(
      visits.inputs.filter(({ status, cancelReason }) => (status === 'cancelled') !== (cancelReason !== null)),
    ).toEqual([]);
    expect(visits.inputs.length - live.length).toBe(6);
  });
});
