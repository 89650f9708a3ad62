import { describe, expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { naughtyStrings } from '../../test/naughty-strings.ts';
import { useTestDatabase } from '../../test/database.ts';
import { answerSurvey, openSurvey, type AnswerDesk } from './answer-ticket.server.ts';
import type { AnswerTexts } from './domain/answer.ts';
import { tallyOutcome } from './domain/outcome.ts';
import { enterSheets, withdrawEntry } from './enter-sheets.server.ts';
import { exportFeedbackSheet, getCouncilFeedback, getInstructorFeedback } from './feedback.server.ts';
import { issueTickets, listTicketSheets, revokeTickets } from './issue-tickets.server.ts';
import { countOwnAnswers, groupAnswers, groupByInstructor, listFreeTexts } from './result-queries.server.ts';
import { getForm, saveForm } from './save-form.server.ts';
import { linkKey, makeTokens, registerHeldVisit } from './survey-fixture.server.ts';
import { surveyRecords } from './survey-records.server.ts';
import { listSurveyedVisits } from './visit-list-queries.server.ts';
import { getVisitSurvey } from './visit-survey-queries.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };
const address = '192.0.2.7';
const nobody = '00000000-0000-4000-8000-000000000000';

function answerDesk(today = '2022-11-30'): AnswerDesk {
  const ctx = desk.context({ today });
  return { database: desk.database(), clock: { today: ctx.today, now: ctx.now }, log: ctx.log };
}

const answer = (token: string, texts: AnswerTexts, { asked = '', today = '2022-11-30' } = {}) =>
  answerSurvey(answerDesk(today), { token, address, texts, asked });
const fine = { satisfaction: '5', understanding: '4' };

async function outcome(key: Parameters<typeof tallyOutcome>[0], day = on) {
  const { numerator, denominator } = tallyOutcome(key, await groupAnswers(desk.context().db, day));
  return `${numerator}/${denominator}`;
}

describe('one ticket, one answer, and nobody can tell whose', () => {
  test('a link is answered once; then it is as if it had never been', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const [token = '', other = ''] = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 2 });
    expect(await openSurvey(answerDesk(), { token, address })).toMatchObject({
      ok: true,
      value: { audience: 'trainee', trade: '機械加工', questions: [] },
    });
    expect(await answer(token, fine)).toEqual({ ok: true, value: { audience: 'trainee' } });
    expect(await answer(token, fine)).toEqual({ ok: false, refusal: { kind: 'gone' } });
    expect(await openSurvey(answerDesk(), { token, address })).toEqual({ ok: false, refusal: { kind: 'gone' } });
    expect((await openSurvey(answerDesk(), { token: other, address })).ok).toBe(true);
    const { rounds } = await getVisitSurvey(desk.context(), visitId);
    expect(rounds.trainee).toEqual({ issued: 2, revoked: 0, open: 1, answered: 1 });
    expect(await outcome('outcome.understanding')).toBe('1/1');
  });

  test('no row that is left holds both a sheet and an answer, an hour, or what the log would need to join them', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const [token = ''] = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 1 });
    await answer(token, { ...fine, freeText: '目印の文' });
    expect(await desk.asOwner('select * from survey_ticket')).toEqual([]);
    const [row = {}] = (await desk.asOwner('select * from survey_answer')) as Record<string, unknown>[];
    expect(Object.keys(row).toSorted()).toEqual([
      'answer_id',
      'answered_on',
      'audience',
      'channel',
      'corner_code',
      'entry_id',
      'form_id',
      'free_text',
      'own_answers',
      'prompted',
      'satisfaction',
      'understanding',
      'visit_id',
      'withdrawn',
    ]);
    const log = JSON.stringify(await desk.asOwner(`select * from audit_entry where action = 'answered'`));
    for (const secret of [String(row['answer_id']), '目印の文', address]) expect(log).not.toContain(secret);
    expect(log).toContain('回答者（匿名）');
  });

  test('a refused answer leaves the ticket to be answered', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const [token = ''] = await makeTokens(desk.context(), { visitId, audience: 'host', wanted: 1 });
    expect(await answer(token, { satisfaction: '5' })).toMatchObject({
      refusal: { kind: 'fields', problems: [{ field: 'prompted' }] },
    });
    expect((await answer(token, { satisfaction: '5', prompted: '1' })).ok).toBe(true);
    expect(await outcome('outcome.trigger')).toBe('1/1');
  });

  test('from the day of the visit for thirty days, and not when it was cancelled or taken back', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx, { status: 'planned', visitOn: plainDate('2022-12-05') });
    const [token = '', second = ''] = await makeTokens(ctx, { visitId, audience: 'trainee', wanted: 2 });
    const kindOf = async (today: string) => {
      const opened = await openSurvey(answerDesk(today), { token, address });
      return opened.ok ? 'open' : opened.refusal.kind;
    };
    expect(await kindOf('2022-12-04')).toBe('not-yet');
    expect(await kindOf('2022-12-05')).toBe('open');
    expect(await kindOf('2023-01-04')).toBe('open');
    expect(await kindOf('2023-01-05')).toBe('expired');
    expect(await revokeTickets(ctx, { visitId, audience: 'trainee' })).toBe(2);
    expect(await kindOf('2022-12-05')).toBe('gone');
    expect((await openSurvey(answerDesk('2022-12-05'), { token: second, address })).ok).toBe(false);
    expect((await getVisitSurvey(ctx, visitId)).rounds.trainee).toEqual({
      issued: 2,
      revoked: 2,
      open: 0,
      answered: 0,
    });
  });

  test('guessed links are counted by where they come from, a right one against nobody [SEC-08]', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const tokens = await makeTokens(desk.context(), { visitId, audience: 'pupil', wanted: 1 });
    for (let count = 0; count < 120; count += 1) await openSurvey(answerDesk(), { token: tokens[0] ?? '', address });
    expect((await openSurvey(answerDesk(), { token: tokens[0] ?? '', address })).ok).toBe(true);
    const guess = `35.${'x'.repeat(43)}`;
    for (let count = 0; count < 100; count += 1) await openSurvey(answerDesk(), { token: guess, address });
    expect(await openSurvey(answerDesk(), { token: tokens[0] ?? '', address })).toMatchObject({
      refusal: { kind: 'locked' },
    });
    expect((await openSurvey(answerDesk(), { token: tokens[0] ?? '', address: '192.0.2.8' })).ok).toBe(true);
  });

  test('the same press twice makes the sheets once', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx);
    const order = { visitId, audience: 'trainee', wanted: 10, key: 'one-press' } as const;
    expect(await issueTickets(ctx, linkKey, order)).toEqual({ ok: true, value: { issued: 10 } });
    expect(await issueTickets(ctx, linkKey, order)).toEqual({ ok: true, value: { issued: 10 } });
    const sheets = await listTicketSheets(ctx, { key: linkKey, origin: 'https://x', visitId, audience: 'trainee' });
    expect(new Set(sheets.addresses).size).toBe(10);
  });
});

