import { expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { listMailDrafts } from '#outbox/outbox-queries.server.ts';
import { settleMailDraft } from '#outbox/settle-mail.server.ts';
import type { Context } from '#platform/context.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getApplication, listApplications, listHostMatches } from './application-queries.server.ts';
import { createFloodGate, floodLimits, type FloodGate } from './domain/flood-gate.ts';
import { stampForm } from './form-stamp.server.ts';
import { anApplication } from './sample-application.ts';
import { revokeLink, stepApplication, takeApplication } from './settle-application.server.ts';
import { findOffice, openApplication, submitApplication } from './submit-application.server.ts';

const desk = useTestDatabase();
const key = 'a-secret-of-the-test-with-32-letters';
const office = { corner: '35', name: '架空コーナー', phone: '083-000-0035', email: null };

function publicDesk(ctx: Context) {
  return { database: desk.database(), key, log: ctx.log, clock: ctx };
}

async function openOffice(ctx: Context): Promise<void> {
  await ctx.db
    .insertInto('corner')
    .values({ corner_code: '35', name: office.name, host_association: '架空協会', phone: office.phone })
    .execute();
}

type Sending = {
  readonly stamp?: string;
  readonly trap?: string;
  readonly changes?: Readonly<Record<string, string>>;
  readonly flood?: FloodGate;
};

const ageOf = (ms: number) => stampForm({ key, corner: '35', nowMs: Date.now() - ms });

function send(ctx: Context, { stamp = ageOf(10_000), trap = '', changes, flood }: Sending = {}) {
  const content = anApplication(ctx.today(), changes);
  const submission = { office, address: '192.0.2.1', stamp, trap, content };
  return submitApplication(publicDesk(ctx), submission, flood ?? createFloodGate(floodLimits));
}

async function sent(ctx: Context, sending: Sending = {}): Promise<string> {
  const answer = await send(ctx, sending);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.token;
}

async function onlyId(ctx: Context): Promise<string> {
  const [row] = (await listApplications(ctx, { state: '', cursor: undefined })).rows;
  if (!row) throw new Error('no application');
  return row.id;
}

test('keeps an application once, however often its form is sent, and drafts one receipt [FRM-34]', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  const stamp = ageOf(10_000);
  const first = await sent(ctx, { stamp });
  expect(await sent(ctx, { stamp })).toBe(first);
  expect(await send(ctx, { stamp, changes: { wishedSessions: '9' } })).toMatchObject({
    refusal: { kind: 'sent-before' },
  });
  expect((await listApplications(ctx, { state: '', cursor: undefined })).count).toBe(1);
  const mails = await listMailDrafts(ctx, { filters: { state: '', kind: '' }, cursor: undefined });
  expect(mails.rows.map(({ to, state }) => [to, state])).toEqual([['soumu@example.co.jp', 'draft']]);
});

test.each<[string, () => Sending, string]>([
  [
    'of another desk',
    () => ({ stamp: stampForm({ key: 'another', corner: '35', nowMs: Date.now() - 9000 }) }),
    'forged',
  ],
  ['of another corner', () => ({ stamp: stampForm({ key, corner: '34', nowMs: Date.now() - 9000 }) }), 'forged'],
  ['made up', () => ({ stamp: '35.0.x.y' }), 'forged'],
  ['filled in at once', () => ({ stamp: ageOf(0) }), 'too-quick'],
  ['a day old', () => ({ stamp: ageOf(floodLimits.longestMs + 1000) }), 'too-old'],
  ['filled in by a program', () => ({ trap: 'https://spam.example' }), 'robot'],
  ['from a busy address', () => ({ flood: { take: () => false } }), 'too-many'],
])('a form %s keeps nothing [SEC-08]', async (_, sending, kind) => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  expect(await send(ctx, sending())).toMatchObject({ ok: false, refusal: { kind } });
  expect((await listApplications(ctx, { state: '', cursor: undefined })).count).toBe(0);
});

