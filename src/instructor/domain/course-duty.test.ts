import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { courseDutyOn, withCompletion, withoutCompletion } from './course-duty.ts';

const day = plainDate('2022-12-05');
const on = (date: string) => ({ status: 'completed', on: plainDate(date) }) as const;

describe('the course comes before the first instruction [domain.md §5.2]', () => {
  test.each([
    ['completed the day before', 'meister', on('2022-12-04'), 'completed'],
    ['completed on the day itself', 'meister', on('2022-12-05'), 'completed'],
    ['completed the day after', 'meister', on('2022-12-06'), 'later'],
    ['exempt', 'meister', { status: 'exempt' }, 'exempt'],
    ['not taken', 'meister', { status: 'not-taken' }, 'not-taken'],
    ['nothing written down', 'meister', null, 'unknown'],
    ['a skilled worker', 'skilled-worker', null, 'not-needed'],
    ['a medalist who has not taken it', 'medalist', { status: 'not-taken' }, 'not-needed'],
  ] as const)('%s', (_name, kind, course, expected) => {
    expect(courseDutyOn({ kind, course }, day).kind).toBe(expected);
  });
});

test('a first completion counts, a later one changes nothing, an exemption stays', () => {
  expect(withCompletion(null, day)).toEqual(on('2022-12-05'));
  expect(withCompletion({ status: 'not-taken' }, day)).toEqual(on('2022-12-05'));
  expect(withCompletion(on('2014-02-14'), day)).toEqual(on('2014-02-14'));
  expect(withCompletion(on('2023-02-14'), day)).toEqual(on('2022-12-05'));
  expect(withCompletion({ status: 'exempt' }, day)).toEqual({ status: 'exempt' });
});

test('a slip takes back its own completion and no other', () => {
  expect(withoutCompletion(on('2022-12-05'), day)).toEqual({ status: 'not-taken' });
  expect(withoutCompletion(on('2014-02-14'), day)).toEqual(on('2014-02-14'));
  expect(withoutCompletion({ status: 'exempt' }, day)).toEqual({ status: 'exempt' });
});
