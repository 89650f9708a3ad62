import { describe, expect, test } from 'vitest';
import { listAuditEntries } from '#audit/audit-log-queries.server.ts';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { countClaims, getClaim, listClaims, listPayable, listUnclaimed } from './claim-queries.server.ts';
import { priceClaim } from './domain/expense-claim.ts';
import { changeClaim, draftClaim, findClaimOverspending, getEnteredClaim, startClaim } from './draft-claim.server.ts';
import { anInput, drafted, heldVisit, heldVisitOn, newRate, stepped } from './expense-fixture.server.ts';
import { stepClaim } from './move-claim.server.ts';
import { addRate, listRates } from './set-rates.server.ts';
import { getBudget, setBudget } from './set-budget.server.ts';

const desk = useTestDatabase();
const chief = () => desk.context({ role: 'chief', actor: { id: 'the-chief', name: '長' } });
const noFilters = { filters: { state: '', q: '' }, fiscalYear: 2022, cursor: undefined };

describe('from a held visit to an approved claim', () => {
  test('a claim begins with what the visit tells, and is reckoned by the table of its day', async () => {
    const ctx = desk.context();
    const pair = await heldVisit(ctx);
    const started = await startClaim(ctx, pair);
    expect(started).toMatchObject({ hasRate: true, input: { minutes: 120, persons: 5, travelBy: 'none' } });
    const id = await drafted(ctx, pair);
    const claim = await getClaim(ctx, id);
    expect(claim).toMatchObject({ state: 'draft', totalYen: 10_740, withheldBaseYen: 10_000, version: 1 });
    expect(claim.lines.map(({ input, amountYen }) => [input.item, amountYen])).toEqual([
      ['honorarium', 10_000],
      ['travel', 740],
    ]);
    expect((await getEnteredClaim(ctx, id)).input).toMatchObject({ minutes: 120, kilometres: 20 });
    expect((await startClaim(ctx, pair)).claimId).toBe(id);
  });

  test('submitted, checked and approved by another person than who drafted it', async () => {
    const ctx = desk.context();
    const id = await drafted(ctx, await heldVisit(ctx));
    await stepped(
      [
        [ctx, 'submit'],
        [ctx, 'check'],
      ],
      { id },
    );
    const own = await stepClaim(ctx, { id, version: 3, command: 'approve', reason: null });
    expect(!own.ok && own.refusal).toEqual({ kind: 'own-claim' });
    await stepped([[chief(), 'approve']], { id, version: 3 });
    const claim = await getClaim(ctx, id);
    expect(claim.state).toBe('approved');
    expect(claim.events.map(({ command }) => command)).toEqual(['approve', 'check', 'submit', 'draft']);
    expect(await listPayable(chief())).toMatchObject([{ id, totalYen: 10_740, hasAccount: false }]);
  });

  test('returned with a reason it is changed and goes the same way again; the table is the only way', async () => {
    const ctx = desk.context();
    const id = await drafted(ctx, await heldVisit(ctx));
    await stepped([[ctx, 'submit']], { id });
    const changed = await changeClaim(ctx, { id, version: 2, input: anInput });
    expect(!changed.ok && changed.refusal).toMatchObject({ kind: 'not-editable', state: 'submitted' });
    const silent = await stepClaim(ctx, { id, version: 2, command: 'return', reason: ' ' });
    expect(!silent.ok && silent.refusal.kind).toBe('reason-missing');
    await stepped([[ctx, 'return', '時間が違います']], { id, version: 2 });
    expect((await changeClaim(ctx, { id, version: 3, input: { ...anInput, minutes: 90 } })).ok).toBe(true);
    expect(await getClaim(ctx, id)).toMatchObject({ totalYen: 8240, state: 'returned' });
    const early = await stepClaim(chief(), { id, version: 4, command: 'approve', reason: null });
    expect(!early.ok && early.refusal).toMatchObject({ kind: 'not-possible', state: 'returned' });
    await expect(stepClaim(ctx, { id, version: 3, command: 'submit', reason: null })).rejects.toThrow(Conflict);
  });

  test('there is one claim for a visit and person, until it is dropped; the same key makes one', async () => {
    const ctx = desk.context();
    const pair = await heldVisit(ctx);
    const first = await draftClaim(ctx, { ...pair, input: anInput, key: 'k' });
    expect(await draftClaim(ctx, { ...pair, input: anInput, key: 'k' })).toEqual(first);
    const second = await draftClaim(ctx, { ...pair, input: anInput, key: 'l' });
    const id = first.ok ? first.value.id : '';
    expect(!second.ok && second.refusal).toEqual({ kind: 'claimed-before', claimId: id });
    expect(await listUnclaimed(ctx, 2022)).toEqual([]);
    await stepped([[ctx, 'drop', '二重']], { id });
    expect(await listUnclaimed(ctx, 2022)).toMatchObject([{ visitNumber: 'V-001' }]);
    expect((await draftClaim(ctx, { ...pair, input: anInput, key: 'm' })).ok).toBe(true);
  });

  test('what is missing is told: not held, no table of that day, nothing to claim, no price', async () => {
    const ctx = desk.context();
    const { instructorId, visitId } = await heldVisit(ctx);
    const planned = await registerVisit(ctx, { number: 'V-9' });
    const try_ = async (pair: { visitId: string }, input = anInput) => {
      const saved = await draftClaim(ctx, { instructorId, ...pair, input, key: undefined });
      return saved.ok ? 'ok' : saved.refusal.kind;
    };
    expect(await try_({ visitId: planned })).toBe('not-held');
    expect(await try_({ visitId: await heldVisitOn(ctx, 'V-8', '2022-03-31') })).toBe('no-rate');
    expect(await try_({ visitId }, { ...anInput, minutes: null, travelBy: 'none' })).toBe('price');
    expect(await try_({ visitId }, { ...anInput, travelBy: 'fare' })).toBe('price');
    expect(await try_({ visitId }, { ...anInput, kilometres: null })).toBe('fields');
    await expect(try_({ visitId: instructorId })).rejects.toThrow(NotFound);
    await expect(try_({ visitId: "'; drop" })).rejects.toThrow(NotFound);
  });
});

