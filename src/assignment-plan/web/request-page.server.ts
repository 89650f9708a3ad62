import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { getRequestProgress } from '#dispatch/request-queries.server.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate, plainDate } from '#kernel/plain-date.ts';
import { peopleOfRemedy, type ReplacedVisit, type RunnerUp } from '#matching/domain/proposal.ts';
import { rankForRequest } from '#matching/rank-candidates.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { dismissProposal } from '../adopt-proposals.server.ts';
import { adoptionRefusalText } from '../adoption-refusal-text.ts';
import { listSessionsOf, type BoardSession } from '../board-queries.server.ts';
import { amountText, constraintName } from '../constraint-text.ts';
import { blockerText, differenceText, pointsText, reasonLine, remedyWords } from '../explanation-text.ts';
import { forbidAssignment, pinAssignment, removePin } from '../pins.server.ts';
import { getPlan, listPins, type PinRow, type PlanRun } from '../plan-queries.server.ts';
import { moveProposal } from '../move-proposal.server.ts';
import { moveRefusalText, pinRefusalText } from '../refusal-text.ts';
import { listUnplaced } from '../run-queries.server.ts';
import { boardText } from '../board-text.ts';
import { requestText as words } from '../request-text.ts';
import { loadChoosing } from './move-choice.server.ts';
import { takeRunStart } from './start-run-step.server.ts';
import { chipsOf, nameOfInstructors, timeText } from './board-list.server.ts';

/** One request in a proposal: its sessions with their reasons, what was decided by hand, and its visits of today's plan. */
export async function loadRequestProposal(call: StaffCall) {
  const { ctx, params, href } = call;
  const [planId, requestId] = [params['planId'] ?? '', params['requestId'] ?? ''];
  const plan = await getPlan(ctx, planId);
  const { request } = await rankForRequest(ctx, requestId);
  const [run, before] = plan.runs.filter(({ points }) => points !== null);
  const runs = [run, before].filter((each) => each !== undefined);
  const [own = [], earlier] = await Promise.all(
    runs.map(({ id }) => listSessionsOf(ctx, { runId: id, requestIds: [requestId] })),
  );
  const pins = await listPins(ctx, { planId, requestId });
  const may = (permission: 'assignment.plan' | 'assignment.adopt') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const people = own.flatMap(({ instructorIds, explanation: { runnerUp, replaces } }) => [
    { instructorIds },
    { instructorIds: runnerUp?.instructorIds ?? [] },
    { instructorIds: replaces?.instructorIds ?? [] },
  ]);
  const nameOf = await nameOfInstructors(ctx, people, run?.settings.extraInstructors ?? []);
  const planHref = href(`assignment/${planId}`);
  const showing = { nameOf, pins, earlier, run, href, mayPlan: may('assignment.plan') };
  return {
    planName: plan.name,
    planHref,
    request: {
      number: request.number,
      hostName: request.facts.hostName,
      href: href(`requests/${requestId}`),
      trade: findTrade(request.facts.tradeCode)?.name ?? request.facts.tradeCode,
      progress: words.progressText(request),
    },
    sessions: own.map((session) => showProposal(session, showing)),
    forbidden: pins.filter(({ kind }) => kind === 'forbid').map(showForbidden),
    hasNewPins: pins.some(({ createdAt }) => createdAt > (run?.requestedAt ?? '')),
    mayPlan: may('assignment.plan'),
    runKey: randomUUID(),
    unplaced: run && (await loadUnplacedOf(call, run.id, requestId)),
    visits: await loadVisits(call, requestId),
    requestHref: href(`assignment/${planId}/requests/${requestId}`),
    choosing: run && may('assignment.plan') ? await loadChoosing(call, run, own) : undefined,
    mayAdopt: may('assignment.adopt'),
    adoptHref:
      may('assignment.adopt') && own.some(({ state }) => state === 'open')
        ? `${planHref}/adopt?request=${requestId}`
        : undefined,
  };
}

export type RequestPage = Awaited<ReturnType<typeof loadRequestProposal>>;

type Showing = Pick<StaffCall, 'href'> & {
  readonly nameOf: (instructorId: string) => string;
  readonly pins: readonly PinRow[];
  readonly earlier: readonly BoardSession[] | undefined;
  readonly run: PlanRun | undefined;
  readonly mayPlan: boolean;
};

function showProposal(session: BoardSession, { nameOf, pins, earlier, run, href, mayPlan }: Showing) {
  const { visitOn, startsAt, endsAt, state, instructorIds, explanation } = session;
  const { replaces } = explanation;
  const supposed = new Set(run?.settings.extraInstructors.map(({ id }) => id));
  return {
    visitOn,
    day: formatSlashDate(visitOn),
    time: timeText(startsAt, endsAt),
    chips: chipsOf(session, earlier),
    replaces: replaces && replacesText(replaces, startsAt, nameOf),
    reason: reasonLine(explanation.parts),
    runnerUp: explanation.runnerUp ? runnerUpText(explanation.runnerUp, session, nameOf) : undefined,
    people: instructorIds.map((id) => {
      const own = explanation.instructors.find(({ instructorId }) => instructorId === id);
      const isExtra = supposed.has(id);
      return {
        id,
        name: nameOf(id),
        isExtra,
        href: isExtra ? undefined : href(`instructors/${id}`),
        way: own ? `${own.kilometres}km` : boardText.unknown,
        yen: own ? `${own.yen.toLocaleString('ja-JP')}円` : boardText.unknown,
        visits: own ? words.visitsText(own.before, own.after) : '',
        pinId: pins.find((pin) => pin.kind === 'pin' && pin.instructorId === id && pin.visitOn === visitOn)?.id,
      };
    }),
    parts: explanation.parts.map(({ rule, amount, points }) => ({
      key: String(rule),
      name: constraintName(rule),
      amount: amountText(rule, amount),
      points: pointsText(points),
    })),
    sum: pointsText(explanation.parts.reduce((sum, { points }) => sum + points, 0)),
    mayChange: mayPlan && state === 'open',
  };
}

