import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { requestFields } from './request-fields.ts';
import { openSessions, requestStatus } from './request-status.ts';
import { beginsBeforeReceipt, checkRequest, requestFiscalYear, type RequestInput } from './request.ts';

const texts = {
  number: 'R-001',
  organizationNumber: 'O-001 髙﨑精機㈱',
  program: '実技指導',
  tradeCode: '機械加工',
  content: '普通旋盤の段取り\n2級の課題',
  wishedSessions: '１０',
  sessionMinutes: '1.5',
  expectedTrainees: '4',
  candidateDates: '2023-06-01〜2023-07-31;R5.5.8',
  placeMunicipalityCode: '',
  priority: '1',
  receivedOn: '令和5年4月10日',
};

function read(changes: Partial<typeof texts> = {}): RequestInput {
  const parsed = parseFields(requestFields, { ...texts, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

const host = { id: '1', number: 'O-001', name: '架空', kind: 'sme', municipalityCode: '352039' };
const known = { hosts: new Map([['O-001', host]]), decided: new Map() };

test('reads the columns of contract.md §3 in their order', () => {
  expect(requestFields.map(({ header, required }) => `${required ? '*' : ''}${header}`)).toEqual([
    '*要請番号',
    '*派遣先番号',
    '*事業区分',
    '*職種',
    '内容',
    '*希望回数',
    '1回の時間',
    '*受講予定者数',
    '*候補日',
    '実施場所の市区町村コード',
    '優先度',
    '*受付日',
  ]);
});

test('takes a number with the name behind it, as the form suggests it', () => {
  expect(read().organizationNumber).toBe('O-001');
});

test.each([
  ['2', 120],
  ['1.5', 90],
  ['0.25', 15],
  ['１２', 720],
])('1回の時間 %s hours are %i minutes', (typed, minutes) => {
  expect(read({ sessionMinutes: typed }).sessionMinutes).toBe(minutes);
});

test('every whole minute from 15 to 720 is written in hours that read back as itself', () => {
  const field = requestFields[6];
  for (let minutes = 15; minutes <= 720; minutes += 1) {
    expect(field.codec.parse(field.codec.format(minutes))).toEqual({ ok: true, value: minutes });
  }
});

test('what is written is read back', () => {
  const request = read();
  expect(parseFields(requestFields, formatFields(requestFields, request))).toEqual({ ok: true, value: request });
});

test.each([
  ['2023-04-01', 2023],
  ['2023-03-31', 2022],
  ['2023-06-01〜2023-07-31;2023-03-31', 2022],
])('the 年度 of %s is that of its earliest day, %i [DAT-37]', (candidateDates, fiscalYear) => {
  expect(requestFiscalYear(read({ candidateDates }))).toBe(fiscalYear);
});

test('a candidate window must not be reversed', () => {
  const parsed = parseFields(requestFields, { ...texts, candidateDates: '2023-07-31〜2023-06-01' });
  expect(parsed).toMatchObject({ refusal: [{ key: 'candidateDates', problem: { kind: 'range-reversed' } }] });
});

test('names the host number that nobody has, and the place that does not exist [DAT-30]', () => {
  expect(checkRequest(read(), known)).toEqual([]);
  const problems = checkRequest(read({ organizationNumber: 'O-9', placeMunicipalityCode: '350001' }), known);
  expect(problems.map(({ key, problem }) => [key, problem.kind])).toEqual([
    ['organizationNumber', 'unknown-record'],
    ['placeMunicipalityCode', 'unknown-code'],
  ]);
});

test.each([
  ['2023-05-08', false],
  ['2023-05-09', true],
])('candidates from 2023-05-08 on, received %s: warns %s', (receivedOn, warns) => {
  expect(beginsBeforeReceipt({ ...read(), receivedOn: plainDate(receivedOn) })).toBe(warns);
});

test.each([
  [{ wished: 3, planned: 0, held: 0 }, 'open', 3],
  [{ wished: 3, planned: 2, held: 0 }, 'open', 1],
  [{ wished: 3, planned: 3, held: 0 }, 'assigned', 0],
  [{ wished: 3, planned: 1, held: 2 }, 'assigned', 0],
  [{ wished: 3, planned: 0, held: 2 }, 'open', 1],
  [{ wished: 3, planned: 0, held: 3 }, 'done', 0],
  [{ wished: 3, planned: 1, held: 4 }, 'done', 0],
] as const)('%j is %s with %i open', (counts, status, open) => {
  expect([requestStatus(counts), openSessions(counts)]).toEqual([status, open]);
});

test('host, program and trade stay as they were decided; the rest of a request may still change [DOC-09]', () => {
  const { organizationNumber, program, tradeCode } = read();
  const decided = { ...known, decided: new Map([['R-001', { organizationNumber, program, tradeCode }]]) };
  expect(checkRequest(read({ content: '別の内容' }), decided)).toEqual([]);
  expect(checkRequest(read({ program: '魅力講座', tradeCode: '造園' }), decided)).toMatchObject([
    { key: 'program', problem: { kind: 'decided', value: '実技指導' } },
    { key: 'tradeCode', problem: { kind: 'decided', value: '機械加工' } },
  ]);
});
