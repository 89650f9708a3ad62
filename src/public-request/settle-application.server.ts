import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { registerRequestWithin, type RequestEntry } from '#dispatch/request-entries.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { OrganizationInput } from '#organization/domain/organization.ts';
import { mayBeSchool } from '#organization/domain/school-founder.ts';
import { registerOrganizationWithin } from '#organization/organization-records.server.ts';
import { draftMail } from '#outbox/draft-mail.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findApplication, type Application } from './application-queries.server.ts';
import { moveApplication, type ApplicationCommand, type ApplicationRefusal } from './domain/public-request.ts';
import { refusalMail } from './text.ts';

type Taking = {
  readonly id: string;
  /** An organization that exists; nothing makes a new one from the application. */
  readonly organizationId: string | undefined;
};

/** 申込みを要請にする: host and request from what was sent, in one step and one transaction; two people take it once. */
export function takeApplication(
  ctx: Context,
  { id, organizationId }: Taking,
): Promise<Result<{ readonly requestId: string }, ApplicationRefusal>> {
  requirePermission(ctx, 'application.write');
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, id);
    const moved = moveApplication(application, { command: 'take', reason: '' });
    if (!moved.ok) return moved;
    const organizationNumber = await settleHost(tx, ctx, { application, organizationId });
    await lockRecords(tx, 'request');
    const fiscalYear = fiscalYearOf(application.receivedOn);
    const [number = ''] = await proposeNumbers(tx, { table: 'request', prefix: `R${fiscalYear}-` });
    const input = entryOf(application, { number, organizationNumber });
    const created = await registerRequestWithin(tx, ctx, { input, fiscalYear });
    // Everything was read by the same fields when it was sent, and the number is free under the lock.
    if (!created.ok) throw new Error(`application ${id}: ${JSON.stringify(created.refusal)}`);
    await settle(tx, ctx, { application, state: 'taken', reason: '', requestId: created.value.id });
    return accept({ requestId: created.value.id });
  });
}

async function lockApplication(tx: Tx, id: string): Promise<Application> {
  const found = await findApplication(tx, id, { lock: true });
  if (!found) throw new NotFound('public-request', id);
  return found;
}

type Hosting = { readonly application: Application; readonly organizationId: string | undefined };

async function settleHost(tx: Tx, ctx: Context, { application, organizationId }: Hosting): Promise<string> {
  if (organizationId !== undefined) {
    const existing = isRecordId(organizationId)
      ? await tx
          .selectFrom('organization')
          .select('number')
          .where('organization_id', '=', organizationId)
          .where('deleted_at', 'is', null)
          .forKeyShare()
          .executeTakeFirst()
      : undefined;
    if (!existing) throw new NotFound('organization', organizationId);
    return existing.number;
  }
  await lockRecords(tx, 'organization');
  const [number = ''] = await proposeNumbers(tx, { table: 'organization', prefix: 'W' });
  const input = hostOf(application, number);
  const fiscalYear = fiscalYearOf(application.receivedOn);
  const created = await registerOrganizationWithin(tx, ctx, { input, fiscalYear });
  if (!created.ok) throw new Error(`host of application ${application.id}: ${JSON.stringify(created.refusal)}`);
  return number;
}

function hostOf({ content }: Application, number: string): OrganizationInput {
  const { kind, name, corporateNumber, industryCode, capitalYen, employees, postalCode, address } = content;
  return {
    number,
    kind,
    name,
    nameKana: null,
    corporateNumber,
    schoolCode: null,
    industryCode,
    capitalYen,
    employees,
    postalCode,
    municipalityCode: content.municipalityCode,
    address,
    contactName: content.contactName,
    phone: content.contactPhone,
    fax: null,
    email: content.contactEmail,
    // Asked of everybody, and of no meaning where a firm ticked it.
    founder: mayBeSchool(kind) ? content.founder : null,
  };
}

type Numbers = { readonly number: string; readonly organizationNumber: string };

function entryOf({ content, receivedOn }: Application, numbers: Numbers): RequestEntry {
  const told: Readonly<Record<string, unknown>> = content;
  const papers = Object.fromEntries(Object.keys(emptyApplication).map((key) => [key, told[key] ?? null]));
  return {
    ...numbers,
    program: content.program,
    tradeCode: content.tradeCode,
    content: content.content,
    wishedSessions: content.wishedSessions,
    sessionMinutes: content.sessionMinutes,
    expectedTrainees: content.expectedTrainees,
    candidateDates: content.candidateDates,
    placeMunicipalityCode: null,
    priority: null,
    receivedOn,
    ...emptyApplication,
    ...papers,
    channel: 'web',
  };
}

type Step = { readonly id: string; readonly command: Exclude<ApplicationCommand, 'take'>; readonly reason: string };

/** Refuses an application with a reason, puts it aside, or brings it back. A refusal leaves the mail in the 送信箱. */
export function stepApplication(ctx: Context, step: Step): Promise<Result<null, ApplicationRefusal>> {
  requirePermission(ctx, 'application.write');
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, step.id);
    const moved = moveApplication(application, step);
    if (!moved.ok) return refuse(moved.refusal);
    const reason = step.reason.trim();
    await settle(tx, ctx, { application, state: moved.value, reason, requestId: null });
    if (moved.value === 'refused') {
      const { content, receiptNumber, id } = application;
      const mail = refusalMail({ content, receiptNumber, reason });
      const entity = { kind: 'public-request', id, label: receiptNumber };
      await draftMail(tx, ctx, { kind: 'application-refusal', to: content.contactEmail ?? '', ...mail, entity });
    }
    return accept(null);
  });
}

type Settlement = {
  readonly application: Application;
  readonly state: Application['state'];
  readonly reason: string;
  readonly requestId: string | null;
};

async function settle(tx: Tx, ctx: Context, { application, state, reason, requestId }: Settlement): Promise<void> {
  const isOpen = state === 'new';
  await tx
    .updateTable('public_request')
    .set((row) => ({
      state,
      reason: reason || null,
      settled_at: isOpen ? null : ctx.now(),
      settled_by: isOpen ? null : ctx.actor.name,
      request_id: requestId,
      version: row('version', '+', 1),
    }))
    .where('application_id', '=', application.id)
    .execute();
  const entity = { kind: 'public-request', id: application.id, label: application.receiptNumber };
  await recordAudit(tx, ctx, [
    { action: 'updated', entity, before: { state: application.state }, after: { state, ...(reason && { reason }) } },
  ]);
}

/** Shuts the secret link of an application for good. */
export function revokeLink(ctx: Context, id: string): Promise<void> {
  requirePermission(ctx, 'application.write');
  return inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, id);
    if (application.isRevoked) return;
    await tx
      .updateTable('public_request')
      .set({ link_revoked_at: ctx.now() })
      .where('application_id', '=', id)
      .execute();
    const entity = { kind: 'public-request', id, label: application.receiptNumber };
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: { link: 'open' }, after: { link: 'revoked' } }]);
  });
}
