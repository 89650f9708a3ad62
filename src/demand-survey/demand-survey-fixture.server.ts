import type { Context } from '#platform/context.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { addRecipients } from './choose-recipients.server.ts';
import { listRecipients } from './demand-survey-queries.server.ts';
import { recipientClasses } from './domain/recipient-class.ts';
import type { DemandSurveyInput } from './domain/survey-fields.ts';
import { createDemandSurvey, stepDemandSurvey } from './save-survey.server.ts';

/** Surveys that tests begin with: everything is made up. */

export const fixtureKey = 'a secret of the desk, for tests alone';

export const everyClass = recipientClasses.map(({ code }) => code);

export function aDemandSurvey(changes: Partial<DemandSurveyInput> = {}): DemandSurveyInput {
  return {
    title: '架空の派遣希望調査',
    answerBy: plainDate('2022-12-20'),
    classes: everyClass,
    note: null,
    ...changes,
  };
}

/** A running survey that asks every host there is; answers the recipients by the name of the host. */
export async function runDemandSurvey(
  ctx: Context,
  { fiscalYear = 2022, ...changes }: Partial<DemandSurveyInput> & { readonly fiscalYear?: number } = {},
): Promise<{ readonly surveyId: string; readonly recipientOf: (host: string) => string }> {
  const { id: surveyId } = await createDemandSurvey(ctx, { input: aDemandSurvey(changes), fiscalYear });
  const choice = { classes: everyClass, area: '' };
  const added = await addRecipients(ctx, { surveyId, choice, linkKey: fixtureKey, key: undefined });
  const started = await stepDemandSurvey(ctx, { id: surveyId, command: 'start' });
  if (!added.ok || !started.ok) throw new Error(JSON.stringify([added, started]));
  const filters = { surveyId, q: '', class: '', state: '' } as const;
  const { rows } = await listRecipients(ctx, { filters, cursor: undefined });
  return {
    surveyId,
    recipientOf: (host) => {
      const found = rows.find(({ name }) => name === host);
      if (!found) throw new Error(`${host} is not asked`);
      return found.id;
    },
  };
}

/** What somebody writes who wishes so many visits of machining in June and January. */
export const wishTexts = (sessions = 3): Readonly<Record<string, string>> => ({
  wants: 'yes',
  contactName: '架空 花子',
  contactPhone: '083-000-0300',
  'w0-tradeCode': '機械加工',
  'w0-sessions': String(sessions),
  'w0-months': '6月;1月',
  'w0-trainees': '5',
  'w0-content': '旋盤の段取り',
});
