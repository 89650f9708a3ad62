import { setImmediate as nextTurn } from 'node:timers/promises';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import type { OfferStopped } from '#offer/offer.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { allOrNothing, answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { adoptRequestIn, type Adopted, type AdoptedRequest } from './adopt-request.server.ts';
import type { AdoptionRefusal, AdoptionWay } from './domain/adoption.ts';
import { isGoing } from './domain/assignment-run.ts';
import { markInterrupted } from './interrupt-runs.server.ts';
import { loadRun, lockProposals, markProposal, type AssignmentRun } from './run-store.server.ts';

export type AdoptionOrder = {
  readonly runId: string;
  readonly requestIds: readonly string[];
  readonly way: AdoptionWay;
  /** By when an offer is to be answered; not needed for visits. */
  readonly answerBy: PlainDate | null;
  readonly key?: string | undefined;
};

export type RefusedRequest = {
  readonly requestId: string;
  readonly refusal: AdoptionRefusal | OfferStopped | HeldRefusal;
};

/** What was adopted and what was not, in the order of the requests. */
export type Adoption = { readonly adopted: readonly AdoptedRequest[]; readonly refused: readonly RefusedRequest[] };

/** So many requests are adopted at once. */
const MOST_ADOPTED = 500;

/**
 * 採用. Proposals become offers or planned visits by the ordinary use cases, which decide again under the lock of the
 * schedule: each request whole or not at all, and one that is refused keeps none of the others back. The same key answers
 * the same.
 */
export async function adoptProposals(ctx: Context, order: AdoptionOrder): Promise<Adoption> {
  requirePermission(ctx, 'assignment.adopt');
  requirePermission(ctx, order.way === 'offer' ? 'offer.write' : 'matching.assign');
  await markInterrupted(ctx);
  const run = await loadRun(ctx.db, order.runId);
  const requestIds = [...new Set(order.requestIds)];
  const answers = new Map<string, Adopted>();
  // A moved visit may wait for the day or the person that another request of the same order lets go of.
  for (let progress = true; progress; progress = progress && run.settings.moveAgreed) {
    progress = false;
    for (const requestId of requestIds.slice(0, MOST_ADOPTED)) {
      if (answers.get(requestId)?.ok) continue;
      // The embedded database works without letting go of the thread: between two requests others get their pages.
      await nextTurn();
      const answer = await adoptRequest(ctx, { run, requestId, order });
      answers.set(requestId, answer);
      progress ||= answer.ok;
    }
  }
  return toAdoption(requestIds, answers);
}

function toAdoption(requestIds: readonly string[], answers: ReadonlyMap<string, Adopted>): Adoption {
  const adopted: AdoptedRequest[] = [];
  const refused: RefusedRequest[] = [];
  for (const requestId of requestIds) {
    const answer = answers.get(requestId) ?? refuse({ kind: 'too-many', limit: MOST_ADOPTED } as const);
    if (answer.ok) adopted.push(answer.value);
    else refused.push({ requestId, refusal: answer.refusal });
  }
  return { adopted, refused };
}

type InOrder = { readonly run: AssignmentRun; readonly requestId: string; readonly order: AdoptionOrder };

async function adoptRequest(ctx: Context, { run, requestId, order }: InOrder): Promise<Adopted> {
  const { key, way, answerBy } = order;
  if (!isRecordId(requestId)) return refuse({ kind: 'gone', record: 'request' });
  try {
    return await allOrNothing(ctx, (tx) =>
      answerOnce(tx, ctx, {
        key: key === undefined ? undefined : `${key} ${requestId}`,
        fingerprint: JSON.stringify(['adopt', run.id, requestId, way, answerBy]),
        isKept: (answer) => answer.ok,
        work: () => adoptRequestIn(tx, ctx, { run, requestId, way, answerBy }),
      }),
    );
  } catch (error) {
    if (error instanceof NotFound) return refuse({ kind: 'gone', record: error.kind });
    throw error;
  }
}

type Dismissal = { readonly runId: string; readonly requestId: string; readonly visitOn: PlainDate };

/** 見送り. A proposal that nobody will adopt; it stays to be seen. Nothing happens where it is open no more. */
export function dismissProposal(
  ctx: Context,
  { runId, requestId, visitOn }: Dismissal,
): Promise<Result<Dismissal, AdoptionRefusal>> {
  requirePermission(ctx, 'assignment.adopt');
  if (!isRecordId(requestId)) throw new NotFound('request', requestId);
  return inTransaction(ctx, async (tx): Promise<Result<Dismissal, AdoptionRefusal>> => {
    const run = await loadRun(tx, runId);
    if (isGoing(run.state)) return refuse({ kind: 'run-going' });
    const open = await lockProposals(tx, { runId, requestId });
    const own = open.find((proposal) => proposal.visitOn === visitOn);
    if (!own) return refuse({ kind: 'nothing-open' });
    await markProposal(tx, ctx, { runId, requestId, visitOn, state: 'dismissed' });
    const { number } = await tx
      .selectFrom('request')
      .select('number')
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    const entity = { kind: 'assignment-proposal', id: requestId, label: number };
    await recordAudit(tx, ctx, [{ action: 'dismissed', entity, before: { visitOn } }]);
    return accept({ runId, requestId, visitOn });
  });
}
