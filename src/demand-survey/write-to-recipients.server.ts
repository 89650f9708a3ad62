import { accept, refuse, type Result } from '#kernel/result.ts';
import { draftMail } from '#outbox/draft-mail.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { loadRecipients, updateRecipients, type StoredRecipient } from './recipient-store.server.ts';
import { loadSurvey, type StoredSurvey } from './demand-survey-store.server.ts';
import type { DemandSurveyState } from './domain/demand-survey.ts';
import { mayBeReminded, recipientStateOf, type SendingWay } from './domain/recipient.ts';
import { demandMail } from './mail-text.ts';

export type WritingRefusal =
  { readonly kind: 'not-running'; readonly state: DemandSurveyState } | { readonly kind: 'nobody-left' };

type Sending = {
  readonly surveyId: string;
  readonly way: SendingWay;
  /** One class of recipients; every class where it is empty. */
  readonly class: string;
};

/**
 * Records that the forms went out to everybody to whom none was sent yet. By mail it takes only those with an address, and
 * leaves a draft for each in the 送信箱; the others stay to be printed.
 */
export function sendForms(
  ctx: Context,
  { surveyId, way, class: only }: Sending,
): Promise<Result<{ readonly sent: number }, WritingRefusal>> {
  requirePermission(ctx, 'demand-survey.write');
  return inTransaction(ctx, async (tx): Promise<Result<{ readonly sent: number }, WritingRefusal>> => {
    const opened = await openRunning(tx, surveyId);
    if (!opened.ok) return opened;
    const { survey, recipients } = opened.value;
    const open = recipients.filter(
      (one) => recipientStateOf(one) === 'not-sent' && (only === '' || one.class === only),
    );
    const people = way === 'mail' ? await loadAddressed(tx, open) : [];
    const meant = way === 'mail' ? people.map(({ recipient }) => recipient) : open;
    if (meant.length === 0) return refuse({ kind: 'nobody-left' });
    await updateRecipients(tx, { ids: meant.map(({ id }) => id), sent: { on: ctx.today(), way } });
    await draftMails(tx, ctx, { kind: 'demand-survey', survey, people });
    const after = { sentOn: ctx.today(), way, recipients: meant.length };
    await recordAudit(tx, ctx, [{ action: 'sent', entity: entityOf(survey), after }]);
    return accept({ sent: meant.length });
  });
}

export type Reminded = { readonly mailed: number; readonly printed: number };

/**
 * Reminds everybody who has the form and said nothing: a draft in the 送信箱 for those with an address, a printed reminder
 * for the rest. The day is recorded; a second press on the same day reminds nobody again.
 */
export function remindRecipients(ctx: Context, surveyId: string): Promise<Result<Reminded, WritingRefusal>> {
  requirePermission(ctx, 'demand-survey.write');
  return inTransaction(ctx, async (tx): Promise<Result<Reminded, WritingRefusal>> => {
    const opened = await openRunning(tx, surveyId);
    if (!opened.ok) return opened;
    const { survey, recipients } = opened.value;
    const today = ctx.today();
    const meant = recipients.filter((one) => mayBeReminded(one) && one.remindedOn !== today);
    if (meant.length === 0) return refuse({ kind: 'nobody-left' });
    await updateRecipients(tx, { ids: meant.map(({ id }) => id), remindedOn: today });
    const people = await loadAddressed(tx, meant);
    await draftMails(tx, ctx, { kind: 'demand-reminder', survey, people });
    const after = { happenedOn: today, recipients: meant.length };
    await recordAudit(tx, ctx, [{ action: 'reminded', entity: entityOf(survey), after }]);
    return accept({ mailed: people.length, printed: meant.length - people.length });
  });
}

const entityOf = ({ id, number }: StoredSurvey) => ({ kind: 'demand-survey', id, label: number });

async function openRunning(
  tx: Tx,
  surveyId: string,
): Promise<Result<{ readonly survey: StoredSurvey; readonly recipients: readonly StoredRecipient[] }, WritingRefusal>> {
  const survey = await loadSurvey(tx, surveyId, { lock: true });
  if (survey.state !== 'running') return refuse({ kind: 'not-running', state: survey.state });
  return accept({ survey, recipients: await loadRecipients(tx, { surveyId }, { lock: true }) });
}

type Addressed = {
  readonly recipient: StoredRecipient;
  readonly name: string;
  readonly contactName: string | null;
  readonly email: string;
};

/** Those of the recipients whose host has an e-mail address in the ledger. */
async function loadAddressed(tx: Tx, recipients: readonly StoredRecipient[]): Promise<readonly Addressed[]> {
  if (recipients.length === 0) return [];
  const rows = await tx
    .selectFrom('organization')
    .select(['organization_id as id', 'name', 'contact_name as contactName', 'email'])
    .where(
      'organization_id',
      'in',
      recipients.map(({ organizationId }) => organizationId),
    )
    .where('email', 'is not', null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return recipients.flatMap((recipient) => {
    const host = byId.get(recipient.organizationId);
    return host?.email ? [{ recipient, name: host.name, contactName: host.contactName, email: host.email }] : [];
  });
}

type Drafting = {
  readonly kind: 'demand-survey' | 'demand-reminder';
  readonly survey: StoredSurvey;
  readonly people: readonly Addressed[];
};

async function draftMails(tx: Tx, ctx: Context, { kind, survey, people }: Drafting): Promise<void> {
  if (people.length === 0) return;
  const office = await tx.selectFrom('corner').select(['name', 'phone']).executeTakeFirst();
  for (const { recipient, name, contactName, email } of people) {
    const mail = demandMail({ kind, survey, number: recipient.number, name, contactName, office });
    const entity = { kind: 'demand-recipient', id: recipient.id, label: recipient.number };
    const drafted = await draftMail(tx, ctx, { kind, to: email, ...mail, entity });
    if (!drafted.ok) throw new Error(`mail to ${recipient.number}: ${JSON.stringify(drafted.refusal)}`);
  }
}
