import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { dayWarning } from './day-warning.ts';
import { findClash, hoursOf, overlaps, tabulateOccupations } from './occupation.ts';
import { kindsOfLine } from './report-line.ts';
import { visitFields } from './visit-fields.ts';
import { cancelVisit, holdVisit, moveVisit } from './visit-transition.ts';
import {
  checkAttendance,
  checkCourses,
  checkRegistrations,
  checkReferences,
  checkStatus,
  checkTimes,
  checkVisit,
  type VisitInput,
  type VisitInstructor,
  type VisitKnown,
} from './visit.ts';

const today = plainDate('2022-11-30');
const visitOn = plainDate('2022-11-21');

const visit: VisitInput = {
  number: 'V-1',
  requestNumber: 'R-1',
  program: 'practical-instruction',
  organizationNumber: 'O-1',
  instructorNumbers: ['M-1'],
  tradeCode: 'kikai-kako',
  visitOn,
  startsAt: '13:00',
  endsAt: '15:00',
  trainees: 5,
  status: 'held',
  cancelReason: null,
};

const known: VisitKnown = {
  today,
  hosts: new Map([['O-1', { id: '1', number: 'O-1', name: '架空精機', kind: 'sme', municipalityCode: '352039' }]]),
  requests: new Map([['R-1', { id: '1', organizationNumber: 'O-1', program: 'practical-instruction' }]]),
  instructors: new Map([
    ['M-1', { id: '1', name: '架空 太郎', kind: 'meister', course: { status: 'exempt' }, endedOn: null }],
  ]),
  occupations: tabulateOccupations([]),
  attendance: new Map(),
};

test('reads the columns of contract.md §3 in their order, and reads back what it writes', () => {
  expect(visitFields.map(({ header, required }) => `${required ? '*' : ''}${header}`)).toEqual([
    '*派遣番号',
    '要請番号',
    '*事業区分',
    '*派遣先番号',
    '*登録番号',
    '*職種',
    '*実施日',
    '開始',
    '終了',
    '*受講者数',
    '*状態',
    '中止理由',
  ]);
  expect(parseFields(visitFields, formatFields(visitFields, visit))).toEqual({ ok: true, value: visit });
});

test.each([
  ['0', true],
  ['-1', false],
])('受講者数 of %s is accepted: %s', (trainees, accepted) => {
  expect(parseFields(visitFields, { ...formatFields(visitFields, visit), trainees }).ok).toBe(accepted);
});

test('a visit without fault passes every rule', () => {
  expect(checkVisit(visit, known)).toEqual([]);
});

test.each([
  ['13:00', '13:01', true],
  ['13:00', '13:00', false],
  ['13:00', '12:59', false],
  [null, '12:59', true],
  ['13:00', null, true],
])('開始 %s, 終了 %s: the end comes after the beginning: %s [FRM-11]', (startsAt, endsAt, passes) => {
  expect(checkTimes({ startsAt, endsAt }).length === 0).toBe(passes);
});

test.each([
  ['held', '2022-11-30', null, []],
  ['held', '2022-12-01', null, ['not-yet']],
  ['planned', '2022-11-29', null, []],
  ['planned', '2022-12-01', '大雪', ['only-when']],
  ['held', '2022-11-30', '大雪', ['only-when']],
  ['cancelled', '2022-12-01', '大雪', []],
  ['cancelled', '2022-12-01', null, ['needed-when']],
] as const)('%s on %s with reason %s, today being 2022-11-30: %j', (status, day, cancelReason, kinds) => {
  const problems = checkStatus({ status, visitOn: plainDate(day), cancelReason }, today);
  expect(problems.map(({ problem }) => problem.kind)).toEqual(kinds);
});

