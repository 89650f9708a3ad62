import { expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import type { Context } from '#platform/context.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { ScoutingLeadInput } from './domain/scouting-lead.ts';
import type { ScoutingVisitInput } from './domain/scouting-visit.ts';
import { aScoutingLead, aScoutingVisit } from './domain/scouting.fixture.ts';
import { visitLead } from './plan-lead-visit.server.ts';
import { listScoutingLeads } from './scouting-lead-queries.server.ts';
import { scoutingLeadRecords, scoutingVisitRecords, territoryRecords } from './scouting-records.server.ts';
import {
  getScoutingVisitLinks,
  listCoordinators,
  listScoutingDays,
  listScoutingVisits,
  type ScoutingVisitFilters,
} from './scouting-visit-queries.server.ts';
import { listQuotaProgress, listTerritories } from './territory-queries.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const coordinator = () => desk.context({ role: 'coordinator' });

async function visit(changes: Partial<ScoutingVisitInput> = {}, ctx: Context = coordinator()): Promise<string> {
  const created = await scoutingVisitRecords.create(ctx, { input: aScoutingVisit(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

async function lead(changes: Partial<ScoutingLeadInput> = {}): Promise<string> {
  const created = await scoutingLeadRecords.create(coordinator(), { input: aScoutingLead(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const find = (filters: ScoutingVisitFilters, ctx = coordinator()) =>
  listScoutingVisits(ctx, { filters: { fiscalYear, ...filters }, order: 'latest', cursor: undefined });

test('stores a visit as it was entered, with what was needed and who was found [Y4-01]', async () => {
  const entered = {
    needs: ['denki-yosetsu', 'kikai-kako'],
    candidates: ['架空 三郎（旋盤1級）'],
    said: '若手に旋盤を教えたい\n図面も',
    nextStep: '認定の説明',
    nextOn: plainDate('2022-12-12'),
    startsAt: '13:30',
  };
  const id = await visit(entered);
  const stored = await scoutingVisitRecords.get(coordinator(), id);
  expect(stored.input).toEqual(aScoutingVisit(entered));
  const [row] = (await find({ trade: 'kikai-kako', withCandidates: true })).rows;
  expect(row).toMatchObject({ id, candidateCount: 1, fiscalYear: 2022, nextStep: '認定の説明' });
});

test('a 派遣先 that is meant by number or name is linked and called as it is called today', async () => {
  const organizationId = await registerOrganization(desk.context(), { number: 'O-001', name: '架空精機' });
  const ids = [
    await visit({ number: 'S-1', host: 'O-001 架空精機' }),
    await visit({ number: 'S-2', host: '架空精機' }),
    await visit({ number: 'S-3', host: '架空精機の下請け' }),
  ];
  const links = await Promise.all(ids.map((id) => getScoutingVisitLinks(coordinator(), id)));
  expect(links.map((link) => link.organizationId)).toEqual([organizationId, organizationId, null]);
  expect((await find({})).rows.map(({ host }) => host)).toEqual(['架空精機の下請け', '架空精機', '架空精機']);
});

test('finds visits by every condition, and words in any spelling [SEA-01] [SEA-03]', async () => {
  await visit({ number: 'S-1', said: '髙﨑さんに聞く', needs: ['kikai-kako'] });
  await visit({ number: 'S-2', status: 'planned', municipalityCode: '352080', coordinator: '架空 四郎' });
  const counts = await Promise.all(
    [
      { q: '高崎' },
      { q: '機械加工 S-1' },
      { q: '岩国市' },
      { coordinator: '架空 四郎' },
      { status: 'held' },
      { municipality: '352080' },
      { trade: 'kikai-kako' },
      { from: plainDate('2022-11-29') },
      { fiscalYear: 2021 },
    ].map(async (filters) => (await find(filters)).count),
  );
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0]);
  expect(await listCoordinators(coordinator(), fiscalYear)).toEqual(['架空 四郎', '架空 次郎']);
});

test('pages have every visit once', async () => {
  for (let index = 0; index < 5; index += 1) await visit({ number: `S-${index}` });
  const read = (cursor?: Parameters<typeof listScoutingVisits>[1]['cursor']) =>
    listScoutingVisits(coordinator(), { filters: { fiscalYear }, order: 'earliest', cursor, limit: 3 });
  const first = await read();
  const last = first.rows.at(-1);
  const second = await read({ values: [fiscalYear, last?.visitOn ?? '', last?.number ?? ''], before: false });
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(['S-0', 'S-1', 'S-2', 'S-3', 'S-4']);
});

test('refuses a change made on an older version, and keeps a deleted visit out of every list', async () => {
  const id = await visit();
  const change = { id, version: 1, fiscalYear };
  await scoutingVisitRecords.update(coordinator(), { ...change, input: aScoutingVisit({ said: '一度目' }) });
  const late = scoutingVisitRecords.update(coordinator(), { ...change, input: aScoutingVisit({ said: '二度目' }) });
  await expect(late).rejects.toThrow(Conflict);
  await scoutingVisitRecords.remove(desk.context(), { id, version: 2, reason: '二重入力' });
  expect((await find({})).count).toBe(0);
});

test('the quota of a month is filled by held and planned visits, never by cancelled ones [Y5-11]', async () => {
  const territory = { coordinator: '架空 次郎', municipalities: ['352039'], monthlyQuota: 3, note: null };
  await territoryRecords.create(coordinator(), { input: territory, fiscalYear });
  await visit({ number: 'S-1' });
  await visit({ number: 'S-2', status: 'planned', visitOn: plainDate('2022-11-30') });
  await visit({ number: 'S-3', status: 'cancelled' });
  await visit({ number: 'S-4', coordinator: '架空 四郎', visitOn: plainDate('2022-04-01') });
  const years = await listQuotaProgress(coordinator(), fiscalYear);
  const monthOf = (name: string, month: string) =>
    years.find((year) => year.coordinator === name)?.months.find((each) => each.month === month);
  expect(monthOf('架空 次郎', '2022-11')).toEqual({ month: '2022-11', quota: 3, held: 1, planned: 1, missing: 1 });
  expect(monthOf('架空 四郎', '2022-04')).toEqual({ month: '2022-04', quota: 0, held: 1, planned: 0, missing: 0 });
  expect(
    years
      .map(({ months }) => months.map(({ month }) => month).join())
      .every((all) => all.startsWith('2022-04') && all.endsWith('2023-03')),
  ).toBe(true);
});

const order = { visitOn: plainDate('2022-12-06'), coordinator: '架空 次郎' };

test('a lead becomes a planned visit in one step, once however often it is sent [FRM-34] [Y5-11]', async () => {
  const leadId = await lead();
  const first = await visitLead(coordinator(), { ...order, leadId, key: 'once' });
  const second = await visitLead(coordinator(), { ...order, leadId, key: 'once' });
  expect(second).toEqual(first);
  const visits = await find({ lead: leadId });
  expect(visits.rows).toMatchObject([{ status: 'planned', host: '架空金属', visitOn: '2022-12-06' }]);
  const leads = await listScoutingLeads(coordinator(), {
    filters: { q: '', trade: 'kikai-kako', municipalities: ['352152'], state: 'planned' },
    cursor: undefined,
  });
  expect(leads.rows).toMatchObject([{ id: leadId, state: 'planned' }]);
});

test('a lead that was given up is not visited, and one with visits is not deleted', async () => {
  const closed = await lead({ number: 'L-002', closedReason: '廃業' });
  expect(await visitLead(coordinator(), { ...order, leadId: closed })).toEqual({
    ok: false,
    refusal: { kind: 'lead-closed', reason: '廃業' },
  });
  const open = await lead();
  await visitLead(coordinator(), { ...order, leadId: open });
  const deleted = await scoutingLeadRecords.remove(desk.context(), { id: open, version: 1, reason: '重複' });
  expect(deleted).toMatchObject({ ok: false, refusal: { kind: 'in-use', count: 1 } });
});

test('leads are listed by 技能検定 candidates, and by their state', async () => {
  await lead({ number: 'L-1', examinees: 3 });
  await lead({ number: 'L-2', examinees: 30 });
  await visit({ leadNumber: 'L-1' });
  const list = async (state: 'untouched' | 'visited' | undefined) =>
    (
      await listScoutingLeads(coordinator(), {
        filters: { q: '', trade: '', municipalities: [], state },
        cursor: undefined,
      })
    ).rows.map(({ number }) => number);
  expect(await Promise.all([list(undefined), list('visited'), list('untouched')])).toEqual([
    ['L-2', 'L-1'],
    ['L-1'],
    ['L-2'],
  ]);
});

test('another corner sees nothing of it and opens nothing of it [SEC-13]', async () => {
  const visitId = await visit();
  const leadId = await lead();
  await territoryRecords.create(coordinator(), {
    input: { coordinator: '架空 次郎', municipalities: ['352039'], monthlyQuota: 3, note: null },
    fiscalYear,
  });
  const other = desk.context({ corner: '34', role: 'coordinator' });
  const everything = { q: '', trade: '', municipalities: [], state: undefined };
  expect((await find({}, other)).rows).toEqual([]);
  expect((await listScoutingLeads(other, { filters: everything, cursor: undefined })).rows).toEqual([]);
  expect(await listTerritories(other)).toEqual([]);
  expect(
    await listScoutingDays(other, { from: plainDate('2022-04-01'), to: plainDate('2023-03-31'), coordinator: '' }),
  ).toEqual([]);
  await expect(scoutingVisitRecords.get(other, visitId)).rejects.toThrow(NotFound);
  await expect(visitLead(other, { ...order, leadId })).rejects.toThrow(NotFound);
  const stranger = desk.context({ role: 'coordinator', actor: { cornerCode: '34' } });
  await expect(find({}, stranger)).rejects.toThrow(Forbidden);
});

test.each(['center', 'instructor', 'measureOwner'] as const)('%s sees no scouting [SEC-13]', async (role) => {
  await expect(find({}, desk.context({ role }))).rejects.toThrow(Forbidden);
  await expect(listTerritories(desk.context({ role }))).rejects.toThrow(Forbidden);
});

test.each(['clerk', 'auditor'] as const)('%s reads scouting and changes nothing', async (role) => {
  const leadId = await lead();
  const reader = desk.context({ role });
  expect((await find({}, reader)).count).toBe(0);
  expect(() => scoutingVisitRecords.create(reader, { input: aScoutingVisit(), fiscalYear })).toThrow(Forbidden);
  expect(() => visitLead(reader, { ...order, leadId })).toThrow(Forbidden);
});
