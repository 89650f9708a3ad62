import { setImmediate as nextTurn } from 'node:timers/promises';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HeldRefusal } from '#matching/assign-instructor.server.ts';
import { makeOfferIn, type OfferStopped } from '#offer/offer.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing, answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { assignPeople } from './assign-people.server.ts';
import { groupByPerson, type AdoptionRefusal, type AdoptionWay, type PersonalDays } from './domain/adoption.ts';
import { isGoing } from './domain/assignment-run.ts';
import { markInterrupted } from './interrupt-runs.server.ts';
import { loadRun, lockProposals, markProposal, type AssignmentRun, type StoredProposal } from './run-store.server.ts';

export type AdoptionOrder = {
  readonly runId: string;
  readonly requestIds: readonly string[];
  readonly way: AdoptionWay;
  /** By when an offer is to be answered; not needed for visits. */
  readonly answerBy: PlainDate | null;
  readonly key?: string | undefined;
};

/** What became of one request. */
export type AdoptedRequest = {
  readonly requestId: string;
  /** People who are asked, those who were before included. */
  readonly offers: number;
  readonly visits: number;
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
  const adopted: AdoptedRequest[] = [];
  const refused: RefusedRequest[] = [];
  for (const [at, requestId] of [...new Set(order.requestIds)].entries()) {
    if (at >= MOST_ADOPTED) {
      refused.push({ requestId, refusal: { kind: 'too-many', limit: MOST_ADOPTED } });
      continue;
    }
    // The embedded database works without letting go of the thread: between two requests others get their pages.
    await nextTurn();
    const answer = await adoptRequest(ctx, { run, requestId, order });
    if (answer.ok) adopted.push(answer.value);
    else refused.push({ requestId, refusal: answer.refusal });
  }
  return { adopted, refused };
}

type Adopting = { readonly run: AssignmentRun; readonly requestId: string; readonly order: AdoptionOrder };

type Adopted = Result<AdoptedRequest, AdoptionRefusal | OfferStopped | HeldRefusal>;

async function adoptRequest(ctx: Context, { run, requestId, order }: Adopting): Promise<Adopted> {
  const { key, way, answerBy } = order;
  if (!isRecordId(requestId)) return refuse({ kind: 'gone', record: 'request' });
  try {
    return await allOrNothing(ctx, (tx) =>
      answerOnce(tx, ctx, {
        key: key === undefined ? undefined : `${key} ${requestId}`,
        fingerprint: JSON.stringify(['adopt', run.id, requestId, way, answerBy]),
        isKept: (answer) => answer.ok,
        work: () => adoptRequestIn(tx, ctx, { run, requestId, order }),
      }),
    );
  } catch (error) {
    if (error instanceof NotFound) return refuse({ kind: 'gone', record: error.kind });
    throw error;
  }
}

async function adoptRequestIn(tx: Tx, ctx: Context, { run, requestId, order }: Adopting): Promise<Adopted> {
  const { way, answerBy } = order;
  if (isGoing(run.state)) return refuse({ kind: 'run-going' });
  const open = await lockProposals(tx, { runId: run.id, requestId });
  if (open.length === 0) return refuse({ kind: 'nothing-open' });
  const people = groupByPerson(open);
  const extra = run.settings.extraInstructors.find(({ id }) => people.some((person) => person.instructorId === id));
  if (extra) return refuse({ kind: 'extra-instructor', name: extra.name });
  const startsAt = open[0]?.startsAt ?? null;
  if (way === 'visit') {
    const placed = await assignPeople(tx, ctx, { requestId, people, startsAt });
    if (!placed.ok) return placed;
    await keepAdopted(tx, ctx, { run, open, way });
    return accept({ requestId, ...placed.value });
  }
  if (answerBy === null) return refuse({ kind: 'answer-by-missing' });
  const offers = await offerPeople(tx, ctx, { requestId, people, startsAt, answerBy });
  if (!offers.ok) return offers;
  await keepAdopted(tx, ctx, { run, open, way });
  return accept({ requestId, offers: offers.value, visits: 0 });
}

type Offering = {
  readonly requestId: string;
  readonly people: readonly PersonalDays[];
  readonly startsAt: string | null;
  readonly answerBy: PlainDate;
};

/** Asks everybody for the days that they have not been asked for yet, and says how many are asked now. */
async function offerPeople(
  tx: Tx,
  ctx: Context,
  { requestId, people, startsAt, answerBy }: Offering,
): Promise<Result<number, OfferStopped>> {
  const asked = await tx
    .selectFrom('offer')
    .select(['instructor_id as instructorId', 'days'])
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .execute();
  let offers = 0;
  for (const { instructorId, days } of people) {
    const own = asked.filter((offer) => offer.instructorId === instructorId).flatMap((offer) => offer.days);
    const open = days.filter((day) => !own.includes(day));
    offers += 1;
    if (open.length === 0) continue;
    const order = { requestId, instructorId, days: open, startsAt, way: 'message', answerBy, note: null } as const;
    const offered = await makeOfferIn(tx, ctx, order);
    if (!offered.ok) return offered;
  }
  return accept(offers);
}

type Kept = { readonly run: AssignmentRun; readonly open: readonly StoredProposal[]; readonly way: AdoptionWay };

async function keepAdopted(tx: Tx, ctx: Context, { run, open, way }: Kept): Promise<void> {
  for (const { requestId, visitOn } of open) {
    await markProposal(tx, ctx, { runId: run.id, requestId, visitOn, state: 'adopted' });
  }
  const [{ requestId } = { requestId: '' }] = open;
  if (requestId === '') return;
  const { number } = await tx
    .selectFrom('request')
    .select('number')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const entity = { kind: 'assignment-proposal', id: requestId, label: number };
  const after = { offeredDays: open.map(({ visitOn }) => visitOn), way: way === 'offer' ? '打診' : '派遣の予定' };
  await recordAudit(tx, ctx, [{ action: 'adopted', entity, after }]);
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