test('a later table or revision never changes a claim, which stays reproducible from its inputs', async () => {
  const ctx = desk.context();
  const pair = await heldVisit(ctx);
  const id = await drafted(ctx, pair);
  const before = await getClaim(ctx, id);
  const dearer = { ...newRate().honorariumPerHourYen, meister: yenOf(9000) };
  await addRate(ctx, { rate: newRate({ honorariumPerHourYen: dearer }), key: undefined });
  await addRate(ctx, { rate: newRate({ validFrom: plainDate('2022-11-01') }), key: undefined });
  expect((await listRates(ctx, 2022)).map(({ validFrom, revision }) => [validFrom, revision])).toEqual([
    ['2022-11-01', 1],
    ['2022-04-01', 2],
    ['2022-04-01', 1],
  ]);
  const after = await getClaim(ctx, id);
  expect(after).toEqual(before);
  const inputs = after.lines.map(({ input }) => input);
  expect(priceClaim(after.rate, inputs)).toMatchObject({ value: { totalYen: after.totalYen, lines: after.lines } });
  await expect(desk.asOwner(`set role takumi_app; update expense_rate set basis = ''`)).rejects.toThrow(
    'permission denied',
  );
});

test('the budget counts what is claimed and warns before it is overspent', async () => {
  const ctx = desk.context();
  const pair = await heldVisit(ctx);
  const amounts = { honorarium: yenOf(15_000), travel: yenOf(700), material: null, 'text-writing': null };
  await setBudget(ctx, { fiscalYear: 2022, version: 0, amounts });
  await expect(setBudget(ctx, { fiscalYear: 2022, version: 0, amounts })).rejects.toThrow(Conflict);
  const id = await drafted(ctx, pair);
  expect(await findClaimOverspending(ctx, await getClaim(ctx, id))).toEqual([{ item: 'travel', missingYen: 40 }]);
  const { lines, version } = await getBudget(ctx, 2022);
  expect(version).toBe(1);
  expect(lines).toMatchObject([
    { item: 'honorarium', committedYen: 10_000, usedYen: 0, leftYen: 5000, warning: undefined },
    { item: 'travel', committedYen: 740, leftYen: -40, warning: 'over' },
    { item: 'material', leftYen: null },
    { item: 'text-writing', committedYen: 0 },
  ]);
  await stepped([[ctx, 'drop', '取消し']], { id });
  expect((await getBudget(ctx, 2022)).lines[0]).toMatchObject({ committedYen: 0, leftYen: 15_000 });
});

