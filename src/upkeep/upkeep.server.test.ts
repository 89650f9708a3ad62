import { describe, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors } from '#instructor/instructor-queries.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { rankForRequest } from '#matching/rank-candidates.server.ts';
import type { Context } from '#platform/context.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { aVisit, registerVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { answerEnquiry, openEnquiry, type ReplyDesk } from './answer-enquiry.server.ts';
import type { UpkeepCommand } from './domain/upkeep.ts';
import { tokenOfEnquiry } from './intent-link.server.ts';
import { moveRegistration } from './move-registration.server.ts';
import {
  countUpkeep,
  everyRegistration,
  getUpkeep,
  listUpkeep,
  type UpkeepFilters,
  type UpkeepView,
} from './upkeep-queries.server.ts';
import { exportLetter, writeLetter } from './write-letter.server.ts';

const desk = useTestDatabase();
const key = 'a-secret-of-the-test-with-32-letters';
const address = '192.0.2.7';

function replyDesk(today = '2022-11-30'): ReplyDesk {
  const ctx = desk.context({ today });
  return { database: desk.database(), clock: { today: ctx.today, now: ctx.now }, log: ctx.log };
}

const dormant = (ctx: Context, number = 'M-001') =>
  registerInstructor(ctx, { number, certifiedOn: plainDate('2014-02-14'), lastActivityOn: plainDate('2019-06-20') });

async function take(ctx: Context, id: string, ...commands: readonly UpkeepCommand[]) {
  for (const command of commands) {
    const { version } = await getUpkeep(ctx, id);
    const moved = await moveRegistration(ctx, key, {
      instructorId: id,
      version,
      command,
      happenedOn: ctx.today(),
      reason: '本人から聞いた',
    });
    if (!moved.ok) return moved.refusal.kind;
  }
  return (await getUpkeep(ctx, id)).state;
}

async function askedWithLink() {
  const ctx = desk.context();
  const id = await dormant(ctx);
  await take(ctx, id, 'ask-intent');
  const enquiry = (await getUpkeep(ctx, id)).enquiry;
  return { ctx, id, token: tokenOfEnquiry(key, '35', enquiry?.id ?? '') };
}

const numbers = async (ctx: Context, view: 'dormant' | 'soon' | 'running' | 'ended') =>
  (await listUpkeep(ctx, { view, cursor: undefined })).rows.map(({ number }) => number);

describe('the daily list [domain.md §5.2]', () => {
  test.each([
    ['2019-11-29', null, 'dormant'],
    ['2019-11-30', null, 'soon'],
    ['2020-05-30', null, 'soon'],
    ['2020-05-31', null, undefined],
    [null, '2019-11-29', 'dormant'],
    [null, null, undefined],
  ] as const)('last active %s, certified %s: %s', async (last, certified, view) => {
    const ctx = desk.context();
    const day = (text: string | null) => (text === null ? null : plainDate(text));
    await registerInstructor(ctx, { lastActivityOn: day(last), certifiedOn: day(certified) });
    const expected = { dormant: 0, soon: 0, running: 0, ended: 0, ...(view && { [view]: 1 }) };
    expect(await countUpkeep(ctx)).toEqual(expected);
    if (view) expect(await numbers(ctx, view)).toEqual(['M-001']);
  });

  test('every view is narrowed by name, state, trade, municipality and last activity, and its counts with it [SEA-01] [SEA-13]', async () => {
    const ctx = desk.context();
    const person = (number: string, changes: object) =>
      registerInstructor(ctx, { number, lastActivityOn: plainDate('2019-06-20'), ...changes });
    await person('M-1', { name: '髙橋 一', nameKana: 'タカハシ ハジメ' });
    await person('M-2', { municipalityCode: '352152', trades: ['mokuzai-kako'] });
    await person('M-3', { lastActivityOn: plainDate('2018-04-01') });
    const asked = await person('M-4', {});
    await take(ctx, asked, 'ask-intent', 'answer-willing');
    const narrowed = async (view: UpkeepView, changes: Partial<UpkeepFilters>) => {
      const filters = { ...everyRegistration, ...changes };
      const { rows, count } = await listUpkeep(ctx, { view, filters, cursor: undefined });
      expect([count, (await countUpkeep(ctx, filters))[view]]).toEqual([rows.length, rows.length]);
      return rows.map(({ number }) => number);
    };
    expect(await narrowed('dormant', {})).toEqual(['M-3', 'M-1', 'M-2']);
    expect(await narrowed('dormant', { q: '高橋' })).toEqual(['M-1']);
    expect(await narrowed('dormant', { q: 'たかはし　はじめ' })).toEqual(['M-1']);
    expect(await narrowed('dormant', { municipality: '352152' })).toEqual(['M-2']);
    expect(await narrowed('dormant', { trade: 'mokuzai-kako' })).toEqual(['M-2']);
    expect(await narrowed('dormant', { activeTo: plainDate('2018-04-01') })).toEqual(['M-3']);
    expect(await narrowed('dormant', { activeFrom: plainDate('2018-04-02') })).toEqual(['M-1', 'M-2']);
    expect(await narrowed('dormant', { state: 'dormant' })).toEqual(['M-3', 'M-1', 'M-2']);
    expect(await narrowed('dormant', { state: 'active' })).toEqual([]);
    expect(await narrowed('running', { state: 'willing' })).toEqual(['M-4']);
    expect(await narrowed('running', { state: 'unwilling' })).toEqual([]);
  });

  test('a visit that was held takes somebody off the list, a planned one does not', async () => {
    const ctx = desk.context();
    await registerOrganization(ctx);
    await dormant(ctx);
    await registerVisit(ctx, { visitOn: plainDate('2022-12-05') });
    expect(await numbers(ctx, 'dormant')).toEqual(['M-001']);
    await registerVisit(ctx, { number: 'V-002', visitOn: plainDate('2022-11-28'), status: 'held' });
    expect(await numbers(ctx, 'dormant')).toEqual([]);
  });
});

