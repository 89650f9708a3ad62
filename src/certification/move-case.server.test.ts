import { expect, test } from 'vitest';
import { addPapers } from '#evidence/case-fixture.server.ts';
import { listEvidence, removeEvidence } from '#evidence/evidence-files.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anApplication } from './case-fixture.ts';
import { countByState, listCertifications, listEvents } from './certification-queries.server.ts';
import { certificationRecords } from './certification-records.server.ts';
import type { CertificationInput } from './domain/certification.ts';
import type { CertificationCommand } from './domain/certification-state.ts';
import { listIntakeSuspensions, resumeIntake, suspendIntake } from './intake.server.ts';
import { moveCase, type CaseMove } from './move-case.server.ts';
import { getCertification, getStanding, getStandingForReview } from './read-case.server.ts';
import { scoutCandidate } from './scout-candidate.server.ts';

const desk = useTestDatabase();
const today = plainDate('2022-11-30');
const fiscalYear = 2022;
const everything = { q: '', state: '', trade: '' };

async function register(changes: Partial<CertificationInput> = {}): Promise<string> {
  const created = await certificationRecords.create(desk.context(), { input: anApplication(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  await addPapers(desk.context(), created.value.id);
  return created.value.id;
}

const move = (ctx: Context, caseId: string, command: CertificationCommand, more: Partial<CaseMove> = {}) =>
  moveCase(ctx, { caseId, command, happenedOn: today, reason: null, ...more });

const certificate = { registrationNumber: 'M-900', certifiedOn: today, course: 'not-taken' } as const;

/** Takes an application through the given steps; each has to be accepted. */
async function walk(caseId: string, commands: readonly CertificationCommand[], ctx = desk.context()): Promise<void> {
  for (const command of commands) {
    const moved = await move(ctx, caseId, command, { reason: '試験', certificate });
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  }
}

const toReview = ['start-draft', 'receive', 'add-to-batch', 'send', 'begin-review'] as const;

test('an application goes from the candidate to the Meister in the ledger, with every step kept [Y5-14]', async () => {
  const id = await register({ hasTeachingLicence: true });
  await walk(id, [
    'start-draft',
    'receive',
    'call-interview',
    'pass-interview',
    'add-to-batch',
    'send',
    'begin-review',
  ]);
  const moved = await move(desk.context({ role: 'center' }), id, 'certify', {
    certificate: { ...certificate, course: 'exempt' },
  });
  expect(moved).toMatchObject({ ok: true, value: { state: 'certified' } });
  const found = await getCertification(desk.context(), id);
  expect(found).toMatchObject({ state: 'certified', registrationNumber: 'M-900', certifiedOn: today });
  expect(found.events.map(({ command }) => command)).toEqual([
    'certify',
    'begin-review',
    'send',
    'add-to-batch',
    'pass-interview',
    'call-interview',
    'receive',
    'start-draft',
  ]);
  const { input } = await instructorRecords.get(desk.context(), found.instructorId ?? '');
  expect(input).toMatchObject({
    number: 'M-900',
    kind: 'meister',
    name: '架空 太郎',
    certifiedOn: today,
    course: { status: 'exempt' },
  });
});

test('a 登録番号 that somebody has stops the certification, and nothing is written', async () => {
  const [first, second] = [await register(), await register({ number: 'N2022-0002' })];
  await walk(first, [...toReview, 'certify']);
  await walk(second, toReview);
  expect(await move(desk.context(), second, 'certify', { certificate })).toEqual({
    ok: false,
    refusal: { kind: 'registration-number-taken', number: 'M-900' },
  });
  expect((await getCertification(desk.context(), second)).state).toBe('under-review');
});

test('nothing is received while the intake is suspended, and it is again from the day of its resumption [Y4-04]', async () => {
  const chief = desk.context({ role: 'chief' });
  await suspendIntake(chief, { since: plainDate('2022-04-01'), reason: '認定基準の改定' });
  const id = await register();
  await walk(id, []);
  await move(chief, id, 'start-draft', { happenedOn: plainDate('2022-10-20') });
  const refused = await move(chief, id, 'receive');
  await resumeIntake(chief, { resumedOn: plainDate('2022-11-01') });
  const stillRefused = await move(chief, id, 'receive', { happenedOn: plainDate('2022-10-31') });
  const received = await move(chief, id, 'receive', { happenedOn: plainDate('2022-11-01') });
  expect([refused, stillRefused, received].map((answer) => (answer.ok ? 'received' : answer.refusal.kind))).toEqual([
    'intake-suspended',
    'intake-suspended',
    'received',
  ]);
  expect(await listIntakeSuspensions(chief)).toEqual([
    { since: '2022-04-01', until: '2022-10-31', reason: '認定基準の改定' },
  ]);
});

test('what is missing is told before it is received, and before it is bundled', async () => {
  const id = await register({ phone: null, chiefJudgement: null });
  await walk(id, ['start-draft']);
  expect(await move(desk.context(), id, 'receive')).toMatchObject({
    refusal: { kind: 'incomplete', shortcomings: [{ kind: 'field', key: 'phone' }] },
  });
  const change = { id, version: 2, input: anApplication({ chiefJudgement: null }), fiscalYear };
  await certificationRecords.update(desk.context(), change);
  await walk(id, ['receive']);
  expect(await move(desk.context(), id, 'add-to-batch')).toMatchObject({
    refusal: { kind: 'incomplete', shortcomings: [{ kind: 'field', key: 'chiefJudgement' }] },
  });
});

test('an application without its copies is neither received nor bundled, and the answer names them', async () => {
  const id = await register();
  const takeAway = async () => {
    for (const file of (await listEvidence(desk.context(), id)).files) {
      await removeEvidence(desk.context(), { caseId: id, evidenceId: file.id });
    }
  };
  const lacks = [
    { kind: 'evidence', anyOf: ['qualification'] },
    { kind: 'evidence', anyOf: ['recommendation'] },
  ];
  await walk(id, ['start-draft']);
  await takeAway();
  expect(await move(desk.context(), id, 'receive')).toMatchObject({
    refusal: { kind: 'incomplete', shortcomings: lacks },
  });
  expect((await getCertification(desk.context(), id)).missing).toEqual(lacks);
  await addPapers(desk.context(), id);
  await walk(id, ['receive']);
  await takeAway();
  expect(await move(desk.context(), id, 'add-to-batch')).toMatchObject({
    refusal: { kind: 'incomplete', shortcomings: lacks },
  });
});

test('what lies at the Center cannot be edited, and can when it comes back', async () => {
  const id = await register();
  await walk(id, toReview);
  const { version } = await getCertification(desk.context(), id);
  const edit = (seen: number) =>
    certificationRecords.update(desk.context(), {
      id,
      version: seen,
      input: anApplication({ phone: '083-111-1111' }),
      fiscalYear,
    });
  expect(await edit(version)).toEqual({ ok: false, refusal: { kind: 'closed', state: 'センターで審査中' } });
  await walk(id, ['return'], desk.context({ role: 'center' }));
  expect((await edit(version + 1)).ok).toBe(true);
});

test('a bundle keeps its cases until the corner takes them up again', async () => {
  const id = await register();
  const batchId = '00000000-0000-4000-8000-000000000001';
  const inBatch = () => move(desk.context(), id, 'add-to-batch', { batchId });
  await walk(id, ['start-draft', 'receive']);
  await expect(inBatch(), 'a bundle that is not there').rejects.toThrow('certification_case_batch');
  await desk.asOwner(
    `insert into certification_batch (corner_code, batch_id, fiscal_year, round, deadline_on, state)
     values ('35', '${batchId}', 2022, 1, '2022-12-16', 'open')`,
  );
  await inBatch();
  const batchIds = [(await getCertification(desk.context(), id)).batchId];
  for (const command of ['send', 'return', 'resubmit'] as const) {
    await walk(id, [command]);
    batchIds.push((await getCertification(desk.context(), id)).batchId);
  }
  expect(batchIds).toEqual([batchId, batchId, batchId, null]);
});

test('a double submit takes one step, and an older version none [FRM-34]', async () => {
  const id = await register();
  const first = await move(desk.context(), id, 'start-draft', { key: 'once', version: 1 });
  expect(await move(desk.context(), id, 'start-draft', { key: 'once', version: 1 })).toEqual(first);
  await expect(move(desk.context(), id, 'receive', { version: 1 })).rejects.toThrow(Conflict);
  expect((await getCertification(desk.context(), id)).events).toHaveLength(1);
});

test.each([
  ['coordinator', 'send', false],
  ['officer', 'send', true],
  ['auditor', 'take-from-batch', false],
  ['center', 'send', false],
  ['coordinator', 'take-from-batch', true],
] as const)('%s taking the step %s of a bundled case: %s', async (role: Role, command, allowed) => {
  const id = await register();
  await walk(id, ['start-draft', 'receive', 'add-to-batch']);
  const moving = move(desk.context({ role }), id, command);
  if (allowed) expect((await moving).ok).toBe(true);
  else await expect(moving).rejects.toThrow(Forbidden);
});

test('the Center returns what was sent to it, but not what the corner still checks', async () => {
  const id = await register();
  await walk(id, ['start-draft', 'receive']);
  const center = desk.context({ role: 'center' });
  await expect(move(center, id, 'return', { reason: '写しなし' })).rejects.toThrow(Forbidden);
  await walk(id, ['add-to-batch', 'send']);
  expect(await move(center, id, 'return', { reason: '写しなし' })).toMatchObject({ value: { state: 'returned' } });
});

test('what was not sent is to the Center as if it did not exist, whatever it asks for [SEC-13]', async () => {
  const id = await register();
  const center = desk.context({ role: 'center' });
  for (const command of ['start-draft', 'receive', 'add-to-batch', 'send'] as const) {
    await expect(getStandingForReview(center, id)).rejects.toThrow(NotFound);
    await expect(move(center, id, 'begin-review')).rejects.toThrow(NotFound);
    await walk(id, [command]);
  }
  expect((await getStandingForReview(center, id)).verdicts.length).toBeGreaterThan(0);
  await expect(getStandingForReview(desk.context({ role: 'center', corner: '34' }), id)).rejects.toThrow(NotFound);
  await expect(getCertification(center, id)).rejects.toThrow(Forbidden);
  await expect(getStanding(center, id)).rejects.toThrow(Forbidden);
  await expect(listEvents(center, id)).rejects.toThrow(Forbidden);
  await expect(getStandingForReview(desk.context({ role: 'officer' }), id)).rejects.toThrow(Forbidden);
  expect((await move(center, id, 'begin-review')).ok).toBe(true);
  expect((await move(center, id, 'return', { reason: '写しなし' })).ok).toBe(true);
  await expect(getStandingForReview(center, id)).rejects.toThrow(NotFound);
  expect(await move(center, id, 'certify')).toMatchObject({ refusal: { kind: 'wrong-state' } });
});

test('another corner finds nothing, and its people may not ask [SEC-13]', async () => {
  const id = await register();
  const elsewhere = desk.context({ corner: '34' });
  expect((await listCertifications(elsewhere, { filters: everything, order: 'kana', cursor: undefined })).count).toBe(
    0,
  );
  await expect(getCertification(elsewhere, id)).rejects.toThrow(NotFound);
  await expect(move(elsewhere, id, 'start-draft')).rejects.toThrow(NotFound);
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(getCertification(stranger, id)).rejects.toThrow(Forbidden);
  await expect(move(stranger, id, 'start-draft')).rejects.toThrow(Forbidden);
  await expect(async () => suspendIntake(stranger, { since: today, reason: '改定' })).rejects.toThrow(Forbidden);
});

test('an auditor reads and writes nothing; opening a case leaves a trace [SEC-11]', async () => {
  const id = await register();
  const auditor = desk.context({ role: 'auditor' });
  expect((await getCertification(auditor, id)).input.name).toBe('架空 太郎');
  await expect(move(auditor, id, 'start-draft')).rejects.toThrow(Forbidden);
  const viewed = await desk.asOwner("select actor_id from audit_entry where action = 'viewed'");
  expect(viewed).toEqual([{ actor_id: 'test-auditor' }]);
});

test('somebody found on a visit is a candidate with the next number of the year', async () => {
  await register();
  const ctx = desk.context({ role: 'coordinator' });
  const visitId = '00000000-0000-4000-8000-000000000002';
  const { name, nameKana, trades } = anApplication({ name: '架空 次郎' });
  const found = await inTransaction(ctx, (tx) =>
    scoutCandidate(tx, ctx, { candidate: { name, nameKana, trades }, visitId, fiscalYear }),
  );
  expect(found).toMatchObject({ ok: true, value: { number: 'N2022-0002' } });
  const opened = await getCertification(ctx, found.ok ? found.value.id : '');
  expect(opened).toMatchObject({ state: 'scouted', scoutingVisitId: visitId });
});

test('pages of the list have every row once, what is decided last', async () => {
  const decided = await register();
  await walk(decided, ['withdraw']);
  for (const ordinal of [2, 3, 4]) await register({ number: `N2022-000${ordinal}` });
  const listing = { filters: everything, order: 'open', limit: 3 } as const;
  const first = await listCertifications(desk.context(), { ...listing, cursor: undefined });
  const second = await listCertifications(desk.context(), { ...listing, cursor: decodeCursor(first.next, 3) });
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([
    'N2022-0002',
    'N2022-0003',
    'N2022-0004',
    'N2022-0001',
  ]);
});

test('the list finds by state, trade and words, and counts each state', async () => {
  await walk(await register(), ['start-draft']);
  await register({ number: 'N2022-0002', name: '髙﨑 花', nameKana: 'タカサキ ハナ', trades: [] });
  const find = async (filters: Partial<typeof everything>) =>
    (
      await listCertifications(desk.context(), {
        filters: { ...everything, ...filters },
        order: 'waiting',
        cursor: undefined,
      })
    ).rows.map(({ number }) => number);
  expect(await find({})).toEqual(['N2022-0002', 'N2022-0001']);
  expect(await find({ state: 'drafting' })).toEqual(['N2022-0001']);
  expect(await find({ q: '高崎' })).toEqual(['N2022-0002']);
  expect(await find({ trade: anApplication().trades[0] ?? '' })).toEqual(['N2022-0001']);
  expect(await countByState(desk.context(), everything)).toEqual({ drafting: 1, scouted: 1 });
});