describe('a pile of paper', () => {
  const order = (visitId: string, rows: readonly AnswerTexts[], key?: string) => ({
    visitId,
    audience: 'trainee' as const,
    answeredOn: plainDate('2022-11-22'),
    rows,
    key,
  });

  test('is kept whole or not at all, once for a double press, and can be taken back with a reason', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx);
    const rows = [fine, fine, { satisfaction: '2', understanding: '2' }];
    expect(await enterSheets(ctx, order(visitId, [...rows, { satisfaction: '8' }]))).toMatchObject({
      refusal: { kind: 'rows', problems: [{ row: 4, field: 'satisfaction' }] },
    });
    expect(await outcome('outcome.understanding')).toBe('0/0');
    expect(await enterSheets(ctx, order(visitId, rows, 'press'))).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await enterSheets(ctx, order(visitId, rows, 'press'))).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await outcome('outcome.understanding')).toBe('2/3');
    const [entry] = (await getVisitSurvey(ctx, visitId)).entries;
    const withdraw = (reason: string) => withdrawEntry(ctx, { visitId, entryId: entry?.id ?? '', reason });
    expect(await withdraw(' ')).toMatchObject({ refusal: { kind: 'no-reason' } });
    expect(await withdraw('別の派遣の紙')).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await withdraw('もう一度')).toMatchObject({ refusal: { kind: 'withdrawn-before' } });
    expect(await outcome('outcome.understanding')).toBe('0/0');
  });

  test.each([
    ['2022-11-20', 'answered-early'],
    ['2022-12-01', 'answered-later-than-today'],
  ])('answered on %s: %s', async (day, kind) => {
    const visitId = await registerHeldVisit(desk.context());
    const entered = await enterSheets(desk.context(), { ...order(visitId, [fine]), answeredOn: plainDate(day) });
    expect(entered).toMatchObject({ refusal: { kind } });
  });

  test('no paper, or that of a cancelled visit, is refused', async () => {
    const visitId = await registerHeldVisit(desk.context());
    expect(await enterSheets(desk.context(), order(visitId, [{}]))).toMatchObject({ refusal: { kind: 'no-rows' } });
    const cancelled = await registerVisit(desk.context(), {
      number: 'V-9',
      status: 'cancelled',
      cancelReason: '大雪',
      visitOn: plainDate('2022-11-20'),
    });
    expect(await enterSheets(desk.context(), order(cancelled, [fine]))).toMatchObject({
      refusal: { kind: 'visit-cancelled' },
    });
  });
});

