import { sql } from 'kysely';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { inChunks } from '#record/columns.server.ts';
import { areaOf, listAreas } from '#scouting/domain/corner-area.ts';
import { linkHashOf, type LinkKey } from './demand-link.server.ts';
import { loadRecipients, lockRecipient } from './recipient-store.server.ts';
import { loadSurvey } from './demand-survey-store.server.ts';
import type { DemandSurveyState } from './domain/demand-survey.ts';
import { recipientClassOf, type RecipientClass } from './domain/recipient-class.ts';
import { recipientStateOf, type RecipientState } from './domain/recipient.ts';

/** Which hosts of the ledger are meant: every one of these classes, in this area or in all. */
export type HostChoice = { readonly classes: readonly RecipientClass[]; readonly area: string };

/** A host of the ledger that a survey may ask. */
export type AskableHost = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly class: RecipientClass;
  readonly municipalityCode: string;
  readonly hasEmail: boolean;
  /** Whether it is among the recipients already. */
  readonly isChosen: boolean;
};

/** The hosts that a choice means, in フリガナ order, with those that are chosen already. */
export async function listAskableHosts(
  ctx: Context,
  surveyId: string,
  choice: HostChoice,
): Promise<readonly AskableHost[]> {
  requirePermission(ctx, 'demand-survey.manage');
  requirePermission(ctx, 'organization.read');
  return loadAskableHosts(ctx.db, ctx, { surveyId, choice });
}

async function loadAskableHosts(
  db: Db,
  { corner }: Pick<Context, 'corner'>,
  { surveyId, choice }: { readonly surveyId: string; readonly choice: HostChoice },
): Promise<readonly AskableHost[]> {
  const rows = await db
    .selectFrom('organization')
    .leftJoin('demand_recipient', (join) =>
      join
        .onRef('demand_recipient.organization_id', '=', 'organization.organization_id')
        .on('demand_recipient.survey_id', '=', surveyId),
    )
    .select([
      'organization.organization_id as id',
      'organization.number',
      'organization.name',
      sql<OrganizationKind>`organization.kind`.as('kind'),
      'organization.school_code as schoolCode',
      'organization.municipality_code as municipalityCode',
      sql<boolean>`organization.email is not null`.as('hasEmail'),
      sql<boolean>`demand_recipient.recipient_id is not null`.as('isChosen'),
    ])
    .where('organization.deleted_at', 'is', null)
    .orderBy('organization.sort_key')
    .orderBy('organization.number')
    .execute();
  const areas = listAreas(corner);
  return rows
    .map(({ kind, schoolCode, ...host }) => ({ ...host, class: recipientClassOf({ kind, schoolCode }) }))
    .filter((host) => choice.classes.includes(host.class))
    .filter((host) => choice.area === '' || areaOf(host.municipalityCode, areas).code === choice.area);
}

export type ChoosingRefusal =
  { readonly kind: 'closed'; readonly state: DemandSurveyState } | { readonly kind: 'nobody-new' };

type Choosing = {
  readonly surveyId: string;
  readonly choice: HostChoice;
  readonly linkKey: LinkKey;
  readonly key: string | undefined;
};

/**
 * Makes recipients of all hosts that a choice means, at once; who is one already stays as it is. Class and municipality are
 * kept as they are now, so that the results of a year do not move when a host does.
 */
export function addRecipients(
  ctx: Context,
  { surveyId, choice, linkKey, key }: Choosing,
): Promise<Result<{ readonly added: number }, ChoosingRefusal>> {
  requirePermission(ctx, 'demand-survey.manage');
  requirePermission(ctx, 'organization.read');
  return inTransaction(ctx, async (tx) => {
    const survey = await loadSurvey(tx, surveyId, { lock: true });
    return answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['add-recipients', surveyId, choice]),
      isKept: (answer) => answer.ok,
      work: async (): Promise<Result<{ readonly added: number }, ChoosingRefusal>> => {
        if (survey.state === 'closed') return refuse({ kind: 'closed', state: survey.state });
        const hosts = await loadAskableHosts(tx, ctx, { surveyId, choice });
        const chosen = hosts.filter(({ isChosen }) => !isChosen);
        if (chosen.length === 0) return refuse({ kind: 'nobody-new' });
        const known = await loadRecipients(tx, { surveyId });
        const last = Math.max(0, ...known.map(({ number }) => Number(number.split('-').at(-1))));
        const rows = chosen.map((host, index) => {
          const id = ctx.newId();
          return {
            corner_code: ctx.corner,
            recipient_id: id,
            survey_id: surveyId,
            organization_id: host.id,
            number: `${survey.number}-${String(last + index + 1).padStart(4, '0')}`,
            class: host.class,
            municipality_code: host.municipalityCode,
            link_hash: linkHashOf(linkKey, { corner: ctx.corner, recipientId: id, round: 1 }),
          };
        });
        for (const chunk of inChunks(rows)) await tx.insertInto('demand_recipient').values(chunk).execute();
        const entity = { kind: 'demand-survey', id: surveyId, label: survey.number };
        const after = { recipients: known.length + rows.length };
        await recordAudit(tx, ctx, [{ action: 'updated', entity, before: { recipients: known.length }, after }]);
        return accept({ added: rows.length });
      },
    });
  });
}

export type RemovalRefusal = { readonly kind: 'not-in-state'; readonly state: RecipientState };

/** Takes out a recipient to whom nothing was sent yet. */
export function removeRecipient(ctx: Context, recipientId: string): Promise<Result<null, RemovalRefusal>> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, async (tx) => {
    const recipient = await lockRecipient(tx, recipientId);
    const state = recipientStateOf(recipient);
    if (state !== 'not-sent') return refuse({ kind: 'not-in-state', state });
    await tx.deleteFrom('demand_recipient').where('recipient_id', '=', recipientId).execute();
    const entity = { kind: 'demand-recipient', id: recipientId, label: recipient.number };
    await recordAudit(tx, ctx, [{ action: 'deleted', entity, before: { recipientClass: recipient.class } }]);
    return accept(null);
  });
}
