import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, type Result } from '#kernel/result.ts';
import { registerCertified } from '#instructor/register-certified.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { listEvidenceKinds } from './certification-queries.server.ts';
import { certificationStore, findCase, findLastStepDay, saveStep } from './certification-store.server.ts';
import { listOwnCriteria } from './criteria-queries.server.ts';
import { findCriteria } from './domain/certification-criteria.ts';
import { isKnownToCenter } from './domain/center-view.ts';
import type { CertificationCase } from './domain/certification.ts';
import type { CertificationCommand, CertificationState } from './domain/certification-state.ts';
import { listShortcomings, listShortcomingsForCenter } from './domain/completeness.ts';
import {
  decideMove,
  type CertificationMove,
  type CertificationMoveFacts,
  type CertificationRefusal,
} from './domain/move.ts';
import { buildInstructor } from './domain/new-instructor.ts';
import { listSuspensions } from './intake-store.server.ts';

export type CaseMove = CertificationMove & {
  readonly caseId: string;
  /** The version that the person saw; left out where many cases move at once. */
  readonly version?: number | undefined;
  /** The bundle that `add-to-batch` puts the case into. */
  readonly batchId?: string | null | undefined;
  readonly key?: string | undefined;
};

type Moved = Result<{ readonly id: string; readonly state: CertificationState }, CertificationRefusal>;

/** What the Center answers; a corner that got the answer by letter enters it too. */
const CENTER_COMMANDS: readonly CertificationCommand[] = ['begin-review', 'certify', 'reject'];
/** What only those may do who answer for the corner to the outside. */
const OFFICER_COMMANDS: readonly CertificationCommand[] = ['send', 'withdraw', 'pass-interview'];

/** The permissions that each let somebody take a step from a state; `return` belongs to whoever has the application. */
export function permissionsOf(command: CertificationCommand, state: CertificationState): readonly Permission[] {
  const atCenter = state === 'sent' || state === 'under-review';
  if (CENTER_COMMANDS.includes(command) || (command === 'return' && atCenter)) {
    return ['certification.review', 'certification.decide'];
  }
  return [OFFICER_COMMANDS.includes(command) ? 'certification.decide' : 'certification.write'];
}

/** 手続. Takes a step with an application; the same key answers the same. See `moveCaseIn`. */
export function moveCase(ctx: Context, order: CaseMove): Promise<Moved> {
  const { key, ...content } = order;
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['move', content]),
      work: () => moveCaseIn(tx, ctx, order),
      isKept: (answer) => answer.ok,
    }),
  );
}

/**
 * Takes a step inside the transaction of another use case, such as the sending of a bundle. Whether the step is allowed is
 * decided under the lock of the applications; `certify` enters the Meister in the ledger at once, and where that is refused
 * nothing is written.
 */
export async function moveCaseIn(tx: Tx, ctx: Context, order: CaseMove): Promise<Moved> {
  await lockRecords(tx, certificationStore.name);
  const found = await getCaseForMove(tx, ctx, order);
  const decision = decideMove(order, await loadFacts(tx, ctx, found));
  if (!decision.ok) return decision;
  const registered =
    order.certificate && order.command === 'certify' ? await register(tx, ctx, found, order) : undefined;
  if (registered && !registered.ok) return registered;
  const to = decision.value;
  const instructorId = registered?.value.id ?? null;
  const move = order.command === 'certify' ? order : withoutCertificate(order);
  await saveStep(tx, ctx, { from: found, to, move, batchId: batchAfter(found, order), instructorId });
  await recordStep(tx, ctx, found, { ...order, to });
  return accept({ id: found.id, state: to });
}

async function getCaseForMove(
  tx: Tx,
  ctx: Context,
  { caseId, version, command }: CaseMove,
): Promise<CertificationCase> {
  const found = isRecordId(caseId) ? await findCase(tx, caseId, { lock: true }) : undefined;
  // Whoever may take no step at all learns nothing of the case, not even that it exists.
  const [first = 'certification.write', ...others] = permissionsOf(command, found?.state ?? 'scouted');
  if (!others.some((permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner }))) {
    requirePermission(ctx, first);
  }
  if (!found || found.deleted || !mayKnow(ctx, found.state)) throw new NotFound('certification', caseId);
  if (version !== undefined && version !== found.version) {
    throw new Conflict('certification', caseId, version, found.version);
  }
  return found;
}

/** The Center knows of what was sent to it alone; of any other application it does not learn that it exists (SEC-13). */
function mayKnow(ctx: Context, state: CertificationState): boolean {
  return isAllowed(ctx.actor, 'certification.read', { corner: ctx.corner }) || isKnownToCenter(state);
}

async function loadFacts(
  tx: Tx,
  ctx: Context,
  { id, state, input }: CertificationCase,
): Promise<CertificationMoveFacts> {
  const facts = {
    criteria: findCriteria(input.appliedOn ?? ctx.today(), await listOwnCriteria(tx)),
    evidence: await listEvidenceKinds(tx, id),
  };
  return {
    state,
    today: ctx.today(),
    appliedOn: input.appliedOn,
    lastStepOn: await findLastStepDay(tx, id),
    suspensions: await listSuspensions(tx),
    shortcomings: {
      receive: listShortcomings(input, facts),
      resubmit: listShortcomings(input, facts),
      'add-to-batch': listShortcomingsForCenter(input, facts),
    },
  };
}

async function register(tx: Tx, ctx: Context, { input }: CertificationCase, { certificate }: CaseMove) {
  if (!certificate) throw new Error('certify was decided without a certificate');
  const instructor = buildInstructor(input, certificate);
  return registerCertified(tx, ctx, { instructor, fiscalYear: fiscalYearOf(certificate.certifiedOn) });
}

function withoutCertificate({ command, happenedOn, reason }: CaseMove): CertificationMove {
  return { command, happenedOn, reason };
}

/** A case stays with its bundle on its way to the Center and back; it leaves it when the corner takes it up again. */
function batchAfter({ batchId }: CertificationCase, { command, batchId: chosen }: CaseMove): string | null {
  if (command === 'add-to-batch') return chosen ?? null;
  return command === 'take-from-batch' || command === 'resubmit' ? null : batchId;
}

async function recordStep(
  tx: Tx,
  ctx: Context,
  found: CertificationCase,
  { command, happenedOn, reason, certificate, to }: CaseMove & { readonly to: CertificationState },
): Promise<void> {
  const after = {
    state: to,
    command,
    happenedOn,
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    ...(command === 'certify' && certificate ? { registrationNumber: certificate.registrationNumber } : {}),
  };
  const entity = { kind: 'certification', id: found.id, label: found.input.name };
  await recordAudit(tx, ctx, [{ action: 'moved', entity, before: { state: found.state }, after }]);
}