test('what people write is kept as it is or refused, whatever it is, and never breaks the page', async () => {
  const ctx = desk.context();
  const visitId = await registerHeldVisit(ctx);
  const kept: string[] = [];
  for (const naughty of naughtyStrings) {
    const row = { ...fine, freeText: naughty };
    const entered = await enterSheets(ctx, {
      visitId,
      audience: 'trainee',
      answeredOn: plainDate('2022-11-22'),
      rows: [row],
      key: undefined,
    });
    if (entered.ok && naughty.trim() !== '') kept.push(naughty.replaceAll(/\r\n?/gu, '\n').trim());
    if (!entered.ok) expect(entered.refusal.kind).toBe('rows');
  }
  const texts = await listFreeTexts(ctx.db, on);
  expect(texts).toHaveLength(kept.length);
  expect(texts.map(({ text }) => text.trim()).toSorted()).toEqual(kept.toSorted());
  expect((await exportFeedbackSheet(ctx, on)).bytes.length).toBeGreaterThan(1000);
});

describe('questions of the corner’s own', () => {
  const questions = (text: string) => [{ kind: 'choice', text, choices: 'はい\nいいえ' }];
  const save = async (fiscalYear: number, text: string, seenId?: string) => {
    const seen = seenId ?? (await getForm(desk.context(), 'trainee', fiscalYear))?.id ?? '';
    return saveForm(desk.context(), { audience: 'trainee', fiscalYear, seenId: seen, questions: questions(text) });
  };

  test('hold from their year on; answered ones are locked, and the answers keep their words', async () => {
    const visitId = await registerHeldVisit(desk.context());
    expect(await save(2021, '古い質問')).toEqual({ ok: true, value: { version: 1 } });
    expect(await getForm(desk.context(), 'trainee', 2022)).toMatchObject({
      fiscalYear: 2021,
      questions: [{ text: '古い質問' }],
    });
    expect(await getForm(desk.context(), 'trainee', 2020)).toBeUndefined();
    const [token = '', late = ''] = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 2 });
    expect((await answer(token, { ...fine, 'own-0': '1' }, { asked: '古い質問' })).ok).toBe(true);
    expect(await save(2022, '新しい質問')).toEqual({ ok: true, value: { version: 1 } });
    expect(await save(2022, '直した質問')).toEqual({ ok: true, value: { version: 1 } });
    expect(await answer(late, { ...fine, 'own-0': '1' }, { asked: '古い質問' })).toMatchObject({
      refusal: { kind: 'questions-changed' },
    });
    expect((await answer(late, { ...fine, 'own-0': '2' }, { asked: '直した質問' })).ok).toBe(true);
    expect(await save(2022, '次の質問')).toEqual({ ok: true, value: { version: 2 } });
    expect(await countOwnAnswers(desk.context(), on)).toEqual([
      { audience: 'trainee', question: '古い質問', answer: 'はい', count: 1 },
      { audience: 'trainee', question: '直した質問', answer: 'いいえ', count: 1 },
    ]);
  });

  test('of two people who change them the second is told [FRM-33]', async () => {
    await save(2022, '一人目');
    await expect(save(2022, '二人目', nobody)).rejects.toThrow(Conflict);
  });
});

