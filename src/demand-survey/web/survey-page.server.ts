import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { countText } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { getDemandSurvey, listRecipients, RECIPIENT_CURSOR_LENGTH } from '../demand-survey-queries.server.ts';
import { demandSurveyCommands, type DemandSurveyCommand } from '../domain/demand-survey.ts';
import { recipientClasses, recipientClassLabel } from '../domain/recipient-class.ts';
import { recipientStates, sendingWays } from '../domain/recipient.ts';
import { stepDemandSurvey } from '../save-survey.server.ts';
import { demandText as words, nextOfSurvey, recipientStateLabel, surveyStateLabel } from '../text.ts';
import { surveyRefusalText } from '../refusal-text.ts';
import { sendForms } from '../write-to-recipients.server.ts';

const commandIn = { draft: 'start', running: 'close', closed: 'reopen' } as const;

/** What the page of a survey shows: where it stands, what may be done, and its recipients by the filters of the address. */
export async function loadSurveyPage({ ctx, params, url, href }: StaffCall) {
  const id = params['id'] ?? '';
  const survey = await getDemandSurvey(ctx, id);
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const typed = {
    q: parameter('q'),
    class: recipientClasses.find(({ code }) => code === parameter('class'))?.code ?? '',
    state: recipientStates.find(({ code }) => code === parameter('state'))?.code ?? '',
  } as const;
  const page = await listRecipients(ctx, {
    filters: { surveyId: id, ...typed },
    cursor: decodeCursor(parameter('cursor'), RECIPIENT_CURSOR_LENGTH),
  });
  const may = (permission: 'demand-survey.write' | 'demand-survey.manage') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const surveyHref = href(`demand-surveys/${id}`);
  const { state, states, answerBy, recipients } = survey;
  return {
    number: survey.number,
    title: survey.title,
    state,
    stateLabel: surveyStateLabel(state),
    answerBy: formatSlashDate(answerBy),
    next: nextOfSurvey(state, {
      recipients,
      notSent: states['not-sent'],
      answerBy,
      isOver: answerBy < ctx.today(),
    }),
    recipients,
    counts: recipientStates.map(({ code, label }) => ({ code, label, count: states[code] })),
    step: may('demand-survey.manage') ? commandIn[state] : undefined,
    sending:
      may('demand-survey.write') && state === 'running' && states['not-sent'] > 0
        ? { count: states['not-sent'] }
        : undefined,
    sent: Number(url.searchParams.get('sent') ?? 0),
    surveyHref,
    chooseHref: may('demand-survey.manage') && state !== 'closed' ? `${surveyHref}/recipients/new` : undefined,
    papersHref: may('demand-survey.write') && recipients > 0 ? `${surveyHref}/papers` : undefined,
    remindersHref: states.sent + states.reminded > 0 ? `${surveyHref}/reminders` : undefined,
    resultsHref: `${surveyHref}/results`,
    editHref: may('demand-survey.manage') ? `${surveyHref}/edit` : undefined,
    typed,
    count: countText(page),
    nextCursor: page.next,
    previousCursor: page.previous,
    rows: page.rows.map((row) => ({
      ...row,
      classLabel: recipientClassLabel(row.class),
      stateLabel: recipientStateLabel(row.state),
      sentDay: row.sentOn === null ? '' : formatSlashDate(row.sentOn),
      remindedDay: row.remindedOn === null ? '' : formatSlashDate(row.remindedOn),
      answer: words.list.wants(row.wants),
      href: `${surveyHref}/recipients/${row.id}`,
    })),
  };
}

/** Takes an act on a survey: starting, closing, reopening, or that forms were sent. */
export async function takeSurveyAct({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'demand-survey.write');
  const form = await readForm(request);
  const surveyId = params['id'] ?? '';
  const surveyHref = href(`demand-surveys/${surveyId}`);
  const command = demandSurveyCommands.find((known): known is DemandSurveyCommand => known === textIn(form, 'command'));
  if (command) {
    const stepped = await stepDemandSurvey(ctx, { id: surveyId, command });
    if (stepped.ok) throw redirect(surveyHref);
    return data({ error: surveyRefusalText(stepped.refusal) }, { status: 409 });
  }
  const way = sendingWays.find(({ code }) => code === textIn(form, 'way'))?.code;
  if (!way) throw data(null, { status: 400 });
  const only = recipientClasses.find(({ code }) => code === textIn(form, 'class'))?.code ?? '';
  const sent = await sendForms(ctx, { surveyId, way, class: only });
  if (sent.ok) throw redirect(`${surveyHref}?sent=${sent.value.sent}`);
  return data({ error: surveyRefusalText(sent.refusal) }, { status: 409 });
}
