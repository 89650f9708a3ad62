import { beforeEach, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { aRequest, registerOrganization, registerRequest } from './dispatch-fixture.server.ts';
import { requestFields } from './domain/request-fields.ts';
import { requestStatus } from './domain/request-status.ts';
import {
  getRequestSuggestions,
  getRequestProgress,
  listRequests,
  proposeRequestNumber,
  type RequestFilters,
} from './request-queries.server.ts';
import { requestRecords } from './request-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const everything: RequestFilters = {
  fiscalYear,
  q: '',
  program: '',
  trade: '',
  status: '',
  priority: '',
  organization: '',
};

beforeEach(async () => {
  await registerOrganization(desk.context());
});

const list = async (filters: Partial<RequestFilters> = {}, corner = '35') =>
  listRequests(desk.context({ corner }), {
    filters: { ...everything, ...filters },
    order: 'number',
    cursor: undefined,
  });
const numbers = async (filters: Partial<RequestFilters> = {}) => (await list(filters)).rows.map(({ number }) => number);

test('stores every field as entered, references and candidate windows included [FRM-12]', async () => {
  const input = aRequest({ content: '段取り\n2級の課題', placeMunicipalityCode: '352012', priority: 1 });
  const id = await registerRequest(desk.context(), input);
  const stored = await requestRecords.get(desk.context(), id);
  expect(stored.input).toEqual(input);
  expect(Object.keys(stored.input)).toEqual(Object.keys(input));
});

test('refuses a host number that nobody has, at its field', async () => {
  const refused = await requestRecords.create(desk.context(), {
    input: aRequest({ organizationNumber: 'O-9' }),
    fiscalYear,
  });
  expect(refused).toMatchObject({
    refusal: { kind: 'fields', problems: [{ key: 'organizationNumber', problem: { value: 'O-9' } }] },
  });
});

test('imports references by number, all rows or none, and a repeated import changes nothing', async () => {
  const rows = [aRequest(), aRequest({ number: 'R-002' })].map((input, index) => ({ line: index + 2, input }));
  const options = { dryRun: false, absentKeys: [], fiscalYear };
  const broken = [...rows, { line: 4, input: aRequest({ number: 'R-003', organizationNumber: 'O-9' }) }];
  expect(await requestRecords.importAll(desk.context(), broken, options)).toMatchObject({
    ok: false,
    problems: [{ line: 4, kind: 'field' }],
  });
  expect(await numbers()).toEqual([]);
  expect(await requestRecords.importAll(desk.context(), rows, options)).toMatchObject({ counts: { created: 2 } });
  expect(await requestRecords.importAll(desk.context(), rows, options)).toMatchObject({
    counts: { created: 0, updated: 0, unchanged: 2 },
  });
  expect(await requestRecords.exportAll(desk.context(), { fiscalYear })).toEqual(rows.map(({ input }) => input));
});

test('a request belongs to the 年度 of its first candidate day [DAT-37]', async () => {
  await registerRequest(desk.context(), {
    candidateDates: [{ from: plainDate('2023-04-01'), until: plainDate('2023-04-01') }],
  });
  expect([await numbers(), await numbers({ fiscalYear: 2023 })]).toEqual([[], ['R-001']]);
});

test('finds by number, content, trade and by the name of the host [SEA-01]', async () => {
  await registerRequest(desk.context(), { content: '旋盤の段取り' });
  const counts = await Promise.all(
    ['R-001', '段取り', 'きかい加工', '機械', '架空精機', 'カクウ', '造園'].map((q) => list({ q })),
  );
  expect(counts.map(({ count }) => count)).toEqual([1, 1, 0, 1, 1, 1, 0]);
});

test('narrows by 事業区分, 職種, 優先度 and 派遣先', async () => {
  await registerOrganization(desk.context(), { number: 'O-002' });
  await registerRequest(desk.context(), { priority: 1 });
  await registerRequest(desk.context(), {
    number: 'R-002',
    organizationNumber: 'O-002',
    program: 'hands-on-class',
    tradeCode: 'zoen',
  });
  expect(await numbers({ program: 'hands-on-class' })).toEqual(['R-002']);
  expect(await numbers({ trade: 'kikai-kako' })).toEqual(['R-001']);
  expect(await numbers({ priority: '1' })).toEqual(['R-001']);
  expect(await numbers({ organization: 'O-002' })).toEqual(['R-002']);
});

/** The slice below writes visits; here rows stand for them. */
async function visit(
  requestId: string,
  { number, status, deleted = false }: { number: string; status: string; deleted?: boolean },
) {
  await desk.asOwner(`insert into visit
    (corner_code, visit_id, number, request_id, program, organization_id, trade_code, visit_on, trainees, status, cancel_reason, search_text, deleted_at, deleted_reason)
    select '35', gen_random_uuid(), '${number}', request_id, program, organization_id, trade_code, '2022-11-01', 5, '${status}',
      ${status === 'cancelled' ? "'荒天'" : 'null'}, '', ${deleted ? "now(), '重複'" : 'null, null'}
    from request where request_id = '${requestId}'`);
}

test.each([
  [[], 'open'],
  [['planned'], 'open'],
  [['planned', 'cancelled'], 'open'],
  [['planned', 'held'], 'assigned'],
  [['held', 'held', 'cancelled'], 'done'],
] as const)('two wished visits, of which %j: %s in the list as by the rule', async (statuses, status) => {
  const id = await registerRequest(desk.context());
  for (const [index, each] of statuses.entries()) await visit(id, { number: `V-${index}`, status: each });
  await visit(id, { number: 'V-9', status: 'planned', deleted: true });
  const [row] = (await list({ status })).rows;
  expect(row && requestStatus(row)).toBe(status);
  for (const other of (['open', 'assigned', 'done'] as const).filter((each) => each !== status)) {
    expect(await numbers({ status: other })).toEqual([]);
  }
  expect((await getRequestProgress(desk.context(), id)).visits).toHaveLength(statuses.length);
});

test('a request with visits cannot be deleted', async () => {
  const id = await registerRequest(desk.context());
  await visit(id, { number: 'V-1', status: 'planned' });
  expect(await requestRecords.remove(desk.context(), { id, version: 1, reason: '誤り' })).toMatchObject({
    refusal: { kind: 'in-use', by: '派遣', count: 1 },
  });
});

test('proposes the next number of the 年度, leaving gaps as they are', async () => {
  await registerRequest(desk.context(), { number: 'R2022-0007' });
  await registerRequest(desk.context(), { number: 'R2022-x' });
  const propose = (year: number) => proposeRequestNumber(desk.context(), year);
  expect([await propose(2022), await propose(2023)]).toEqual(['R2022-0008', 'R2023-0001']);
});

test('suggests hosts, trades and municipalities in the form the fields read', async () => {
  const suggestions = await getRequestSuggestions(desk.context());
  expect(suggestions['organizationNumber']).toEqual(['O-001 架空精機株式会社']);
  for (const field of requestFields) {
    for (const suggestion of suggestions[field.key] ?? []) expect(field.codec.parse(suggestion).ok).toBe(true);
  }
});

test('another corner sees no request, nor the host behind its number [SEC-13]', async () => {
  await registerRequest(desk.context());
  expect((await list({}, '34')).rows).toEqual([]);
  const elsewhere = await requestRecords.create(desk.context({ corner: '34' }), { input: aRequest(), fiscalYear });
  expect(elsewhere).toMatchObject({ refusal: { problems: [{ problem: { kind: 'unknown-record' } }] } });
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(listRequests(stranger, { filters: everything, order: 'number', cursor: undefined })).rejects.toThrow(
    Forbidden,
  );
});