test('its secret link tells the state until it is revoked or expires; the database keeps only a hash [SEC-12]', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  const token = await sent(ctx);
  expect(await openApplication(publicDesk(ctx), token)).toMatchObject({ ok: true, value: { state: 'new' } });
  expect(await openApplication(publicDesk(ctx), `${token.slice(0, -1)}!`)).toMatchObject({
    refusal: { kind: 'unknown' },
  });
  const rows = await desk.asOwner(
    'select to_jsonb(public_request) as kept from public_request union all select to_jsonb(mail_draft) from mail_draft',
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  const late = desk.context({ role: 'officer', today: '2023-12-01' });
  expect(await openApplication(publicDesk(late), token)).toMatchObject({ refusal: { kind: 'ended' } });
  await revokeLink(ctx, await onlyId(ctx));
  expect(await openApplication(publicDesk(ctx), token)).toMatchObject({ refusal: { kind: 'ended' } });
});

test('is taken into a request with everything carried over, and only once', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  await sent(ctx);
  const id = await onlyId(ctx);
  const taken = await takeApplication(ctx, { id, organizationId: undefined });
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  const { input } = await requestEntries.get(ctx, taken.value.requestId);
  expect(input).toMatchObject({
    number: 'R2022-0001',
    organizationNumber: 'W0001',
    tradeCode: 'kikai-kako',
    wishedSessions: 4,
    sessionMinutes: 180,
    contactName: '架空 花子',
    oldestAge: 31,
    materialsYen: 30_000,
    otherSubsidy: 'none',
    channel: 'web',
    receivedOn: '2022-11-30',
  });
  expect(await takeApplication(ctx, { id, organizationId: undefined })).toMatchObject({
    refusal: { kind: 'not-now', state: 'taken' },
  });
  expect(await getApplication(ctx, id)).toMatchObject({ state: 'taken', requestId: taken.value.requestId });
});

test.each([
  ['小中学校', 'elementary-junior-high', 'public'],
  ['中小企業', 'sme', null],
] as const)(
  'a host of the kind %s that ticked 公立 is registered with that founder if it is a school',
  async (label, kind, founder) => {
    const ctx = desk.context({ role: 'officer' });
    await openOffice(ctx);
    await sent(ctx, { changes: { kind: label, founder: '公立' } });
    expect(await takeApplication(ctx, { id: await onlyId(ctx), organizationId: undefined })).toMatchObject({
      ok: true,
    });
    const [host] = await organizationRecords.exportAll(ctx, { fiscalYear: undefined });
    expect(host).toMatchObject({ kind, founder });
  },
);

test('finds the host that is registered already by number, name or phone, and takes it', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  const same = await registerOrganization(ctx, { number: 'O-1', name: '架空精工㈱' });
  await registerOrganization(ctx, { number: 'O-2', name: '別の会社', phone: '0830000101' });
  await registerOrganization(ctx, { number: 'O-3', name: '関係のない会社' });
  await sent(ctx);
  const id = await onlyId(ctx);
  const matches = await listHostMatches(ctx, (await getApplication(ctx, id)).content);
  expect(matches.map(({ number, by }) => [number, by])).toEqual([
    ['O-1', 'name'],
    ['O-2', 'phone'],
  ]);
  const taken = await takeApplication(ctx, { id, organizationId: same });
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  expect((await requestEntries.get(ctx, taken.value.requestId)).input.organizationNumber).toBe('O-1');
});

test('is refused with a reason that the host reads, and the mail waits in the 送信箱', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  const token = await sent(ctx);
  const id = await onlyId(ctx);
  await stepApplication(ctx, { id, command: 'refuse', reason: '今年度の予算が終わりました' });
  expect(await openApplication(publicDesk(ctx), token)).toMatchObject({
    value: { state: 'refused', reason: '今年度の予算が終わりました' },
  });
  const filters = { state: 'draft', kind: 'application-refusal' } as const;
  const [mail] = (await listMailDrafts(ctx, { filters, cursor: undefined })).rows;
  if (!mail) throw new Error('no mail');
  const order = { id: mail.id, command: 'hand-over', note: '電話で伝えた' } as const;
  expect(await settleMailDraft(ctx, order)).toMatchObject({ ok: true });
  expect(await settleMailDraft(ctx, order)).toMatchObject({ refusal: { kind: 'settled' } });
});

test('the staff of another corner see none of it [SEC-13]', async () => {
  const ctx = desk.context({ role: 'officer' });
  await openOffice(ctx);
  await sent(ctx);
  const id = await onlyId(ctx);
  const other = desk.context({ role: 'officer', corner: '34' });
  expect((await listApplications(other, { state: '', cursor: undefined })).count).toBe(0);
  await expect(getApplication(other, id)).rejects.toThrow('not found');
  expect((await findOffice(publicDesk(ctx), '99')) ?? null).toBeNull();
});
