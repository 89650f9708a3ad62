import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import {
  checkDispatchTerms,
  dispatchRuleFields,
  findDispatchRuleOn,
  findSessionCap,
  type DispatchRule,
} from './dispatch-rule.ts';
import {
  judgeRequest,
  type DispatchRuleName,
  type HostHistory,
  type JudgedHost,
  type JudgedRequest,
  type MaterialTerm,
} from './judge-request.ts';
import { emptyApplication } from './request-application.ts';
import { dispatchRuleExamples } from './rule-examples.ts';

function example(code: string, changes: Partial<DispatchRule> = {}): DispatchRule {
  const found = dispatchRuleExamples.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return { ...found.terms, id: code, fiscalYear: 2022, revision: 1, validFrom: plainDate('2022-04-01'), ...changes };
}

const okayama = example('okayama');
const shimane = example('shimane-r5');
const yamagata = example('yamagata-h30');

const request: JudgedRequest = {
  ...emptyApplication,
  program: 'practical-instruction',
  wishedSessions: 10,
  sessionMinutes: 180,
  expectedTrainees: 4,
  candidateDates: [{ from: plainDate('2022-12-20'), until: plainDate('2022-12-28') }],
  receivedOn: plainDate('2022-11-20'),
};
const host: JudgedHost = { kind: 'sme', industryCode: 'E', capitalYen: 10_000_000, employees: 20 };
const borne: MaterialTerm = { capYen: 2000, source: '謝金等支給要領' };
const never: HostHistory = { requestsThisYear: 0, sessionsThisYear: 0, yearsUsed: [] };

type Case = {
  readonly rule?: DispatchRule;
  readonly request?: Partial<JudgedRequest>;
  readonly host?: Partial<JudgedHost>;
  readonly history?: Partial<HostHistory>;
  readonly material?: MaterialTerm | undefined;
  readonly today?: string;
};

function verdictOf(name: DispatchRuleName, given: Case) {
  const findings = judgeRequest(
    { ...request, ...given.request },
    { ...host, ...given.host },
    {
      rule: given.rule ?? okayama,
      material: 'material' in given ? given.material : borne,
      history: { ...never, ...given.history },
      today: plainDate(given.today ?? '2022-11-21'),
    },
  );
  return findings.find(({ rule }) => rule === name)?.verdict;
}

test('names every rule once, with the paper it is from [domain.md §5.3]', () => {
  const findings = judgeRequest(request, host, {
    rule: okayama,
    material: borne,
    history: never,
    today: plainDate('2022-11-21'),
  });
  expect(new Set(findings.map(({ rule }) => rule)).size).toBe(13);
  expect(findings.filter(({ source }) => source !== okayama.basis).map(({ rule, source }) => [rule, source])).toEqual([
    ['sme', '中小企業基本法第2条'],
    ['material', '謝金等支給要領'],
  ]);
});

