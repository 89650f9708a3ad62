import { expect, test } from 'vitest';
import { Conflict, Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { OrganizationInput } from './domain/organization.ts';
import { listOrganizations } from './organization-queries.server.ts';
import { organizationRecords } from './organization-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

function anOrganization(changes: Partial<OrganizationInput> = {}): OrganizationInput {
  return {
    number: 'O-001',
    kind: 'sme',
    name: '髙﨑精機㈱',
    nameKana: 'タカサキセイキ',
    corporateNumber: null,
    schoolCode: null,
    industryCode: 'E',
    capitalYen: 10_000_000,
    employees: 24,
    postalCode: '7530000',
    municipalityCode: '352039',
    address: '架空町1-1',
    contactName: '架空 一郎',
    phone: '083-000-0000',
    fax: null,
    email: null,
    founder: null,
    ...changes,
  };
}

async function register(changes: Partial<OrganizationInput> = {}): Promise<string> {
  const created = await organizationRecords.create(desk.context(), { input: anOrganization(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const everything = { q: '', kind: '', municipality: '' };

test('stores every field as entered, the name character for character [FRM-20]', async () => {
  const id = await register();
  const stored = await organizationRecords.get(desk.context(), id);
  expect(stored.input).toEqual(anOrganization());
  expect(stored.history.map(({ action }) => action)).toEqual(['created']);
});

test('refuses a number that is already used', async () => {
  await register();
  const again = await organizationRecords.create(desk.context(), {
    input: anOrganization({ name: '別の会社' }),
    fiscalYear,
  });
  expect(again).toEqual({ ok: false, refusal: { kind: 'number-taken', number: 'O-001' } });
});

test('a double submit with the same key makes one record and answers the same [FRM-34]', async () => {
  const creation = { input: anOrganization(), key: 'once', fiscalYear };
  const first = await organizationRecords.create(desk.context(), creation);
  const second = await organizationRecords.create(desk.context(), creation);
  expect(second).toEqual(first);
});

test('a refused form can be corrected and sent again with the same key [FRM-34]', async () => {
  const wrong = { input: anOrganization({ municipalityCode: '999995' }), key: 'again', fiscalYear };
  const refused = await organizationRecords.create(desk.context(), wrong);
  const corrected = await organizationRecords.create(desk.context(), { ...wrong, input: anOrganization() });
  expect([refused.ok, corrected.ok]).toEqual([false, true]);
});

test('refuses an update made on an older version and writes nothing', async () => {
  const id = await register();
  const change = { id, version: 1, input: anOrganization({ phone: '083-111-1111' }), fiscalYear };
  await organizationRecords.update(desk.context(), change);
  await expect(
    organizationRecords.update(desk.context(), { ...change, input: anOrganization({ phone: null }) }),
  ).rejects.toThrow(Conflict);
  expect((await organizationRecords.get(desk.context(), id)).input.phone).toBe('083-111-1111');
});

test('keeps before and after of a change in the history [SEC-11]', async () => {
  const id = await register();
  await organizationRecords.update(desk.context(), {
    id,
    version: 1,
    input: anOrganization({ employees: 30 }),
    fiscalYear,
  });
  const [latest] = (await organizationRecords.get(desk.context(), id)).history;
  expect([latest?.before?.['employees'], latest?.after?.['employees']]).toEqual([24, 30]);
});

test('a deleted record leaves the list and keeps its reason', async () => {
  const id = await register();
  await organizationRecords.remove(desk.context(), { id, version: 1, reason: '二重登録' });
  const page = await listOrganizations(desk.context(), { filters: everything, order: 'kana', cursor: undefined });
  expect(page.rows).toEqual([]);
});

test('finds a name through its variants, kana and width [SEA-01] [SEA-03] [SEA-05]', async () => {
  await register();
  const find = async (q: string) =>
    (await listOrganizations(desk.context(), { filters: { ...everything, q }, order: 'kana', cursor: undefined }))
      .count;
  expect(await Promise.all(['高崎', 'たかさき', 'ﾀｶｻｷ', 'O-001', '100%', '別府'].map(find))).toEqual([
    1, 1, 1, 1, 0, 0,
  ]);
});

test('pages of a list have every row once, in both directions', async () => {
  for (let index = 0; index < 7; index += 1) await register({ number: `O-${index}`, nameKana: 'カ'.repeat(index + 1) });
  const read = (cursor?: Parameters<typeof listOrganizations>[1]['cursor']) =>
    listOrganizations(desk.context(), { filters: everything, order: 'number', cursor, limit: 3 });
  const first = await read();
  const second = await read({ values: [first.rows.at(-1)?.number ?? ''], before: false });
  const back = await read({ values: [second.rows[0]?.number ?? ''], before: true });
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([
    'O-0',
    'O-1',
    'O-2',
    'O-3',
    'O-4',
    'O-5',
  ]);
  expect(back.rows).toEqual(first.rows);
});

test('another corner sees no row, and someone of another corner may not ask [SEC-13]', async () => {
  await register();
  const page = await listOrganizations(desk.context({ corner: '34' }), {
    filters: everything,
    order: 'kana',
    cursor: undefined,
  });
  expect(page.rows).toEqual([]);
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(listOrganizations(stranger, { filters: everything, order: 'kana', cursor: undefined })).rejects.toThrow(
    Forbidden,
  );
});
