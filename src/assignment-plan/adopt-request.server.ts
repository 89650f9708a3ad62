import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import { moveAgreedIn } from '#matching/move-agreed.server.ts';
import { makeOfferIn, type OfferStopped } from '#offer/offer.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { assignPeople, loadAsked } from './assign-people.server.ts';
import { groupByPerson, type AdoptionRefusal, type AdoptionWay, type PersonalDays } from './domain/adoption.ts';
import { isGoing } from './domain/assignment-run.ts';
import { loadPlan } from './plan-store.server.ts';
import { lockProposals, markProposal, type StoredProposal } from './proposal-store.server.ts';
import { type AssignmentRun } from './run-store.server.ts';
import { adoptText as words } from './adopt-text.ts';

/** What became of one request. */
export type AdoptedRequest = {
  readonly requestId: string;
  /** People who are asked, those who were before included. */
  readonly offers: number;
  /** Visits that are planned now, those that were moved included. */
  readonly visits: number;
};

export type Adopting = {
  readonly run: AssignmentRun;
  readonly requestId: string;
  readonly way: AdoptionWay;
  readonly answerBy: PlainDate | null;
};

export type Adopted = Result<AdoptedRequest, AdoptionRefusal | OfferStopped | HeldRefusal>;

/** Adopts the open proposals of one request in a transaction that takes back everything where this answers a refusal. */
export async function adoptRequestIn(
  tx: Tx,
  ctx: Context,
  { run, requestId, way, answerBy }: Adopting,
): Promise<Adopted> {
  if (way === 'visit') {
    const planned = await planTogetherIn(tx, ctx, { run, requestIds: [requestId] });
    if (!planned.ok) return planned;
    const [only] = planned.value;
    return only ? accept(only) : refuse({ kind: 'nothing-open' });
  }
  const found = await lockOpen(tx, { run, requestId });
  if (!found.ok) return found;
  const open = found.value;
  const moved = open.flatMap(({ explanation: { replaces } }) => replaces?.number ?? []);
  if (moved.length > 0) return refuse({ kind: 'moves-by-visit', visits: moved });
  if (answerBy === null) return refuse({ kind: 'answer-by-missing' });
  const startsAt = open[0]?.startsAt ?? null;
  const offers = await offerPeople(tx, ctx, { requestId, people: groupByPerson(open), startsAt, answerBy });
  if (!offers.ok) return offers;
  await keepAdopted(tx, ctx, { run, open, way });
  return accept({ requestId, offers: offers.value, visits: 0 });
}

/** The open proposals of a request, held until the transaction ends, where they can be adopted at all. */
async function lockOpen(
  tx: Tx,
  { run, requestId }: Pick<Adopting, 'run' | 'requestId'>,
): Promise<Result<readonly StoredProposal[], AdoptionRefusal>> {
  if (isGoing(run.state)) return refuse({ kind: 'run-going' });
  const open = await lockProposals(tx, { runId: run.id, requestId });
  if (open.length === 0) return refuse({ kind: 'nothing-open' });
  const extra = run.settings.extraInstructors.find(({ id }) =>
    open.some(({ instructorIds }) => instructorIds.includes(id)),
  );
  return extra ? refuse({ kind: 'extra-instructor', name: extra.name }) : accept(open);
}

type Together = { readonly run: AssignmentRun; readonly requestIds: readonly string[] };

type Planned = Result<readonly AdoptedRequest[], AdoptionRefusal | OfferStopped | HeldRefusal>;

/**
 * Plans the open proposals of requests as visits, all of them or none. Sessions in the place of planned visits change those,
 * judged as they will stand; the others are planned as by hand, person by person.
 */
export async function planTogetherIn(tx: Tx, ctx: Context, { run, requestIds }: Together): Promise<Planned> {
  const all: { readonly requestId: string; readonly open: readonly StoredProposal[] }[] = [];
  for (const requestId of requestIds) {
    const found = await lockOpen(tx, { run, requestId });
    if (!found.ok) return found;
    all.push({ requestId, open: found.value });
  }
  const orders = all.map(({ requestId, open }) => ({ requestId, sessions: listMoved(open) }));
  const moving = orders.filter(({ sessions }) => sessions.length > 0);
  if (moving.length > 0) {
    const { name } = await loadPlan(tx, run.planId);
    const answer = await moveAgreedIn(tx, ctx, { orders: moving, reason: words.moveReason(name) });
    if (!answer.ok) return answer;
  }
  const adopted: AdoptedRequest[] = [];
  for (const { requestId, open } of all) {
    const fresh = open.filter(({ explanation }) => explanation.replaces === undefined);
    const startsAt = fresh[0]?.startsAt ?? null;
    const placed = await assignPeople(tx, ctx, { requestId, people: groupByPerson(fresh), startsAt });
    if (!placed.ok) return placed;
    await keepAdopted(tx, ctx, { run, open, way: 'visit' });
    const visits = open.length - fresh.length + placed.value.visits;
    adopted.push({ requestId, visits, offers: placed.value.offers });
  }
  return accept(adopted);
}

function listMoved(open: readonly StoredProposal[]) {
  return open.flatMap(({ explanation: { replaces }, ...session }) => (replaces ? [{ ...session, replaces }] : []));
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
  const askedOf = await loadAsked(tx, requestId);
  let offers = 0;
  for (const { instructorId, days } of people) {
    const asked = askedOf(instructorId);
    const open = days.filter((day) => !asked.includes(day));
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
