import { describe, expect, test } from 'vitest';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { plainDate, weekdayOf } from '#kernel/plain-date.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import type { RequestInput } from '#dispatch/domain/request.ts';
import type { InstructorInput } from '#instructor/domain/instructor.ts';
import { instructorFields } from '#instructor/domain/instructor-fields.ts';
import type { OrganizationInput } from '#organization/domain/organization.ts';
import { organizationFields } from '#organization/domain/organization-fields.ts';
import { planItemFields } from '#plan/domain/plan-item-fields.ts';
import type { PlanItemInput } from '#plan/domain/plan-item.ts';
import type { AnyField } from '#record/domain/field.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { isSmallOrMedium } from '#reference/domain/sme.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { findMetric } from '#report/domain/metric-label.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { visitFields } from '#schedule/domain/visit-fields.ts';
import { matchHeader } from '#transfer/domain/match-header.ts';
import { readRows } from '#transfer/domain/read-rows.ts';
import { buildDemonstrationOffice, buildLastYear } from './demonstration-office.ts';
import { WORKING_DATE } from './build-visits.ts';
import type { DemonstrationTable } from './demonstration-table.ts';

const tables = buildDemonstrationOffice();

function read<Input>(kind: DemonstrationTable['kind'], fields: readonly AnyField[], fiscalYear = 2022) {
  const table = tables.find((candidate) => candidate.kind === kind && candidate.fiscalYear === fiscalYear);
  if (!table) throw new Error(`no table ${kind} of ${fiscalYear}`);
  const match = matchHeader(table.header, fields);
  if (!match.ok) throw new Error(JSON.stringify(match.refusal));
  const { inputs, problems } = readRows(
    table.rows.map((cells, index) => ({ line: index + 2, cells })),
    match.value,
    fields,
  );
  return { inputs: inputs.map(({ input }) => input as Input), problems };
}

const organizations = read<OrganizationInput>('organizations', organizationFields);
const instructors = read<InstructorInput>('instructors', instructorFields);
const requests = read<RequestInput>('requests', requestFields);
const visits = read<VisitInput>('visits', visitFields);
const plans = [2022, 2023].map((year) => read<PlanItemInput>('plan-items', planItemFields, year));

const organizationOf = byNumber(organizations.inputs);
const instructorOf = byNumber(instructors.inputs);
const requestOf = byNumber(requests.inputs);
const live = visits.inputs.filter(({ status }) => status !== 'cancelled');

function byNumber<Input extends { readonly number: string }>(inputs: readonly Input[]): (number: string) => Input {
  const map = new Map(inputs.map((input) => [input.number, input]));
  return (number) => {
    const found = map.get(number);
    if (!found) throw new Error(`nothing has the number ${number}`);
    return found;
  };
}

type Condition = { readonly program: string; readonly kinds?: readonly string[]; readonly status: string };

function sum({ program, kinds, status }: Condition) {
  const counted = visits.inputs.filter(
    (visit) =>
      visit.program === program &&
      visit.status === status &&
      (kinds?.includes(organizationOf(visit.organizationNumber).kind) ?? true),
  );
  return { visits: counted.length, trainees: counted.reduce((total, { trainees }) => total + trainees, 0) };
}

const sme = ['sme', 'trade-body'];
const school = ['technical-school'];

describe('the figures of 令和4年度 as of 30 November [domain.md §6.1]', () => {
  test.each([
    ['practical-instruction', sme, 'held', { visits: 79, trainees: 158 }],
    ['practical-instruction', sme, 'planned', { visits: 34, trainees: 42 }],
    ['practical-instruction', school, 'held', { visits: 57, trainees: 629 }],
    ['practical-instruction', school, 'planned', { visits: 67, trainees: 454 }],
    ['practical-instruction', undefined, 'held', { visits: 136, trainees: 787 }],
    ['practical-instruction', undefined, 'planned', { visits: 101, trainees: 496 }],
    ['skilled-worker-dispatch', undefined, 'held', { visits: 2, trainees: 40 }],
    ['skilled-worker-dispatch', undefined, 'planned', { visits: 4, trainees: 88 }],
    ['medalist-talk', undefined, 'held', { visits: 2, trainees: 101 }],
    ['medalist-talk', undefined, 'planned', { visits: 1, trainees: 21 }],
    ['support-station', undefined, 'held', { visits: 0, trainees: 0 }],
    ['appeal-session', undefined, 'held', { visits: 0, trainees: 0 }],
  ])('%s at %j, %s: %j', (program, kinds, status, expected) => {
    expect(sum({ program, ...(kinds && { kinds }), status })).toEqual(expected);
  });

  test('skilled workers teach the three trades of the report', () => {
    const trades = live
      .filter(({ program }) => program === 'skilled-worker-dispatch')
      .map(({ tradeCode }) => tradeCode);
    expect([...new Set(trades)].toSorted()).toEqual(['flower-soshoku', 'nihon-ryori', 'seiyo-ryori']);
  });

  test('the medalist talks have their days, people, one firm and 溶接 as their trade', () => {
    const talks = live.filter(({ program }) => program === 'medalist-talk');
    expect(talks.map(({ visitOn, trainees, status, tradeCode }) => [visitOn, trainees, status, tradeCode])).toEqual([
      ['2022-11-15', 25, 'held', 'denki-yosetsu'],
      ['2022-11-21', 76, 'held', 'denki-yosetsu'],
      ['2022-12-01', 21, 'planned', 'denki-yosetsu'],
    ]);
    const speakers = talks.flatMap(({ instructorNumbers }) => instructorNumbers.map(instructorOf));
    expect(new Set(speakers.map(({ employer, kind }) => `${kind} ${employer}`)).size).toBe(1);
  });

  test('each planned session at a firm has one or two trainees', () => {
    const planned = live.filter(
      ({ status, organizationNumber }) => status === 'planned' && sme.includes(organizationOf(organizationNumber).kind),
    );
    expect(planned.filter(({ trainees }) => trainees < 1 || trainees > 2)).toEqual([]);
  });

  test('nothing is held after the working date and nothing still planned up to it', () => {
    const wrong = live.filter(({ status, visitOn }) => (status === 'held') !== visitOn <= WORKING_DATE);
    expect(wrong).toEqual([]);
  });
});

