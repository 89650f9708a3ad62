import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { issueTickets } from '#survey/issue-tickets.server.ts';
import { saveForm } from '#survey/save-form.server.ts';
import { surveyRecords } from '#survey/survey-records.server.ts';
import type { LinkKey } from '#survey/ticket-secret.server.ts';
import { answersOf } from './domain/surveys-of-2022.ts';
import { WORKING_DATE } from './domain/build-visits.ts';
import { demonstrationText } from './text.ts';

const FISCAL_YEAR = 2022;

/**
 * Answers to the visits of 2022 that were held, by the ordinary import, which changes nothing that is there already; the
 * corner's own questions; and a few sheets that wait for their answers. All is invented: the published report sets the
 * outcome targets and gives no actual figures of them.
 */
export async function loadSurveys(ctx: Context, key: LinkKey): Promise<void> {
  const rows = await ctx.db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select(['visit.visit_id', 'visit.number', 'visit.program', 'visit.visit_on', 'visit.trainees'])
    .select('organization.kind')
    .where('visit.fiscal_year', '=', FISCAL_YEAR)
    .where('visit.status', '=', 'held')
    .where('visit.deleted_at', 'is', null)
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .execute();
  const visits = rows.map((row) => ({
    id: row.visit_id,
    number: row.number,
    program: row.program as Program,
    organizationKind: row.kind as OrganizationKind,
    visitOn: row.visit_on as PlainDate,
    trainees: row.trainees,
  }));
  // The last visits have not answered yet: their sheets are out.
  const waiting = visits.slice(-2);
  const inputs = visits.filter((visit) => !waiting.includes(visit)).flatMap((visit) => answersOf(visit, WORKING_DATE));
  const lines = inputs.map((input, index) => ({ line: index + 2, input }));
  const imported = await surveyRecords.importAll(ctx, lines, {
    fiscalYear: FISCAL_YEAR,
    absentKeys: [],
    dryRun: false,
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  for (const audience of ['host', 'trainee', 'pupil'] as const) {
    const questions = demonstrationText.surveyQuestions[audience].map(({ text, choices }) => ({
      kind: choices.length > 0 ? 'choice' : 'text',
      text,
      choices: choices.join('\n'),
    }));
    await saveOnce(ctx, audience, questions);
  }
  for (const { id, trainees } of waiting) {
    const order = {
      visitId: id,
      audience: 'trainee',
      wanted: Math.max(1, trainees),
      key: `demonstration ${id}`,
    } as const;
    const issued = await issueTickets(ctx, key, order);
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
  }
}

async function saveOnce(
  ctx: Context,
  audience: 'host' | 'trainee' | 'pupil',
  questions: Parameters<typeof saveForm>[1]['questions'],
): Promise<void> {
  const known = await ctx.db
    .selectFrom('survey_form')
    .select('form_id')
    .where('audience', '=', audience)
    .executeTakeFirst();
  if (known) return;
  const saved = await saveForm(ctx, { audience, fiscalYear: FISCAL_YEAR, seenId: '', questions });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}