/** In whose place the session stands; an hour that the proposal leaves open stays. */
function replacesText(
  { visitOn, startsAt, endsAt, instructorIds }: ReplacedVisit,
  proposedStart: string | null,
  nameOf: (instructorId: string) => string,
): string {
  const kept = proposedStart === null && startsAt !== null ? timeText(startsAt, endsAt) : undefined;
  return words.replaces(formatSlashDate(visitOn), instructorIds.map(nameOf).join('、'), kept);
}

export type ShownProposal = ReturnType<typeof showProposal>;

/** 「2022/12/06（火） 山田 太郎 差 12点（移動距離 +9km）」; the day only where it differs. */
function runnerUpText(
  { visitOn, instructorIds, points, parts }: RunnerUp,
  session: BoardSession,
  nameOf: (instructorId: string) => string,
): string {
  const differs = visitOn !== session.visitOn || instructorIds.length === 0;
  const day = differs ? `${formatSlashDate(visitOn)}　` : '';
  const difference = differenceText(parts);
  const why = difference && `（${difference}）`;
  const names = instructorIds.map(nameOf).join('、');
  return points === 0 ? words.equallyGood(`${day}${names}`) : words.runnerUpText(`${day}${names}`, points, why);
}

function showForbidden({ id, instructorName, instructorNumber, visitOn }: PinRow) {
  const when = visitOn === null ? '' : `　${formatSlashDate(visitOn)}`;
  return { pinId: id, text: `${instructorName}（${instructorNumber}）${when}` };
}

async function loadUnplacedOf({ ctx, href }: StaffCall, runId: string, requestId: string) {
  const { rows } = await listUnplaced(ctx, { runId, requestId });
  const [row] = rows;
  if (!row) return undefined;
  const { remedy } = row;
  const nameOf = await nameOfInstructors(ctx, [{ instructorIds: remedy ? peopleOfRemedy(remedy) : [] }], []);
  const shown = remedy && remedyWords(remedy, { requestId, nameOf });
  return {
    sessions: row.sessions,
    blockers: [...new Set(row.blockers.map(blockerText))],
    remedy: shown && { ...shown, href: href(shown.path) },
  };
}

async function loadVisits({ ctx, href }: StaffCall, requestId: string) {
  const { visits } = await getRequestProgress(ctx, requestId);
  return visits
    .filter(({ status }) => status !== 'cancelled')
    .map(({ id, visitOn, startsAt, endsAt, instructorNames }) => ({
      id,
      href: href(`visits/${id}`),
      day: formatSlashDate(plainDate(visitOn)),
      time: timeText(startsAt, endsAt),
      people: instructorNames.join('、'),
    }));
}

/** Takes 固定, 除外, their ends, and 「残りを計算し直す」. */
export async function takeRequestStep(call: StaffCall) {
  const { ctx, params, request, href } = call;
  requirePermission(ctx, 'assignment.plan');
  const form = await readForm(request);
  const [planId, requestId] = [params['planId'] ?? '', params['requestId'] ?? ''];
  const again = (message: string) => data({ errors: [{ message }] }, { status: 409 });
  const day = textIn(form, 'day');
  const order = {
    planId,
    requestId,
    instructorId: textIn(form, 'instructor'),
    visitOn: isPlainDate(day) ? day : null,
  };
  switch (textIn(form, 'intent')) {
    case 'pin': {
      const pinned = await pinAssignment(ctx, order);
      if (!pinned.ok) return again(pinRefusalText(pinned.refusal));
      break;
    }
    case 'forbid': {
      const forbidden = await forbidAssignment(ctx, order);
      if (!forbidden.ok) return again(pinRefusalText(forbidden.refusal));
      break;
    }
    case 'unpin':
      await removePin(ctx, { planId, pinId: textIn(form, 'pin') });
      break;
    case 'move': {
      const run = (await getPlan(ctx, planId)).runs.find(({ points }) => points !== null);
      const [toDay = '', instructorId = ''] = textIn(form, 'to').split(' ');
      if (!run || order.visitOn === null || !isPlainDate(toDay)) throw data(null, { status: 400 });
      const to = { visitOn: toDay, instructorId };
      const from = { runId: run.id, requestId, visitOn: order.visitOn, from: order.instructorId };
      const moved = await moveProposal(ctx, { ...from, to });
      if (!moved.ok) return again(moveRefusalText(moved.refusal));
      break;
    }
    case 'dismiss': {
      const run = (await getPlan(ctx, planId)).runs.find(({ points }) => points !== null);
      if (!run || order.visitOn === null) throw data(null, { status: 400 });
      const dismissed = await dismissProposal(ctx, { runId: run.id, requestId, visitOn: order.visitOn });
      if (!dismissed.ok) return again(adoptionRefusalText(dismissed.refusal));
      break;
    }
    case 'run': {
      const key = textIn(form, 'idempotency-key') || undefined;
      return again(await takeRunStart(call, { planId, key, trigger: 'replan' }));
    }
    default:
      throw data(null, { status: 400 });
  }
  throw redirect(href(`assignment/${planId}/requests/${requestId}`));
}