test.each<[string, DispatchRuleName, Case, string]>([
  ['中小企業 is a class of the programme', 'host-class', {}, 'met'],
  [
    'a class that the corner does not serve',
    'host-class',
    { rule: example('okayama', { eligibleKinds: ['sme'] }), host: { kind: 'public-place' } },
    'not-met',
  ],
  ['その他 is for a person to say', 'host-class', { host: { kind: 'other' } }, 'to-judge'],
  ['300,000,000 yen of capital in manufacturing', 'sme', { host: { capitalYen: 300_000_000, employees: 301 } }, 'met'],
  ['one yen more, and 301 employees', 'sme', { host: { capitalYen: 300_000_001, employees: 301 } }, 'not-met'],
  ['one yen more, but 300 employees', 'sme', { host: { capitalYen: 300_000_001, employees: 300 } }, 'met'],
  ['nothing known of its size', 'sme', { host: { capitalYen: null, employees: null } }, 'to-judge'],
  [
    'a school is no enterprise',
    'sme',
    { host: { kind: 'technical-school', capitalYen: null, employees: null } },
    'met',
  ],
  ['a large enterprise at its own cost', 'large-enterprise', { host: { kind: 'large-enterprise' } }, 'to-judge'],
  [
    'a large enterprise where none is taken',
    'large-enterprise',
    { rule: example('okayama', { largeEnterprise: 'refused' }), host: { kind: 'large-enterprise' } },
    'not-met',
  ],
  ['20 sessions of 20', 'session-cap', { request: { wishedSessions: 20 } }, 'met'],
  ['21 sessions of 20', 'session-cap', { request: { wishedSessions: 21 } }, 'not-met'],
  [
    '11 sessions of a school of 10',
    'session-cap',
    { host: { kind: 'technical-school' }, request: { wishedSessions: 11 } },
    'not-met',
  ],
  ['10 sessions after 10 of the year', 'session-cap', { history: { sessionsThisYear: 10 } }, 'met'],
  ['10 sessions after 11 of the year', 'session-cap', { history: { sessionsThisYear: 11 } }, 'not-met'],
  [
    '10 sessions after 11, counted by request',
    'session-cap',
    { rule: example('okayama', { capPer: 'request' }), history: { sessionsThisYear: 11 } },
    'met',
  ],
  ['no cap at all', 'session-cap', { rule: yamagata, request: { wishedSessions: 99 } }, 'met'],
  ['30 days ahead of 30', 'request-lead', { rule: yamagata }, 'met'],
  [
    '29 days ahead of 30',
    'request-lead',
    { rule: yamagata, request: { receivedOn: plainDate('2022-11-21') } },
    'not-met',
  ],
  ['no lead time set', 'request-lead', { request: { receivedOn: plainDate('2022-12-19') } }, 'met'],
  ['a plan is always needed', 'plan-form', {}, 'to-judge'],
  ['a plan has come', 'plan-form', { request: { planReceivedOn: plainDate('2022-11-21') } }, 'met'],
  ['10 sessions need no plan from 11', 'plan-form', { rule: yamagata }, 'met'],
  ['11 sessions need a plan from 11', 'plan-form', { rule: yamagata, request: { wishedSessions: 11 } }, 'to-judge'],
  ['the plan is due today', 'plan-lead', { today: '2022-10-31' }, 'to-judge'],
  ['the plan was due yesterday', 'plan-lead', { today: '2022-11-01' }, 'not-met'],
  ['the plan came on the last day', 'plan-lead', { request: { planReceivedOn: plainDate('2022-10-31') } }, 'met'],
  ['the plan came a day late', 'plan-lead', { request: { planReceivedOn: plainDate('2022-11-01') } }, 'not-met'],
  ['1 hour of 1 to 3', 'session-hours', { request: { sessionMinutes: 60 } }, 'met'],
  ['59 minutes of 1 to 3 hours', 'session-hours', { request: { sessionMinutes: 59 } }, 'not-met'],
  ['3 hours and a minute', 'session-hours', { request: { sessionMinutes: 181 } }, 'not-met'],
  ['2 hours where 3 are the standard', 'session-hours', { rule: shimane, request: { sessionMinutes: 120 } }, 'not-met'],
  ['hours not said', 'session-hours', { request: { sessionMinutes: null } }, 'to-judge'],
  ['2,000 yen a person and day', 'material', { request: { materialsYen: 80_000 } }, 'met'],
  ['a yen more', 'material', { request: { materialsYen: 80_001 } }, 'not-met'],
  ['material not estimated', 'material', {}, 'to-judge'],
  [
    'a yen where nothing is borne',
    'material',
    { material: { ...borne, capYen: null }, request: { materialsYen: 1 } },
    'not-met',
  ],
  [
    'nothing where nothing is borne',
    'material',
    { material: { ...borne, capYen: null }, request: { materialsYen: 0 } },
    'met',
  ],
  ['not estimated where nothing is borne', 'material', { material: { ...borne, capYen: null } }, 'met'],
  ['any amount without a 単価表', 'material', { material: undefined, request: { materialsYen: 80_001 } }, 'met'],
  ['15 to 34', 'trainee-age', { request: { youngestAge: 15, oldestAge: 34 } }, 'met'],
  ['14', 'trainee-age', { request: { youngestAge: 14, oldestAge: 34 } }, 'not-met'],
  ['35', 'trainee-age', { request: { youngestAge: 15, oldestAge: 35 } }, 'not-met'],
  [
    '35 with a reason',
    'trainee-age',
    { request: { youngestAge: 15, oldestAge: 35, ageReason: '技能が足りない' } },
    'to-judge',
  ],
  ['ages not said', 'trainee-age', {}, 'to-judge'],
  ['used last year: consultation', 'years-running', { history: { yearsUsed: [2021] } }, 'to-judge'],
  ['used last year: no cost cover', 'years-running', { rule: shimane, history: { yearsUsed: [2021] } }, 'not-met'],
  ['says that it was used last year', 'years-running', { rule: shimane, request: { pastUse: 'last-year' } }, 'not-met'],
  ['used two years ago', 'years-running', { rule: shimane, history: { yearsUsed: [2020] } }, 'met'],
  ['a second request of the year', 'times-a-year', { rule: shimane, history: { requestsThisYear: 1 } }, 'not-met'],
  ['a second request where none is counted', 'times-a-year', { history: { requestsThisYear: 1 } }, 'met'],
  ['another subsidy declared', 'double-subsidy', { request: { otherSubsidy: 'used' } }, 'not-met'],
  ['none declared', 'double-subsidy', { request: { otherSubsidy: 'none' } }, 'met'],
  ['no declaration yet', 'double-subsidy', {}, 'to-judge'],
  [
    'no declaration asked for',
    'double-subsidy',
    { rule: example('okayama', { subsidyDeclaration: 'not-needed' }) },
    'met',
  ],
])('%s [domain.md §5.3, §5.4]', (_, name, given, verdict) => {
  expect(verdictOf(name, given)).toBe(verdict);
});