test('a visit that contradicts its request names both hosts and both 事業区分', () => {
  const hosts = new Map([
    ...known.hosts,
    ['O-2', { id: '2', number: 'O-2', name: '別', kind: 'sme', municipalityCode: '352039' }],
  ]);
  const problems = checkReferences(
    { ...visit, organizationNumber: 'O-2', program: 'hands-on-class' },
    { ...known, hosts },
  );
  expect(problems.map(({ problem }) => problem)).toEqual([
    { kind: 'differs', value: 'O-2', record: '要請「R-1」', expected: 'O-1' },
    { kind: 'differs', value: '体験教室', record: '要請「R-1」', expected: '実技指導' },
  ]);
});

test.each([
  ['09:00', '13:00', false],
  ['09:00', '13:01', true],
  ['13:30', '14:00', true],
  ['14:59', '16:00', true],
  ['15:00', '16:00', false],
])('13:00–15:00 and %s–%s overlap: %s', (startsAt, endsAt, expected) => {
  const hours = { day: visitOn, startsAt: '13:00', endsAt: '15:00' };
  expect([
    overlaps(hours, { day: visitOn, startsAt, endsAt }),
    overlaps({ day: visitOn, startsAt, endsAt }, hours),
  ]).toEqual([expected, expected]);
  expect(overlaps(hours, { day: today, startsAt, endsAt })).toBe(false);
});

test('a cancelled visit and one without times occupy nobody', () => {
  expect(hoursOf({ ...visit, status: 'cancelled' })).toBeUndefined();
  expect(hoursOf({ ...visit, startsAt: null })).toBeUndefined();
  expect(hoursOf({ ...visit, endsAt: null })).toBeUndefined();
  expect(hoursOf(visit)).toEqual({ day: visitOn, startsAt: '13:00', endsAt: '15:00' });
});

