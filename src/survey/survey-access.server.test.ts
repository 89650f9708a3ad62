import { describe, expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { openSurvey } from './answer-ticket.server.ts';
import { withdrawEntry } from './enter-sheets.server.ts';
import { issueTickets } from './issue-tickets.server.ts';
import { groupAnswers } from './result-queries.server.ts';
import { saveForm } from './save-form.server.ts';
import { linkKey, makeTokens, registerHeldVisit, fine, surveyDesk } from './survey-fixture.server.ts';
import { surveyRecords } from './survey-records.server.ts';
import { getVisitSurvey } from './visit-survey-queries.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };
const address = '192.0.2.7';
const nobody = '00000000-0000-4000-8000-000000000000';
const { answerDesk, answer } = surveyDesk(desk.database, desk.context);

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
