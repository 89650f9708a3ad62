import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import { aCandidate, cornerFacts, requestFacts, wholeDays } from './candidate.fixture.ts';
import { eligibilityRules, judgeCandidate, type EligibilityRule } from './eligibility.ts';
import { proposedDays } from './free-days.ts';
import { isOwnEmployer } from './own-employer.ts';

type Changes = {
  readonly candidate?: Partial<CandidateFacts>;
  readonly request?: Partial<RequestFacts>;
  readonly corner?: Partial<CornerFacts>;
};

function judge({ candidate, request, corner }: Changes) {
  const facts = { candidate: aCandidate(candidate), request: requestFacts(request), corner: cornerFacts(corner) };
  return judgeCandidate({ ...facts, days: proposedDays(facts.request, facts.corner) });
}

const monday = plainDate('2022-12-05');
const days = ['2022-12-05', '2022-12-06', '2022-12-07', '2022-12-08', '2022-12-09'].map(plainDate);
const alone = { corner: { hasMeister: false } };

/** Each rule by itself: what changes, and whether the rule passes. */
const CASES: Readonly<Record<EligibilityRule, readonly (readonly [string, Changes, boolean])[]>> = {
  registered: [
    ['somebody in the registry', {}, true],
    ['somebody who left it', { candidate: { isDeleted: true } }, false],
  ],
  'trade-taught': [
    ['the trade of the request', { candidate: { tradeCodes: ['zoen', 'kikai-kako'] } }, true],
    ['another trade', { candidate: { tradeCodes: ['zoen'] } }, false],
    ['the 技能検定 trade of a contest trade', { request: { tradeCode: 'senban' } }, true],
    ['only the contest trade', { candidate: { tradeCodes: ['senban'] } }, false],
  ],
  'kind-fits': [
    ['a Meister for 実技指導', {}, true],
    ['a skilled worker where a Meister is registered', { candidate: { kind: 'skilled-worker' } }, false],
    ['a skilled worker where none is', { candidate: { kind: 'skilled-worker' }, ...alone }, true],
    [
      'a skilled worker for 熟練技能者派遣 where no Meister is',
      { candidate: { kind: 'skilled-worker' }, request: { program: 'skilled-worker-dispatch' }, ...alone },
      true,
    ],
    [
      'a skilled worker for 熟練技能者派遣 where a Meister is',
      { candidate: { kind: 'skilled-worker' }, request: { program: 'skilled-worker-dispatch' } },
      false,
    ],
    ['a Meister for 熟練技能者派遣', { request: { program: 'skilled-worker-dispatch' } }, false],
    ['a medalist for メダリスト講座', { candidate: { kind: 'medalist' }, request: { program: 'medalist-talk' } }, true],
    ['a medalist for 実技指導', { candidate: { kind: 'medalist' } }, false],
    ['a Meister for メダリスト講座', { request: { program: 'medalist-talk' } }, false],
    ['a senior adviser for 実技指導', { candidate: { kind: 'senior-advisor' } }, false],
    [
      'a senior adviser for サポステ',
      { candidate: { kind: 'senior-advisor' }, request: { program: 'support-station' } },
      true,
    ],
  ],
  'course-done': [
    ['a Meister who is exempt', {}, true],
    [
      'a Meister who completed it',
      { candidate: { course: { status: 'completed', on: plainDate('2022-06-15') } } },
      true,
    ],
    ['a Meister who has not taken it', { candidate: { course: { status: 'not-taken' } } }, false],
    ['a Meister of whom nothing is known', { candidate: { course: null } }, false],
    [
      'a skilled worker of whom nothing is known',
      { candidate: { kind: 'skilled-worker', course: null }, ...alone },
      true,
    ],
  ],
  'cap-left': [
    ['no cap', { candidate: { held: 200 } }, true],
    ['one visit left', { candidate: { yearlyCap: 10, held: 6, planned: 3 } }, true],
    ['none left, planned ones counted', { candidate: { yearlyCap: 10, held: 6, planned: 4 } }, false],
    ['a cap of none', { candidate: { yearlyCap: 0 } }, false],
  ],
  'other-employer': [
    ['no employer', {}, true],
    ['another employer', { candidate: { employer: '見本製作所' } }, true],
    ['the host itself', { candidate: { employer: '㈱架空精機' } }, false],
    ['a works of the host', { candidate: { employer: '架空精機株式会社 防府工場' } }, false],
  ],
  'host-kind-fits': [
    ['no kind named', {}, true],
    ['the kind of the host', { candidate: { hostKinds: ['technical-school', 'sme'] } }, true],
    ['another kind only', { candidate: { hostKinds: ['technical-school'] } }, false],
    [
      'schools only, for a school',
      { candidate: { hostKinds: ['technical-school'] }, request: { hostKind: 'technical-school' } },
      true,
    ],
  ],
  'founder-fits': [
    ['no founder named', { request: { hostFounder: 'private' } }, true],
    [
      'public only, a public school',
      { candidate: { hostFounders: ['public'] }, request: { hostFounder: 'public' } },
      true,
    ],
    [
      'public only, a private school',
      { candidate: { hostFounders: ['public'] }, request: { hostFounder: 'private' } },
      false,
    ],
    [
      'national and public, a national school',
      { candidate: { hostFounders: ['national', 'public'] }, request: { hostFounder: 'national' } },
      true,
    ],
    ['public only, a firm', { candidate: { hostFounders: ['public'] }, request: { hostFounder: 'none' } }, true],
    [
      'public only, a school of which nobody has said',
      { candidate: { hostFounders: ['public'] }, request: { hostFounder: 'unknown' } },
      false,
    ],
    ['no founder named, a school of which nobody has said', { request: { hostFounder: 'unknown' } }, true],
    [
      'every founder, a school of which nobody has said',
      { candidate: { hostFounders: ['private', 'public', 'national'] }, request: { hostFounder: 'unknown' } },
      true,
    ],
  ],
  'free-day': [
    ['free on every day', {}, true],
    ['free on Mondays', { candidate: { availableWeekdays: [1] } }, true],
    ['free on weekends only', { candidate: { availableWeekdays: [0, 6] } }, false],
    ['away on each of the days', { candidate: { unavailableDates: days } }, false],
    ['elsewhere on each of the days', { candidate: { busy: wholeDays(days) } }, false],
    ['one visit left in the month', { candidate: { monthlyCap: 2, busy: wholeDays(days.slice(1, 2)) } }, true],
    ['none left in the month', { candidate: { monthlyCap: 1, busy: wholeDays([plainDate('2022-12-31')]) } }, false],
    [
      'only the month before is full',
      { candidate: { monthlyCap: 1, busy: wholeDays([plainDate('2022-11-30')]) } },
      true,
    ],
    ['none a month', { candidate: { monthlyCap: 0 } }, false],
    ['elsewhere on all days but one', { candidate: { busy: wholeDays(days.slice(1)) } }, true],
    [
      'course on the only candidate day',
      {
        candidate: { course: { status: 'completed', on: monday } },
        request: { candidateDates: [{ from: monday, until: monday }] },
      },
      true,
    ],
    [
      'course on the day after',
      {
        candidate: { course: { status: 'completed', on: plainDate('2022-12-06') } },
        request: { candidateDates: [{ from: monday, until: monday }] },
      },
      false,
    ],
    ['all days are past', { corner: { today: plainDate('2022-12-10') } }, false],
    ['the last day is today', { corner: { today: plainDate('2022-12-09') } }, true],
  ],
};