test('lists find by name, host and number, in states, and never another corner', async () => {
  const ctx = desk.context();
  const pair = await heldVisit(ctx);
  const id = await drafted(ctx, pair);
  const found = async (q: string, state = '') =>
    (await listClaims(ctx, { ...noFilters, filters: { state, q } })).rows.map((row) => row.id);
  expect(await found('カクウ　精機')).toEqual([id]);
  expect(await found('V-001', 'draft')).toEqual([id]);
  expect(await found('V-001', 'paid')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect(Object.fromEntries(await countClaims(ctx, 2022))).toEqual({ draft: 1 });
  const other = desk.context({ corner: '02' });
  expect((await listClaims(other, noFilters)).rows).toEqual([]);
  await expect(getClaim(other, id)).rejects.toThrow(NotFound);
  await expect(draftClaim(other, { ...pair, input: anInput, key: undefined })).rejects.toThrow(NotFound);
  await expect(stepClaim(other, { id, version: 1, command: 'submit', reason: null })).rejects.toThrow(NotFound);
  expect(await listUnclaimed(other, 2022)).toEqual([]);
  expect(await listRates(other, 2022)).toEqual([]);
});

test.each(roles)('%s reads, writes, approves and pays as the table says [SEC-13]', async (role) => {
  const ctx = desk.context({ role });
  const reads = ['system', 'chief', 'officer', 'clerk', 'coordinator', 'auditor'].includes(role);
  const writes = ['system', 'chief', 'officer', 'clerk', 'coordinator'].includes(role);
  const approves = ['system', 'chief', 'officer'].includes(role);
  const pays = ['system', 'chief', 'clerk'].includes(role);
  const isForbidden = async (call: () => unknown) => {
    try {
      await call();
      return false;
    } catch (error) {
      return error instanceof Forbidden;
    }
  };
  const id = '00000000-0000-4000-8000-000000000000';
  const step = (command: 'submit' | 'approve') => stepClaim(ctx, { id, version: 1, command, reason: null });
  expect(await isForbidden(() => listClaims(ctx, noFilters))).toBe(!reads);
  expect(await isForbidden(() => getClaim(ctx, id))).toBe(!reads);
  expect(await isForbidden(() => getBudget(ctx, 2022))).toBe(!reads);
  expect(await isForbidden(() => startClaim(ctx, { visitId: id, instructorId: id }))).toBe(!writes);
  expect(await isForbidden(() => step('submit'))).toBe(!writes);
  expect(await isForbidden(() => step('approve'))).toBe(!approves);
  expect(await isForbidden(() => addRate(ctx, { rate: newRate(), key: undefined }))).toBe(!approves);
  expect(await isForbidden(() => listPayable(ctx))).toBe(!pays);
});

test('every step is in the log, without anything but amounts and states', async () => {
  const ctx = desk.context();
  const id = await drafted(ctx, await heldVisit(ctx));
  await stepped([[ctx, 'submit']], { id });
  const log = await listAuditEntries(chief(), {
    filters: { actor: '', kind: 'expense-claim', action: '', from: undefined, until: undefined },
    cursor: undefined,
  });
  expect(log.rows.map(({ action }) => action)).toEqual(['moved', 'created']);
});
