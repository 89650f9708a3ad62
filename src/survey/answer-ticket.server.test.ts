import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { openSurvey } from './answer-ticket.server.ts';
import { issueTickets, listTicketSheets, revokeTickets } from './issue-tickets.server.ts';
import { linkKey, makeTokens, registerHeldVisit, fine, surveyDesk } from './survey-fixture.server.ts';
import { getVisitSurvey } from './visit-survey-queries.server.ts';

const desk = useTestDatabase();
const address = '192.0.2.7';
const { answerDesk, answer, outcome } = surveyDesk(desk.database, desk.context);

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