test.each(
  Object.entries(CASES).flatMap(([rule, cases]) =>
    cases.map(([situation, changes, passes]) => [rule, situation, passes, changes] as const),
  ),
)('%s: %s passes: %s', (rule, _situation, passes, changes) => {
  const { eligible, verdicts } = judge(changes);
  expect(verdicts.find((verdict) => verdict.rule === rule)?.passed).toBe(passes);
  expect(eligible).toBe(verdicts.every(({ passed }) => passed));
});

test('every rule is asked, even after one has failed, and each has a case that it refuses', () => {
  const everythingWrong = judge({ candidate: { isDeleted: true, tradeCodes: [], kind: 'medalist', yearlyCap: 0 } });
  expect(everythingWrong.verdicts.map(({ rule }) => rule)).toEqual(Object.keys(eligibilityRules));
  for (const rule of Object.keys(eligibilityRules) as EligibilityRule[]) {
    expect([rule, CASES[rule].some(([, , passes]) => !passes), CASES[rule].some(([, , passes]) => passes)]).toEqual([
      rule,
      true,
      true,
    ]);
  }
});

test('tells which days are free and what takes the others', () => {
  const [first = monday, second = monday] = days;
  const { verdicts, freeDays } = judge({
    candidate: { busy: wholeDays([first]), unavailableDates: [second], availableWeekdays: [1, 2, 3] },
  });
  expect(freeDays).toEqual(['2022-12-07']);
  expect(verdicts.at(-1)).toMatchObject({
    rule: 'free-day',
    proposed: 5,
    blocked: { busy: 1, unavailable: 1, weekday: 2 },
  });
});

