import { setImmediate as nextTurn } from 'node:timers/promises';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import type { OfferStopped } from '#offer/offer.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing, answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { adoptRequestIn, planTogetherIn, type Adopted, type AdoptedRequest } from './adopt-request.server.ts';
import type { AdoptionRefusal, AdoptionWay } from './domain/adoption.ts';
import { isGoing } from './domain/assignment-run.ts';
import { findWaitingCycles } from './domain/waiting-cycles.ts';
import { markInterrupted } from './interrupt-runs.server.ts';
import { loadProposals, lockProposals, markProposal } from './proposal-store.server.ts';
import { loadRun, type AssignmentRun } from './run-store.server.ts';

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
 * schedule: each request whole or not at all, and one that is refused keeps none of the others back; requests whose visits
 * change places are adopted together. The same key answers the same.
 */
export async function adoptProposals(ctx: Context, order: AdoptionOrder): Promise<Adoption> {
  requirePermission(ctx, 'assignment.adopt');
  requirePermission(ctx, order.way === 'offer' ? 'offer.write' : 'matching.assign');
  await markInterrupted(ctx);
  const run = await loadRun(ctx.db, order.runId);
  const requestIds = [...new Set(order.requestIds)];
  const answers: Answers = new Map();
  // A moved visit may wait for the day or the person that another request of the same order lets go of, or each for the other.
  for (let progress = true; progress;) {
    const open = requestIds.slice(0, MOST_ADOPTED).filter((requestId) => answers.get(requestId)?.ok !== true);
    progress = await adoptEach(ctx, { run, order, open, answers });
    if (!run.settings.moveAgreed) break;
    progress ||= order.way === 'visit' && (await adoptCircles(ctx, { run, order, open, answers }));
  }
  return toAdoption(requestIds, answers);
}

type Answers = Map<string, Adopted>;

type Going = {
  readonly run: AssignmentRun;
  readonly order: AdoptionOrder;
  /** Requests that are not adopted yet. */
  readonly open: readonly string[];
  readonly answers: Answers;
};

/** Adopts requests one by one; answers whether any of them was. */
async function adoptEach(ctx: Context, { run, order, open, answers }: Going): Promise<boolean> {
  let progress = false;
  for (const requestId of open) {
    // The embedded database works without letting go of the thread: between two requests others get their pages.
    await nextTurn();
    const answer = await adoptRequest(ctx, { run, requestId, order });
    answers.set(requestId, answer);
    progress ||= answer.ok;
  }
  return progress;
}

/** Adopts requests that wait for each other in a circle, each circle whole or not at all. */
async function adoptCircles(ctx: Context, { run, order, open, answers }: Going): Promise<boolean> {
  const proposals = (await loadProposals(ctx.db, run.id)).filter(
    ({ state, requestId }) => state === 'open' && open.includes(requestId),
  );
  const sessions = proposals.map(({ explanation, ...rest }) => ({ ...rest, replaces: explanation.replaces ?? null }));
  for (const requestIds of findWaitingCycles(sessions)) {
    await nextTurn();
    const adopted = await adoptTogether(ctx, { run, requestIds, order });
    if (!adopted) continue;
    for (const one of adopted) answers.set(one.requestId, accept(one));
    return true;
  }
  return false;
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
  const { way, answerBy } = order;
  if (!isRecordId(requestId)) return refuse({ kind: 'gone', record: 'request' });
  try {
    return await allOrNothing(ctx, (tx) =>
      adoptOnce(tx, ctx, {
        run,
        requestId,
        order,
        work: () => adoptRequestIn(tx, ctx, { run, requestId, way, answerBy }),
      }),
    );
  } catch (error) {
    if (error instanceof NotFound) return refuse({ kind: 'gone', record: error.kind });
    throw error;
  }
}

/** Each request answers a repeated order by itself, whether it was adopted alone or with others. */
function adoptOnce(
  tx: Tx,
  ctx: Context,
  { run, requestId, order: { key, way, answerBy }, work }: InOrder & { readonly work: () => Promise<Adopted> },
): Promise<Adopted> {
  return answerOnce(tx, ctx, {
    key: key === undefined ? undefined : `${key} ${requestId}`,
    fingerprint: JSON.stringify(['adopt', run.id, requestId, way, answerBy]),
    isKept: (answer) => answer.ok,
    work,
  });
}

type Together = Omit<InOrder, 'requestId'> & { readonly requestIds: readonly string[] };

/** What was adopted of all these requests at once; nothing where one of them is refused, whose own refusal stands. */
async function adoptTogether(
  ctx: Context,
  { run, requestIds, order }: Together,
): Promise<readonly AdoptedRequest[] | undefined> {
  try {
    const answer = await allOrNothing(ctx, async (tx) => {
      const planned = await planTogetherIn(tx, ctx, { run, requestIds });
      if (!planned.ok) return planned;
      for (const one of planned.value) {
        const { requestId } = one;
        await adoptOnce(tx, ctx, { run, requestId, order, work: () => Promise.resolve(accept(one)) });
      }
      return planned;
    });
    return answer.ok ? answer.value : undefined;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
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
