import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isSmallOrMedium } from '#reference/domain/sme.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { buildDemonstrationOffice, buildLastYear } from './demonstration-office.ts';
import { WORKING_DATE } from './build-visits.ts';
import {
  instructorOf,
  instructors,
  live,
  organizations,
  plans,
  requests,
  tables,
  visits,
} from './demonstration-records.fixture.ts';

describe('every record is one that the desk accepts', () => {
  test.each([
    ['organizations', organizations],
    ['instructors', instructors],
    ['requests', requests],
    ['visits', visits],
    ['plan items of 令和4年度', plans[0]],
    ['plan items of 令和5年度', plans[1]],
  ])('%s', (_name, table) => {
    expect(table?.problems).toEqual([]);
    const numbers = table?.inputs.map(({ number }) => number) ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a firm is called 中小企業 exactly when its size says so [domain.md §8]', () => {
    const firms = organizations.inputs.filter(({ kind }) => kind === 'sme' || kind === 'large-enterprise');
    const answers = firms.map(({ kind, industryCode, capitalYen, employees }) => [
      kind,
      isSmallOrMedium({ industry: industryCode, capitalYen, employees }, WORKING_DATE),
    ]);
    expect(answers.filter(([kind, answer]) => (kind === 'sme' ? answer !== 'yes' : answer !== 'no'))).toEqual([]);
  });

  test('every trade is one that holds on the day it is taught', () => {
    const taught = live.filter(({ tradeCode, visitOn }) => !findTrade(tradeCode, visitOn));
    expect(taught).toEqual([]);
  });
});

test('nothing but planned visits, candidate days and days off lies after the working date', () => {
  const days = instructors.inputs.flatMap(({ certifiedOn, lastActivityOn, course }) => [
    certifiedOn,
    lastActivityOn,
    course?.status === 'completed' ? course.on : null,
  ]);
  expect(days.filter((day) => day !== null && day > WORKING_DATE)).toEqual([]);
});

test('last activity is what was known before this year: last year counts, this year does not', () => {
  const lastDays = new Map(
    buildLastYear()
      .filter(({ status }) => status === '実施')
      .flatMap(({ date, series }) => series.instructors.map((number) => [number, date] as const)),
  );
  expect([...lastDays].filter(([number, day]) => instructorOf(number).lastActivityOn !== day)).toEqual([]);
  expect(instructors.inputs.filter(({ lastActivityOn }) => (lastActivityOn ?? '') >= '2022-04-01')).toEqual([]);
});

test('some instructors are dormant and some are about to be [domain.md §5.2]', () => {
  const since = (from: string, until: string) =>
    instructors.inputs.filter(({ lastActivityOn }) => (lastActivityOn ?? '') >= from && (lastActivityOn ?? '') < until);
  expect(since('2019-01-01', plainDate('2019-11-30')).length).toBeGreaterThanOrEqual(3);
  expect(since('2019-11-30', plainDate('2020-05-30')).length).toBeGreaterThanOrEqual(5);
});

test('the office is the same at every call', () => {
  expect(buildDemonstrationOffice()).toEqual(tables);
});