test('two corners judge the same request by their own rules [domain.md §0]', () => {
  const second = { history: { requestsThisYear: 1 }, request: { sessionMinutes: 120 } };
  const judge = (rule: DispatchRule) =>
    (['session-hours', 'times-a-year', 'plan-form'] as const).map((name) => verdictOf(name, { ...second, rule }));
  expect(judge(okayama)).toEqual(['met', 'met', 'to-judge']);
  expect(judge(shimane)).toEqual(['not-met', 'not-met', 'met']);
});

test('the cap of the very 事業区分 stands before that of all', () => {
  const caps = {
    sessionCaps: [
      { kind: 'sme', program: null, sessions: 20 },
      { kind: 'sme', program: 'hands-on-class', sessions: 2 },
    ],
  } as const;
  expect(findSessionCap(caps, { kind: 'sme', program: 'hands-on-class' })).toBe(2);
  expect(findSessionCap(caps, { kind: 'sme', program: 'practical-instruction' })).toBe(20);
  expect(findSessionCap(caps, { kind: 'public-place', program: 'practical-instruction' })).toBeUndefined();
});

test.each([
  ['2022-03-31', undefined],
  ['2022-04-01', 'first'],
  ['2022-09-30', 'first'],
  ['2022-10-01', 'corrected'],
  ['2023-04-01', undefined],
])('on %s holds %s', (day, expected) => {
  const autumn = plainDate('2022-10-01');
  const rules = [
    example('okayama', { id: 'first' }),
    example('okayama', { id: 'corrected', validFrom: autumn, revision: 2 }),
    example('okayama', { id: 'autumn', validFrom: autumn }),
  ];
  expect(findDispatchRuleOn(rules, plainDate(day))?.id).toBe(expected);
});

test.each(dispatchRuleExamples.map(({ code }) => code))('the example %s reads back as it is written', (code) => {
  const { id: _, fiscalYear: __, revision: ___, ...terms } = example(code);
  const read = parseFields(dispatchRuleFields, formatFields(dispatchRuleFields, terms));
  const lists = Object.fromEntries(
    Object.entries(terms).map(([key, value]) => [key, isEmptyList(value) ? null : value]),
  );
  expect(read).toEqual({ ok: true, value: lists });
});

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

test.each([
  ['sessionCaps', '中小企業＝２０；工業高校等=10'],
  ['sessionHours', '実技指導=1～3'],
])('%s takes %s', (key, typed) => {
  const field = dispatchRuleFields.find((each) => each.key === key);
  expect(field?.codec.parse(typed).ok).toBe(true);
});

test.each([
  ['sessionCaps', '会社=20', 'wrong-form'],
  ['sessionCaps', '中小企業=0', 'wrong-form'],
  ['sessionCaps', '中小企業=1;中小企業=2', 'repeated'],
  ['sessionHours', '実技指導=3〜1', 'wrong-form'],
])('%s does not take %s', (key, typed, kind) => {
  const field = dispatchRuleFields.find((each) => each.key === key);
  expect(field?.codec.parse(typed)).toMatchObject({ ok: false, refusal: { kind } });
});

test('a table begins in its own 年度, and its ages are not reversed', () => {
  expect(checkDispatchTerms(okayama, 2022)).toBeUndefined();
  expect(checkDispatchTerms(okayama, 2023)).toMatchObject({ kind: 'outside-year' });
  expect(checkDispatchTerms({ ...okayama, minAge: 35 }, 2022)).toMatchObject({ kind: 'ages-reversed' });
});