const TARGETS_OF_2022 = {
  'visits.total': 170,
  'visits.sme': 70,
  'visits.school': 100,
  'trainees.total': 1200,
  'outreach.station.visits': 2,
  // The winter fair is the demonstration's own: it shows a planned event beside the published figures.
  'outreach.place.sessions': 1,
  'outreach.place.personDays': 300,
  'skilled.visits': 10,
  'skilled.trainees': 130,
  'medalist.sessions': 7,
  'certification.certified': 3,
  'course.sessions': 2,
  'council.meetings': 2,
  'output.personDays': 1200,
  'outcome.satisfaction': 90,
  'outcome.understanding': 90,
  'outcome.trigger': 90,
};

const TARGETS_OF_2023 = {
  'visits.total': 270,
  'visits.sme': 100,
  'visits.school': 170,
  'trainees.total': 1600,
  'outreach.station.places': 2,
  'outreach.school.sessions': 10,
  'outreach.school.personDays': 400,
  'skilled.visits': 10,
  'skilled.trainees': 130,
  'certification.certified': 4,
  'course.sessions': 2,
  'council.meetings': 2,
  'output.personDays': 1600,
};

test.each([
  ['令和4年度 [domain.md §6.1]', 0, TARGETS_OF_2022],
  ['令和5年度 [domain.md §6.2]', 1, TARGETS_OF_2023],
])('the plan of %s sets every target under a name the report counts', (_name, index, expected) => {
  const targets = plans[index]?.inputs.flatMap((item) => item.targets ?? []) ?? [];
  const counted = targets.flatMap((target) => {
    const metric = findMetric(target);
    return metric ? [[metric.key, target.value] as const] : [];
  });
  expect(Object.fromEntries(counted)).toEqual(expected);
  expect(counted).toHaveLength(Object.keys(expected).length);
});

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

describe('the requests agree with the visits', () => {
  test('a visit has the host, the programme and the trade of its request', () => {
    const differing = visits.inputs.filter(({ requestNumber, organizationNumber, program, tradeCode }) => {
      if (requestNumber === null) return false;
      const request = requestOf(requestNumber);
      return (
        request.organizationNumber !== organizationNumber ||
        request.program !== program ||
        request.tradeCode !== tradeCode
      );
    });
    expect(differing).toEqual([]);
    expect(live.filter(({ requestNumber }) => requestNumber === null)).toHaveLength(4);
  });

  test('a request has as many visits as it wished, or waits with none', () => {
    const counts = requests.inputs.map(({ number, wishedSessions }) => ({
      number,
      wishedSessions,
      given: live.filter(({ requestNumber }) => requestNumber === number).length,
    }));
    expect(counts.filter(({ wishedSessions, given }) => given !== 0 && given !== wishedSessions)).toEqual([]);
    const open = requests.inputs.filter(({ number }) => counts.some((row) => row.number === number && row.given === 0));
    const yearOf = ({ candidateDates }: RequestInput) => fiscalYearOf(candidateDates[0]?.from ?? WORKING_DATE);
    expect(open.filter((request) => yearOf(request) === 2022)).toHaveLength(13);
    expect(open.filter((request) => yearOf(request) === 2023)).toHaveLength(13);
  });

  test('every request came in on a business day, before its first candidate day and by the working date', () => {
    const wrong = requests.inputs.filter(
      ({ receivedOn, candidateDates }) =>
        !isBusinessDay(receivedOn) ||
        receivedOn > WORKING_DATE ||
        candidateDates.some(({ from }) => from <= receivedOn),
    );
    expect(wrong).toEqual([]);
  });

  test('nobody asked for サポステ in 令和4年度 [domain.md §6.1]', () => {
    const asked = requests.inputs.filter(({ program }) => program === 'support-station');
    expect(asked.map(({ candidateDates }) => fiscalYearOf(candidateDates[0]?.from ?? WORKING_DATE))).toEqual([
      2023, 2023,
    ]);
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
