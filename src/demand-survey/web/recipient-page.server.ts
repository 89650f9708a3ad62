import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { removeRecipient } from '../choose-recipients.server.ts';
import { getRecipient, type RecipientDetail } from '../demand-survey-queries.server.ts';
import { wantsChoices } from '../domain/demand-answer.ts';
import { lastLinkDay } from '../domain/demand-survey.ts';
import { recipientClassLabel } from '../domain/recipient-class.ts';
import { recipientStateOf, sendingWays } from '../domain/recipient.ts';
import {
  addressOfRecipient,
  renewRecipientLink,
  revokeRecipientLink,
  stepRecipient,
} from '../move-recipient.server.ts';
import { recipientText as words } from '../recipient-text.ts';
import { channelLabel, recipientStateLabel } from '../text.ts';
import { recipientRefusalText } from '../refusal-text.ts';

const dayOr = (day: PlainDate | null, empty: string) => (day === null ? empty : formatSlashDate(day));

/** The recipient that an address names, below the survey it names. */
export async function openRecipient({ ctx, params }: Pick<StaffCall, 'ctx' | 'params'>): Promise<RecipientDetail> {
  const recipient = await getRecipient(ctx, params['recipient'] ?? '');
  if (recipient.surveyId !== params['id']) throw new NotFound('demand-recipient', recipient.id);
  return recipient;
}

/** What the page of one recipient shows. */
export async function loadRecipientPage(call: StaffCall, args: LoaderFunctionArgs) {
  const { ctx, href } = call;
  const recipient = await openRecipient(call);
  const { survey, organization } = recipient;
  const may = (permission: 'demand-survey.write' | 'demand-survey.manage' | 'request.write') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const mayWrite = may('demand-survey.write');
  const surveyHref = href(`demand-surveys/${survey.id}`);
  const state = recipientStateOf(recipient);
  const pageHref = `${surveyHref}/recipients/${recipient.id}`;
  const commands = [
    ...(state === 'declined' ? (['restore'] as const) : []),
    ...(may('demand-survey.manage') && state !== 'answered' ? (['renew'] as const) : []),
    ...(may('demand-survey.manage') && state !== 'answered' && !recipient.isRevoked ? (['revoke'] as const) : []),
    ...(may('demand-survey.manage') && state === 'not-sent' ? (['remove'] as const) : []),
  ];
  return {
    number: recipient.number,
    surveyNumber: survey.number,
    surveyTitle: survey.title,
    surveyHref,
    state,
    stateLabel: recipientStateLabel(state),
    host: organization.name,
    hostHref: href(`organizations/${organization.id}`),
    facts: listFacts(recipient),
    link: mayWrite && state !== 'answered' ? addressOfRecipient(ctx, { ...letterDeskOf(args), recipient }) : undefined,
    mayWrite,
    mayDecline: state !== 'answered' && state !== 'declined',
    commands,
    paperHref:
      mayWrite && state !== 'answered' && state !== 'declined'
        ? `${surveyHref}/papers?recipient=${recipient.id}`
        : undefined,
    enterHref: mayWrite && survey.state === 'running' ? `${pageHref}/answer` : undefined,
    answer: showAnswer(recipient),
    wishes: recipient.wishes.map((wish) => ({
      ...wish,
      trade: tradeName(wish.tradeCode),
      months: wish.months.map((month) => `${month}月`).join('、'),
      people: wish.trainees === null ? '' : `${wish.trainees}人`,
      link: wish.request
        ? { href: href(`requests/${wish.request.id}`), label: wish.request.number }
        : may('request.write') && mayWrite
          ? { href: `${surveyHref}/wishes/${wish.id}/request`, label: words.makeRequest }
          : undefined,
    })),
  };
}

function listFacts(recipient: RecipientDetail) {
  const { survey, sentOn, sentWay, remindedOn, reminders, declinedOn, declinedReason } = recipient;
  const way = sendingWays.find(({ code }) => code === sentWay)?.label;
  return [
    { term: words.class, detail: recipientClassLabel(recipient.class) },
    { term: words.municipality, detail: findMunicipality(recipient.municipalityCode)?.name ?? '' },
    { term: words.sent, detail: sentOn === null ? words.notYet : `${formatSlashDate(sentOn)}・${way ?? ''}` },
    ...(remindedOn === null
      ? []
      : [{ term: words.reminded, detail: words.reminders(formatSlashDate(remindedOn), reminders) }]),
    ...(declinedOn === null
      ? []
      : [{ term: words.declined, detail: `${dayOr(declinedOn, '')}　${declinedReason ?? ''}` }]),
    {
      term: words.linkEnd,
      detail: recipient.isRevoked ? words.linkRevoked : words.linkUntil(formatSlashDate(lastLinkDay(survey.answerBy))),
    },
  ];
}

function showAnswer({ answer }: RecipientDetail) {
  if (!answer) return undefined;
  const { contactName, contactPhone, contactEmail, comment, receiptNumber, answeredOn, channel, enteredBy } = answer;
  const contact = [contactName, contactPhone, contactEmail].filter(Boolean).join('　');
  return [
    { term: words.receipt, detail: receiptNumber },
    {
      term: words.received,
      detail: words.receivedBy(formatSlashDate(answeredOn), channelLabel(channel), enteredBy),
    },
    { term: words.wants, detail: wantsChoices.find(({ code }) => (code === 'yes') === answer.wants)?.label ?? '' },
    ...(contact ? [{ term: words.contact, detail: contact }] : []),
    ...(comment ? [{ term: words.comment, detail: comment }] : []),
  ];
}

/** Takes an act on a recipient. */
export async function takeRecipientAct(call: StaffCall, args: ActionFunctionArgs) {
  const { ctx, request, href } = call;
  requirePermission(ctx, 'demand-survey.write');
  const { id, surveyId } = await openRecipient(call);
  const form = await readForm(request);
  const command = textIn(form, 'command');
  const reason = textIn(form, 'reason').slice(0, 500);
  const surveyHref = href(`demand-surveys/${surveyId}`);
  const pageHref = `${surveyHref}/recipients/${id}`;
  const again = (message: string, isField: boolean) =>
    data({ reason, errors: [{ message, ...(isField && { name: 'reason' }) }] }, { status: isField ? 422 : 409 });
  if (command === 'renew') await renewRecipientLink(ctx, id, letterDeskOf(args).key);
  else if (command === 'revoke') await revokeRecipientLink(ctx, id);
  else if (command === 'remove') {
    const removed = await removeRecipient(ctx, id);
    if (!removed.ok) return again(recipientRefusalText(removed.refusal), false);
    throw redirect(surveyHref);
  } else if (command === 'decline' || command === 'restore') {
    const stepped = await stepRecipient(ctx, { recipientId: id, command, reason });
    if (!stepped.ok) return again(recipientRefusalText(stepped.refusal), stepped.refusal.kind === 'reason-missing');
  } else throw data(null, { status: 400 });
  throw redirect(pageHref);
}
