import { demonstrationAccounts } from '#account/demonstration-accounts.ts';
import { listDecisions } from '#decision/decision-queries.server.ts';
import { proposeDecision } from '#decision/propose-decision.server.ts';
import { stepDecision, type RoundCommand } from '#decision/step-decision.server.ts';
import type { RequestCommand } from '#dispatch/domain/request-stage.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getRequestPlan, startSessions } from '#instruction-plan/plan-queries.server.ts';
import { recordMeeting } from '#instruction-plan/record-meeting.server.ts';
import { savePlan } from '#instruction-plan/save-plan.server.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import { rankRemaining } from '#offer/offer-queries.server.ts';
import { answerOffer, makeOffer } from '#offer/offer.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { demonstrationText } from './text.ts';

const words = demonstrationText.plans;

type Step = { readonly role: 'officer' | 'chief'; readonly command: RoundCommand; readonly reason: string | null };

/** How far the plans of requests with visits to come have got: decided, waiting for the chief, returned, only met. */
const WAYS: readonly { readonly number: string; readonly steps: readonly Step[] | undefined }[] = [
  {
    number: 'Y4-034',
    steps: [
      { role: 'officer', command: 'approve', reason: null },
      { role: 'chief', command: 'approve', reason: words.opinion },
    ],
  },
  { number: 'Y4-035', steps: [{ role: 'officer', command: 'approve', reason: null }] },
  { number: 'Y4-038', steps: [{ role: 'officer', command: 'return', reason: words.returned }] },
  { number: 'Y4-051', steps: undefined },
];

/** A request that was declined by one person and is offered to the next. */
const OFFERED = 'Y4-054';

/** Loads meetings, plans, drafts and offers by their ordinary use cases; the accounts of those who decide are there. */
export async function loadInstructionPlans(ctx: Context): Promise<void> {
  for (const { number, steps } of WAYS) {
    const request = await findRequest(ctx, number);
    if (request.stage !== 'submitted') continue;
    await loadMeeting(ctx, request.id);
    if (steps) await loadDecision(ctx, { requestId: request.id, steps });
  }
  await loadOffers(ctx);
}

async function loadMeeting(ctx: Context, requestId: string): Promise<void> {
  const [officer, coordinator] = [await personOf(ctx, 'officer'), await personOf(ctx, 'coordinator')];
  await take(officer, { requestId, command: 'check-eligibility', on: '2022-11-10' });
  await take(coordinator, { requestId, command: 'begin-matching', on: '2022-11-11' });
  await take(coordinator, { requestId, command: 'accept', on: '2022-11-15', reason: words.acceptedByPhone });
  const input = { heldOn: plainDate('2022-11-22'), means: 'in-person', ...words.meeting } as const;
  done('meeting', await recordMeeting(coordinator, { requestId, input }));
}

async function loadDecision(
  ctx: Context,
  { requestId, steps }: { readonly requestId: string; readonly steps: readonly Step[] },
): Promise<void> {
  const coordinator = await personOf(ctx, 'coordinator');
  const plan = await getRequestPlan(coordinator, requestId);
  const sessions = startSessions(plan, { follow: false }).map((session, index) => ({
    ...session,
    task: words.tasks[index % words.tasks.length] ?? null,
    material: words.material,
    materialYen: 1500 * plan.subject.trainees,
  }));
  done('plan', await savePlan(coordinator, { requestId, goal: words.goal, note: null, sessions }));
  const approvers = [await personOf(ctx, 'officer'), await personOf(ctx, 'chief')];
  const approverIds = approvers.map(({ actor }) => actor.id);
  const subject = words.subject(plan.subject.hostName);
  done('draft', await proposeDecision(coordinator, { requestId, subject, note: words.note, approverIds }));
  for (const { role, command, reason } of steps) {
    const [draft] = await listDecisions(coordinator, requestId);
    if (!draft) throw new Error('no draft');
    const { id: decisionId, version } = draft;
    done(command, await stepDecision(await personOf(ctx, role), { decisionId, command, reason, version }));
  }
}

async function loadOffers(ctx: Context): Promise<void> {
  const request = await findRequest(ctx, OFFERED);
  if (request.stage !== 'submitted') return;
  const requestId = request.id;
  const coordinator = await personOf(ctx, 'coordinator');
  await take(coordinator, { requestId, command: 'check-eligibility', on: '2022-11-18' });
  const first = await offerToNext(coordinator, requestId);
  const no = { ...first, answer: 'declined', reason: words.declined } as const;
  done('answer', await answerOffer(coordinator, no));
  await offerToNext(coordinator, requestId);
}

async function offerToNext(ctx: Context, requestId: string) {
  const { candidates, request } = await rankRemaining(ctx, requestId);
  const [next] = candidates;
  if (!next) throw new Error('nobody to offer to');
  const instructorId = next.candidate.id;
  const days = next.eligibility.freeDays.slice(0, request.facts.openSessions);
  const offer = { requestId, instructorId, days, startsAt: '13:30', way: 'call', note: null } as const;
  const made = done('offer', await makeOffer(ctx, { ...offer, answerBy: plainDate('2022-12-05') }));
  return { offerId: made.id, instructorId };
}

type Taking = {
  readonly requestId: string;
  readonly command: RequestCommand;
  readonly on: string;
  readonly reason?: string;
};

async function take(ctx: Context, { requestId, command, on, reason = '' }: Taking): Promise<void> {
  const happenedOn: PlainDate = plainDate(on);
  done(command, await moveRequest(ctx, { requestId, command, happenedOn, reason: reason || null }));
}

/** Whatever a use case would refuse is a slip of the loader. */
function done<Value>(what: string, answer: Result<Value, unknown>): Value {
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

async function findRequest(ctx: Context, number: string) {
  return ctx.db
    .selectFrom('request')
    .select(['request_id as id', 'stage'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
}

/** Somebody of the demonstration office, as they sign in. */
async function personOf(ctx: Context, role: Role): Promise<Context> {
  const account = demonstrationAccounts.find((each) => each.role === role);
  const { id, name } = await ctx.db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('email', '=', account?.email ?? '')
    .executeTakeFirstOrThrow();
  return { ...ctx, actor: { id, name, role, cornerCode: ctx.corner, source: 'cli' } };
}
