import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { aScoutingLead, aScoutingVisit } from './scouting.fixture.ts';
import { checkScoutingLead, planLeadVisit, scoutingLeadState } from './scouting-lead.ts';
import { checkScoutingVisit, resolveHost, type ScoutingVisitInput } from './scouting-visit.ts';

const today = plainDate('2022-11-30');
const known = { today, hosts: [], leads: new Map([['L-001', 'id']]) };

test.each<readonly [string, Partial<ScoutingVisitInput>, readonly string[]]>([
  ['a visit held today', { status: 'held', visitOn: today }, []],
  ['a held visit of tomorrow', { status: 'held', visitOn: plainDate('2022-12-01') }, ['visitOn in-the-future']],
  ['a planned visit of tomorrow', { status: 'planned', visitOn: plainDate('2022-12-01') }, []],
  ['a planned visit of yesterday, not reported yet', { status: 'planned', visitOn: plainDate('2022-11-29') }, []],
  ['a next day without its step', { nextOn: plainDate('2022-12-20') }, ['nextStep missing']],
  ['a next step without its day', { nextStep: '申請の説明' }, []],
  ['a next step on the same day', { nextStep: '電話', nextOn: today }, ['nextOn not-after']],
  ['an unknown lead', { leadNumber: 'L-999' }, ['leadNumber unknown-record']],
  ['a known lead', { leadNumber: 'L-001' }, []],
  ['a municipality that does not exist', { municipalityCode: '359998' }, ['municipalityCode unknown-code']],
])('judges %s [Y4-01]', (_, changes, problems) => {
  const visit = aScoutingVisit({ visitOn: today, ...changes });
  expect(checkScoutingVisit(visit, known).map(({ key, problem }) => `${key} ${problem.kind}`)).toEqual(problems);
});

const hosts = [
  { id: '1', number: 'O-001', name: '架空精機' },
  { id: '2', number: 'O-002', name: '架空鉄工' },
  { id: '3', number: 'O-003', name: '架空鉄工' },
];

test.each([
  ['O-001 架空精機', '1'],
  ['O-001', '1'],
  ['架空精機', '1'],
  ['O-003 前の名称', '3'],
  ['架空鉄工', undefined],
  ['架空精機 山口工場', undefined],
  ['O-999 どこにもない', undefined],
])('「%s」 means the 派遣先 %s', (typed, id) => {
  expect(resolveHost(typed, hosts)?.id).toBe(id);
});

test.each([
  [{ closedReason: null, planned: 0, held: 0 }, 'untouched'],
  [{ closedReason: null, planned: 1, held: 0 }, 'planned'],
  [{ closedReason: null, planned: 1, held: 2 }, 'planned'],
  [{ closedReason: null, planned: 0, held: 1 }, 'visited'],
  [{ closedReason: '廃業', planned: 1, held: 1 }, 'closed'],
] as const)('a lead with %j is %s [Y5-11]', (lead, state) => {
  expect(scoutingLeadState(lead)).toBe(state);
});

test('a lead becomes a planned visit at its place that names it, and passes the rules of a visit', () => {
  const order = { number: 'S2022-0001', visitOn: plainDate('2022-12-06'), coordinator: '架空 次郎' };
  const visit = planLeadVisit(aScoutingLead({ organizationNumber: 'O-001' }), order);
  expect(visit).toMatchObject({
    host: 'O-001 架空金属',
    municipalityCode: '352152',
    status: 'planned',
    leadNumber: 'L-001',
  });
  expect(checkScoutingVisit(visit, known)).toEqual([]);
});

test('a lead names a municipality and a 派遣先 that exist', () => {
  const lead = aScoutingLead({ municipalityCode: '359998', organizationNumber: 'O-404' });
  expect(checkScoutingLead(lead, { organizations: new Map() }).map(({ key }) => key)).toEqual([
    'municipalityCode',
    'organizationNumber',
  ]);
});