describe('from dormant to reconfirmed or deregistered [domain.md §4.2]', () => {
  test('asked, willing, sent the text, reconfirmed: active again, and the three years run from then', async () => {
    const ctx = desk.context();
    const id = await dormant(ctx);
    expect(await take(ctx, id, 'ask-intent', 'answer-willing', 'send-material', 'reconfirm', 'reactivate')).toBe(
      'active',
    );
    expect(await numbers(ctx, 'dormant')).toEqual([]);
    expect(await countUpkeep(desk.context({ today: '2025-12-01' }))).toMatchObject({ dormant: 1 });
    const { events } = await getUpkeep(ctx, id);
    expect(events.toReversed().map(({ command, to, onBehalf }) => [command, to, onBehalf])).toEqual([
      ['become-dormant', 'dormant', false],
      ['ask-intent', 'intent-asked', false],
      ['answer-willing', 'willing', true],
      ['send-material', 'material-sent', false],
      ['reconfirm', 'reconfirmed', false],
      ['reactivate', 'active', false],
    ]);
    expect(events.at(-1)?.happenedOn).toBe('2022-06-21');
  });

  test('再講習 has to be completed before it counts', async () => {
    const ctx = desk.context();
    const id = await dormant(ctx);
    expect(await take(ctx, id, 'ask-intent', 'answer-willing', 'arrange-recourse', 'reconfirm')).toBe('recourse-open');
  });

  test('deregistered: no candidate, not in the list, not to be planned, and what they held still counts', async () => {
    const ctx = desk.context();
    await registerOrganization(ctx);
    const requestId = await registerRequest(ctx);
    await registerInstructor(ctx, { number: 'M-002' });
    const id = await dormant(ctx);
    await registerVisit(ctx, { visitOn: plainDate('2019-06-20'), status: 'held' });
    await registerVisit(ctx, { number: 'V-002', visitOn: plainDate('2022-12-07') });
    const held = async () => {
      const report = await getStatusReport(ctx, { fiscalYear: 2019, asOf: plainDate('2020-03-31') });
      return report.sections.flatMap(({ metrics }) => metrics).find((metric) => metric.key === 'visits.total')?.actual;
    };
    const before = await held();
    expect(await take(ctx, id, 'ask-intent', 'answer-unwilling', 'deregister')).toBe('planned-visits');
    await desk.asOwner(`update visit set status = 'cancelled' where number = 'V-002'`);
    const proposed = async () =>
      (await rankForRequest(ctx, requestId)).ranking.ranked.map(({ candidate }) => candidate.number);
    expect(await proposed()).toEqual(['M-002']);
    expect(await take(ctx, id, 'deregister')).toBe('deregistered');
    const listed = async (registration = '') => {
      const filters = { ...everyInstructor, registration };
      const page = await listInstructors(ctx, { filters, order: 'number', cursor: undefined, fiscalYear: 2022 });
      return page.rows.map(({ number }) => number);
    };
    expect([await proposed(), await listed(), await listed('ended')]).toEqual([['M-002'], ['M-002'], ['M-001']]);
    const planned = await visitRecords.create(ctx, { input: aVisit({ number: 'V-003' }), fiscalYear: 2022 });
    expect(!planned.ok && planned.refusal).toMatchObject({ problems: [{ problem: { kind: 'registration-ended' } }] });
    expect(await held()).toBe(before);
    expect(await take(ctx, id, 'resign')).toBe('not-possible');
    expect(
      (await writeLetter(ctx, { instructorId: id, kind: 'end', key, origin: 'http://desk' })).model.title,
    ).toContain('登録の解除');
  });

  test('of two people who move somebody at once, the second is told', async () => {
    const ctx = desk.context();
    const id = await dormant(ctx);
    await take(ctx, id, 'ask-intent');
    const order = {
      instructorId: id,
      version: 0,
      command: 'answer-willing',
      happenedOn: ctx.today(),
      reason: '',
    } as const;
    await expect(moveRegistration(ctx, key, order)).rejects.toThrow(Conflict);
  });
});