describe('what counts', () => {
  test('answers of a held visit on or before the day, whoever withdrew theirs excepted', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx);
    const input = {
      visitNumber: 'V-001',
      audience: 'host',
      satisfaction: 4,
      understanding: null,
      prompted: 'no',
      freeText: null,
      answeredOn: plainDate('2022-11-25'),
    } as const;
    expect((await surveyRecords.create(ctx, { input, fiscalYear: 2022 })).ok).toBe(true);
    expect((await surveyRecords.create(ctx, { input: { ...input, answeredOn: null }, fiscalYear: 2022 })).ok).toBe(
      true,
    );
    expect(await outcome('outcome.satisfaction')).toBe('2/2');
    expect(await outcome('outcome.satisfaction', { ...on, asOf: plainDate('2022-11-24') })).toBe('1/1');
    expect(await outcome('outcome.satisfaction', { ...on, asOf: plainDate('2022-11-20') })).toBe('0/0');
    expect(await outcome('outcome.satisfaction', { ...on, fiscalYear: 2021 })).toBe('0/0');
    expect(await outcome('outcome.trigger')).toBe('0/2');
    const visits = await listSurveyedVisits(ctx, { ...on, show: 'outcome.trigger', cursor: undefined });
    expect(visits).toMatchObject({ count: 1, rows: [{ id: visitId, number: 'V-001' }] });
    expect((await listSurveyedVisits(ctx, { ...on, show: 'unanswered', cursor: undefined })).count).toBe(0);
    expect((await listSurveyedVisits(ctx, { ...on, show: 'outcome.understanding', cursor: undefined })).count).toBe(0);
    expect(await groupByInstructor(ctx, on)).toMatchObject([{ number: 'M-001', groups: [{ count: 2 }] }]);
  });

  test('an answer of a visit that is planned waits until it is held', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx, { status: 'planned' });
    const [token = ''] = await makeTokens(ctx, { visitId, audience: 'trainee', wanted: 1 });
    expect((await answer(token, fine)).ok).toBe(true);
    expect(await outcome('outcome.understanding')).toBe('0/0');
    await desk.asOwner(`update visit set status = 'held'`);
    expect(await outcome('outcome.understanding')).toBe('1/1');
  });

  test('an instructor hears nothing of fewer than five trainees but their number, and no text that names somebody', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx);
    const rows = ['とてもよかった', '山田さんに助けられた', '', ''].map((freeText) => ({ ...fine, freeText }));
    const enter = (sheets: readonly AnswerTexts[]) =>
      enterSheets(ctx, {
        visitId,
        audience: 'trainee',
        answeredOn: plainDate('2022-11-22'),
        rows: sheets,
        key: undefined,
      });
    await enter(rows);
    const id = String(((await desk.asOwner('select instructor_id as id from instructor')) as { id: string }[])[0]?.id);
    const me = desk.context({ role: 'instructor', actor: { instructorId: id } });
    expect((await getInstructorFeedback(me, { ...on, instructorId: id })).feedback).toEqual([
      { audience: 'trainee', answers: 4, tooFew: true, lines: [], texts: [], withheld: 0 },
    ]);
    await enter([fine]);
    expect((await getInstructorFeedback(me, { ...on, instructorId: id })).feedback).toMatchObject([
      { answers: 5, tooFew: false, texts: [{ text: 'とてもよかった', count: 1 }], withheld: 1 },
    ]);
    await expect(getInstructorFeedback(me, { ...on, instructorId: nobody })).rejects.toThrow(Forbidden);
    expect((await getCouncilFeedback(ctx, on)).feedback).toHaveLength(1);
  });
});

describe('who may [SEC-13]', () => {
  test('no other corner finds a visit, a ticket or an answer of this one', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const [token = ''] = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 1 });
    await answer(token, fine);
    const other = desk.context({ corner: '34' });
    await expect(getVisitSurvey(other, visitId)).rejects.toThrow(NotFound);
    await expect(
      issueTickets(other, linkKey, { visitId, audience: 'host', wanted: 1, key: undefined }),
    ).rejects.toThrow(NotFound);
    expect(await groupAnswers(other.db, on)).toEqual([]);
    const [fresh = ''] = await makeTokens(desk.context(), { visitId, audience: 'host', wanted: 1 });
    const moved = fresh.replace(/^35/u, '34');
    expect(await openSurvey(answerDesk(), { token: moved, address })).toEqual({ ok: false, refusal: { kind: 'gone' } });
    await registerOrganization(other, { municipalityCode: '341002' });
    expect(await surveyRecords.exportAll(other, { fiscalYear: 2022 })).toEqual([]);
  });

  test.each([
    ['auditor', 'survey.write'],
    ['center', 'survey.read'],
  ] as const)('%s may not %s', async (role, permission) => {
    const visitId = await registerHeldVisit(desk.context());
    const ctx = desk.context({ role });
    const attempt =
      permission === 'survey.write'
        ? () => issueTickets(ctx, linkKey, { visitId, audience: 'host', wanted: 1, key: undefined })
        : () => getVisitSurvey(ctx, visitId);
    await expect(async () => attempt()).rejects.toThrow(Forbidden);
  });

  test('a clerk enters papers, an officer withdraws them and sets the questions', async () => {
    const visitId = await registerHeldVisit(desk.context());
    const clerk = desk.context({ role: 'clerk' });
    await expect(async () =>
      saveForm(clerk, { audience: 'host', fiscalYear: 2022, seenId: '', questions: [] }),
    ).rejects.toThrow(Forbidden);
    await expect(async () => withdrawEntry(clerk, { visitId, entryId: nobody, reason: '誤り' })).rejects.toThrow(
      Forbidden,
    );
    await expect(withdrawEntry(desk.context(), { visitId, entryId: nobody, reason: '誤り' })).rejects.toThrow(NotFound);
  });
});