test('a clash is with another visit of the same instructor and day only, and says who, when and where', () => {
  const there = {
    instructor: 'M-1',
    day: visitOn,
    startsAt: '14:00',
    endsAt: '16:00',
    visit: 'V-2',
    host: '架空工業高校',
  };
  const clash = (changes: Partial<typeof there>) =>
    findClash(tabulateOccupations([{ ...there, ...changes }]), {
      instructor: 'M-1',
      visit: 'V-1',
      hours: { day: visitOn, startsAt: '13:00', endsAt: '15:00' },
    });
  expect(clash({})).toEqual(there);
  expect([clash({ visit: 'V-1' }), clash({ instructor: 'M-2' }), clash({ day: today })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const [problem] = checkVisit(visit, { ...known, occupations: tabulateOccupations([there]) });
  expect(problem).toMatchObject({
    key: 'instructorNumbers',
    problem: { name: '架空 太郎', day: visitOn, startsAt: '14:00', visit: 'V-2', host: '架空工業高校' },
  });
});

test.each(['held', 'cancelled'] as const)('a %s visit is neither held nor cancelled again', (status) => {
  const refusal = { ok: false, refusal: { kind: 'not-planned', status } };
  expect(holdVisit({ ...visit, status }, { visitOn, trainees: 1 })).toEqual(refusal);
  expect(cancelVisit({ ...visit, status }, '大雪')).toEqual(refusal);
  expect(moveVisit({ ...visit, status }, { visitOn, startsAt: '09:00', endsAt: null })).toEqual(refusal);
});

test('a planned visit is held with its people, or cancelled with its reason', () => {
  const planned: VisitInput = { ...visit, status: 'planned' };
  expect(holdVisit(planned, { visitOn: today, trainees: 8 })).toEqual({
    ok: true,
    value: { ...planned, status: 'held', visitOn: today, trainees: 8 },
  });
  expect(cancelVisit(planned, '大雪')).toEqual({
    ok: true,
    value: { ...planned, status: 'cancelled', cancelReason: '大雪' },
  });
});

test.each([
  ['2022-11-21', undefined],
  ['2022-11-23', { kind: 'holiday', name: '勤労感謝の日' }],
  ['2022-12-29', { kind: 'closure', name: '年末年始' }],
  ['2022-11-26', { kind: 'weekend', weekday: 6 }],
  ['2022-11-27', { kind: 'weekend', weekday: 0 }],
])('%s is worth a warning: %j [DAT-36]', (day, warning) => {
  expect(dayWarning(plainDate(day))).toEqual(warning);
});

test('中小企業 and 業界団体 report as one line, 工業高校等 as the other (contract.md §4)', () => {
  expect([kindsOfLine('sme'), kindsOfLine('school')]).toEqual([['sme', 'trade-body'], ['technical-school']]);
});

describe('nobody instructs before the course [domain.md §5.2]', () => {
  const someone = (changes: Partial<VisitInstructor>): VisitKnown => ({
    ...known,
    instructors: new Map([
      [
        'M-1',
        { id: '1', name: '架空 太郎', kind: 'meister', course: { status: 'not-taken' }, endedOn: null, ...changes },
      ],
    ]),
  });
  const on = (text: string) => ({ status: 'completed', on: plainDate(text) }) as const;

  test.each([
    ['not taken', {}, [null]],
    ['completed the day after the visit', { course: on('2022-12-06') }, ['2022-12-06']],
    ['completed on the day of the visit', { course: on('2022-12-05') }, []],
    ['exempt', { course: { status: 'exempt' } }, []],
    ['nothing written down', { course: null }, []],
    ['a skilled worker', { kind: 'skilled-worker' }, []],
  ] as const)('%s', (_situation, changes, refused) => {
    const problems = checkCourses({ ...visit, status: 'planned', visitOn: plainDate('2022-12-05') }, someone(changes));
    expect(problems.map(({ problem }) => 'completedOn' in problem && problem.completedOn)).toEqual(refused);
  });

  test('what was held is refused only for who never took it: the day in the ledger may be that of a later course', () => {
    const held = { ...visit, status: 'held' } as const;
    expect(checkCourses(held, someone({ course: on('2022-12-06') }))).toEqual([]);
    expect(checkCourses(held, someone({}))).toHaveLength(1);
  });

  test('a cancelled visit asks for no course', () => {
    expect(checkCourses({ ...visit, status: 'cancelled' }, someone({}))).toEqual([]);
  });
});

test.each([
  ['planned', '2022-12-05', 1],
  ['planned', '2022-12-06', 0],
  ['held', '2022-12-05', 0],
  ['cancelled', '2022-12-05', 0],
] as const)(
  'a %s visit of 2022-12-05 of somebody whose registration ends on %s: %i problems [domain.md §4.2]',
  (status, endedOn, count) => {
    const person = { id: '1', name: '架空 太郎', kind: 'meister', course: { status: 'exempt' } } as const;
    const instructors = new Map([['M-1', { ...person, endedOn: plainDate(endedOn) }]]);
    const planned = { ...visit, status, visitOn: plainDate('2022-12-05') };
    expect(checkRegistrations(planned, { instructors })).toHaveLength(count);
  },
);

test('a planned visit moves to another day or other hours, and nothing but these changes', () => {
  const planned = { ...visit, status: 'planned' as const };
  const { visitOn, startsAt, endsAt } = planned;
  expect(moveVisit(planned, { visitOn, startsAt, endsAt })).toEqual({ ok: false, refusal: { kind: 'not-moved' } });
  const slot = { visitOn: plainDate('2023-01-10'), startsAt: '09:00', endsAt: null };
  expect(moveVisit(planned, slot)).toEqual({ ok: true, value: { ...planned, ...slot } });
});

test.each([
  ['held', 5, 5, []],
  ['held', 5, 4, [{ kind: 'ticked', typed: 5, came: 4 }]],
  ['held', 5, 0, [{ kind: 'ticked', typed: 5, came: 0 }]],
  ['planned', 5, 4, [{ kind: 'ticked', typed: 5, came: 4 }]],
  ['cancelled', 5, 4, []],
  ['held', 5, undefined, []],
] as const)(
  'a %s visit of %i people with %s ticks on its roster: %j (contract.md §4)',
  (status, trainees, came, problems) => {
    const attendance = new Map(came === undefined ? [] : [['V-1', came]]);
    const found = checkAttendance({ number: 'V-1', status, trainees }, { attendance });
    expect(found.map(({ problem }) => problem)).toEqual(problems);
  },
);