test.each([
  [
    'a window has its business days only',
    '2022-12-23',
    '2023-01-05',
    ['2022-12-23', '2022-12-26', '2022-12-27', '2022-12-28', '2023-01-04', '2023-01-05'],
  ],
  ['a day named by itself counts though it is a Sunday', '2022-12-11', '2022-12-11', ['2022-12-11']],
  ['the next 年度 is not reached', '2023-03-30', '2023-04-03', ['2023-03-30', '2023-03-31']],
  ['days before today are gone', '2022-11-28', '2022-12-01', ['2022-11-30', '2022-12-01']],
])('%s', (_rule, from, until, expected) => {
  const request = {
    candidateDates: [{ from: plainDate(from), until: plainDate(until) }],
    fiscalYear: 2022,
    wishedWeekdays: null,
  };
  expect(proposedDays(request, cornerFacts())).toEqual(expected);
});

test.each([
  ['only its wished weekdays', [2, 4], ['2022-12-22', '2022-12-27', '2023-01-05']],
  ['a wished Saturday, but no holiday or closure', [5, 6], ['2022-12-23', '2022-12-24']],
  ['nothing where no weekday fits', [], []],
])('of a window there is %s', (_rule, wishedWeekdays, expected) => {
  const candidateDates = [{ from: plainDate('2022-12-21'), until: plainDate('2023-01-05') }];
  expect(proposedDays({ candidateDates, fiscalYear: 2022, wishedWeekdays }, cornerFacts())).toEqual(expected);
});

test('a day named by itself stays, whatever weekday is wished', () => {
  const monday = plainDate('2022-12-05');
  const request = { candidateDates: [{ from: monday, until: monday }], fiscalYear: 2022, wishedWeekdays: [2] };
  expect(proposedDays(request, cornerFacts())).toEqual([monday]);
});

test('overlapping windows propose each day once, early to late', () => {
  const window = (from: string, until: string) => ({ from: plainDate(from), until: plainDate(until) });
  const candidateDates = [window('2022-12-07', '2022-12-08'), window('2022-12-06', '2022-12-07')];
  expect(proposedDays({ candidateDates, fiscalYear: 2022, wishedWeekdays: null }, cornerFacts())).toEqual([
    '2022-12-06',
    '2022-12-07',
    '2022-12-08',
  ]);
});

test.each([
  ['株式会社架空精機', '架空精機㈱', true],
  ['（株）カクウ', 'ｶｸｳ株式会社', true],
  ['髙﨑工業 有限会社', '高崎工業', true],
  ['架空精機工業', '架空精機', true],
  ['架空', '架空精機', false],
  ['見本製作所', '架空精機', false],
  ['架空精機', '株式会社', false],
  [null, '架空精機', false],
])('employer %s is host %s: %s', (employer, host, own) => {
  expect(isOwnEmployer(employer, host)).toBe(own);
});
