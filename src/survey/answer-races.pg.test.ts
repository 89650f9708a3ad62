import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/database.ts';
import { answerSurvey, type AnswerDesk } from './answer-ticket.server.ts';
import { revokeTickets } from './issue-tickets.server.ts';
import { saveForm } from './save-form.server.ts';
import { makeTokens, registerHeldVisit } from './survey-fixture.server.ts';
import { getVisitSurvey } from './visit-survey-queries.server.ts';

const desk = useTestDatabase();

function answer(token: string, satisfaction: string) {
  const ctx = desk.context();
  const own: AnswerDesk = { database: desk.database(), clock: { today: ctx.today, now: ctx.now }, log: ctx.log };
  const texts = { satisfaction, understanding: '5' };
  return answerSurvey(own, { token, address: '192.0.2.7', texts, asked: '' });
}

const countAnswers = async () => (await desk.asOwner('select answer_id from survey_answer')).length;

test('of ten answers to one ticket at the same moment one is kept', async () => {
  const visitId = await registerHeldVisit(desk.context());
  const [token = ''] = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 1 });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => answer(token, String((index % 5) + 1))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const { ok, ...rest } of answers) if (!ok) expect(rest).toEqual({ refusal: { kind: 'gone' } });
  expect(await countAnswers()).toBe(1);
});

test('a class of forty answers at the same moment, and none is lost', async () => {
  const visitId = await registerHeldVisit(desk.context());
  const tokens = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 40 });
  const answers = await Promise.all(tokens.map((token) => answer(token, '5')));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await countAnswers()).toBe(40);
  expect((await getVisitSurvey(desk.context(), visitId)).rounds.trainee).toMatchObject({ open: 0, answered: 40 });
});

test('tickets that are answered while they are taken back are either: every one counts once', async () => {
  const visitId = await registerHeldVisit(desk.context());
  const tokens = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 12 });
  const [revoked, ...answers] = await Promise.all([
    revokeTickets(desk.context(), { visitId, audience: 'trainee' }),
    ...tokens.map((token) => answer(token, '4')),
  ]);
  const kept = answers.filter(({ ok }) => ok).length;
  expect(kept + revoked).toBe(12);
  expect(await countAnswers()).toBe(kept);
});

test('questions that change while people answer leave every answer with the form it was given to', async () => {
  const visitId = await registerHeldVisit(desk.context());
  const tokens = await makeTokens(desk.context(), { visitId, audience: 'trainee', wanted: 8 });
  const questions = [{ kind: 'text', text: '新しい質問', choices: '' }];
  const [saved, ...answers] = await Promise.all([
    saveForm(desk.context(), { audience: 'trainee', fiscalYear: 2022, seenId: '', questions }),
    ...tokens.map((token) => answer(token, '4')),
  ]);
  expect(saved).toMatchObject({ ok: true });
  const refused = answers.flatMap((given) => (given.ok ? [] : [given.refusal.kind]));
  expect(refused.every((kind) => kind === 'questions-changed')).toBe(true);
  expect(await desk.asOwner('select form_id from survey_answer where form_id is not null')).toEqual([]);
  expect(await countAnswers()).toBe(8 - refused.length);
});
