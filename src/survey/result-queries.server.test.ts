import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { AnswerTexts } from './domain/answer.ts';
import { enterSheets } from './enter-sheets.server.ts';
import { getCouncilFeedback, getInstructorFeedback } from './feedback.server.ts';
import { groupByInstructor } from './result-queries.server.ts';
import { makeTokens, registerHeldVisit, fine, surveyDesk } from './survey-fixture.server.ts';
import { surveyRecords } from './survey-records.server.ts';
import { listSurveyedVisits } from './visit-list-queries.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };
const nobody = '00000000-0000-4000-8000-000000000000';
const { answer, outcome } = surveyDesk(desk.database, desk.context);

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
