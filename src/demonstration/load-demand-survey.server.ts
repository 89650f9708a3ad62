import { addRecipients } from '#demand-survey/choose-recipients.server.ts';
import type { LinkKey } from '#demand-survey/demand-link.server.ts';
import { listDemandSurveys, listRecipients } from '#demand-survey/demand-survey-queries.server.ts';
import { answerChannels } from '#demand-survey/domain/demand-answer.ts';
import type { RecipientClass } from '#demand-survey/domain/recipient-class.ts';
import { enterAnswer } from '#demand-survey/enter-answer.server.ts';
import { createDemandSurvey, stepDemandSurvey } from '#demand-survey/save-survey.server.ts';
import { sendForms } from '#demand-survey/write-to-recipients.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { listDemandAnswers } from './domain/demand-of-2022.ts';
import { demonstrationText } from './text.ts';

const SENT_ON = plainDate('2022-10-24');
const ANSWERED_ON = plainDate('2022-11-08');
const ANSWER_BY = plainDate('2022-12-09');
const CLASSES = ['high-school', 'sme', 'trade-body', 'public-place'] as const satisfies readonly RecipientClass[];

/** A survey of 令和4年度 that is under way, by the use cases of the desk. A second time nothing changes. */
export async function loadDemandSurvey(ctx: Context, linkKey: LinkKey): Promise<void> {
  if ((await listDemandSurveys(ctx, 2022)).length > 0) return;
  const then: Context = { ...ctx, today: () => SENT_ON };
  const input = { ...demonstrationText.demandSurvey, answerBy: ANSWER_BY, classes: CLASSES };
  const { id: surveyId } = await createDemandSurvey(then, { input, fiscalYear: 2022 });
  mustDo(await addRecipients(then, { surveyId, choice: { classes: CLASSES, area: '' }, linkKey, key: undefined }));
  mustDo(await stepDemandSurvey(then, { id: surveyId, command: 'start' }));
  mustDo(await sendForms(then, { surveyId, way: 'post', class: 'high-school' }));
  mustDo(await sendForms(then, { surveyId, way: 'fax', class: 'sme' }));
  mustDo(await sendForms(then, { surveyId, way: 'post', class: 'trade-body' }));
  for (const { recipientId, texts, channel } of await listEntries(ctx, surveyId)) {
    mustDo(await enterAnswer(ctx, { recipientId, texts, channel, answeredOn: ANSWERED_ON, version: 0 }));
  }
}

function mustDo(done: { readonly ok: boolean }): void {
  if (!done.ok) throw new Error(`demand survey: ${JSON.stringify(done)}`);
}

/** The lines of the sheet as one answer a host: the n-th of its class. */
async function listEntries(ctx: Context, surveyId: string) {
  const entries = new Map<string, { texts: Record<string, string>; lines: number; channel: string }>();
  for (const cell of listDemandAnswers()) {
    const recipientClass = cell('区分');
    const filters = { surveyId, q: '', class: recipientClass, state: '' } as const;
    const { rows } = await listRecipients(ctx, { filters, cursor: undefined });
    const recipientId = rows[Number(cell('順')) - 1]?.id ?? '';
    const known = entries.get(recipientId);
    const general: Record<string, string> = {
      wants: cell('希望'),
      contactName: cell('担当者'),
      contactPhone: cell('電話'),
    };
    const entry = known ?? { texts: general, lines: 0, channel: cell('方法') };
    const line = {
      tradeCode: '職種',
      sessions: '回数',
      months: '月',
      audience: '対象',
      trainees: '人数',
      content: '内容',
    };
    for (const [key, header] of Object.entries(line)) entry.texts[`w${entry.lines}-${key}`] = cell(header);
    entries.set(recipientId, { ...entry, lines: entry.lines + 1 });
  }
  return [...entries].map(([recipientId, { texts, channel }]) => ({
    recipientId,
    texts,
    channel: answerChannels.find(({ label }) => label === channel)?.code ?? 'fax',
  }));
}
