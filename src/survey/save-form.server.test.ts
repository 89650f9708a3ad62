import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { countOwnAnswers } from './result-queries.server.ts';
import { getForm, saveForm } from './save-form.server.ts';
import { makeTokens, registerHeldVisit, fine, surveyDesk } from './survey-fixture.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };
const nobody = '00000000-0000-4000-8000-000000000000';
const { answer } = surveyDesk(desk.database, desk.context);

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
