import { describe, expect, test } from 'vitest';
import { findMetric } from '#report/domain/metric-label.ts';
import { WORKING_DATE } from './build-visits.ts';
import { instructorOf, live, organizationOf, plans, visits } from './demonstration-records.fixture.ts';

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