describe('the link of a letter [SEC-08]', () => {
  test('takes one answer by the person, which stands in the history under their name', async () => {
    const { ctx, id, token } = await askedWithLink();
    expect(await openEnquiry(replyDesk(), { token, address })).toMatchObject({ ok: true, value: { answer: null } });
    const reply = { token, address, answer: 'unwilling', note: '体調のため' } as const;
    expect((await answerEnquiry(replyDesk(), reply)).ok).toBe(true);
    const again = await answerEnquiry(replyDesk(), { ...reply, answer: 'willing' });
    expect(!again.ok && again.refusal.kind).toBe('answered');
    const { state, events, enquiry } = await getUpkeep(ctx, id);
    expect([state, events[0]?.actorName, events[0]?.onBehalf, enquiry?.note]).toEqual([
      'unwilling',
      '架空 太郎',
      false,
      '体調のため',
    ]);
    expect(await openEnquiry(replyDesk(), { token, address })).toMatchObject({
      ok: true,
      value: { answer: 'unwilling', receipt: 'K2022-0001' },
    });
    const byReceipt = async (q: string) =>
      (await listUpkeep(ctx, { view: 'running', filters: { ...everyRegistration, q }, cursor: undefined })).rows;
    expect(enquiry?.receipt).toBe('K2022-0001');
    expect((await byReceipt('Ｋ２０２２－０００１')).map((row) => row.id)).toEqual([id]);
    expect(await byReceipt('K2022-0002')).toEqual([]);
  });

  test('ends after thirty days, when another letter follows, and when staff went on', async () => {
    const { ctx, id, token } = await askedWithLink();
    expect((await openEnquiry(replyDesk('2022-12-30'), { token, address })).ok).toBe(true);
    const late = await openEnquiry(replyDesk('2022-12-31'), { token, address });
    expect(!late.ok && late.refusal.kind).toBe('expired');
    await take(ctx, id, 'ask-intent');
    const old = await openEnquiry(replyDesk(), { token, address });
    expect(!old.ok && old.refusal.kind).toBe('closed');
    const next = tokenOfEnquiry(key, '35', (await getUpkeep(ctx, id)).enquiry?.id ?? '');
    await take(ctx, id, 'record-death');
    expect((await answerEnquiry(replyDesk(), { token: next, address, answer: 'willing', note: '' })).ok).toBe(false);
  });

  test('is kept as a hash, belongs to its corner, and cannot be tried without end', async () => {
    const { token } = await askedWithLink();
    const rows = await desk.asOwner('select * from intent_enquiry');
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    const unknown = async (guess: string) => {
      const opened = await openEnquiry(replyDesk(), { token: guess, address: '192.0.2.99' });
      return opened.ok ? 'opened' : opened.refusal.kind;
    };
    expect(await unknown(`13${token.slice(2)}`)).toBe('unknown');
    expect(await unknown('')).toBe('unknown');
    expect(await unknown(`${token}x`)).toBe('unknown');
    const tries = Array.from({ length: 100 }, () => unknown(`35.${'A'.repeat(43)}`));
    expect((await Promise.all(tries)).at(-1)).toBe('locked');
    expect(await unknown(token)).toBe('locked');
  });

  test('stands in the letter, as Word too', async () => {
    const { ctx, id, token } = await askedWithLink();
    const order = { instructorId: id, kind: 'intent', key, origin: 'https://desk.example.jp' } as const;
    expect(JSON.stringify(await writeLetter(ctx, order))).toContain(`https://desk.example.jp/replies/${token}`);
    expect((await exportLetter(ctx, order)).name).toMatch(/意向確認の手紙.*\.docx$/u);
    await expect(writeLetter(ctx, { ...order, kind: 'end' })).rejects.toThrow(NotFound);
  });
});

describe('who may [SEC-13]', () => {
  test('another corner sees and moves nobody of this one', async () => {
    const id = await dormant(desk.context());
    const other = desk.context({ corner: '13' });
    expect(await countUpkeep(other)).toEqual({ dormant: 0, soon: 0, running: 0, ended: 0 });
    await expect(getUpkeep(other, id)).rejects.toThrow(NotFound);
    const order = {
      instructorId: id,
      version: 0,
      command: 'ask-intent',
      happenedOn: other.today(),
      reason: '',
    } as const;
    await expect(moveRegistration(other, key, order)).rejects.toThrow(NotFound);
  });

  test.each(['center', 'instructor', 'measureOwner'] as const)('%s may not even read', async (role) => {
    await expect(countUpkeep(desk.context({ role }))).rejects.toThrow(Forbidden);
  });

  test.each(['clerk', 'coordinator', 'auditor'] as const)(
    '%s reads, and neither moves nor sees a link',
    async (role) => {
      const { id } = await askedWithLink();
      const ctx = desk.context({ role });
      expect((await getUpkeep(ctx, id)).state).toBe('intent-asked');
      const order = {
        instructorId: id,
        version: 1,
        command: 'ask-intent',
        happenedOn: ctx.today(),
        reason: '',
      } as const;
      expect(() => moveRegistration(ctx, key, order)).toThrow(Forbidden);
      await expect(writeLetter(ctx, { instructorId: id, kind: 'intent', key, origin: '' })).rejects.toThrow(Forbidden);
    },
  );
});
