import { redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { PlanRun } from '../plan-queries.server.ts';
import { gapOf, isGoing, runFailureLabel } from '../domain/assignment-run.ts';
import { getRun } from '../run-queries.server.ts';
import { cancelRun, markInterrupted } from '../interrupt-runs.server.ts';
import { qualityText, runText as words } from '../run-text.ts';
import { runStateChip } from './run-tones.ts';

/** A calculation: how far it is while it goes on, and how it ended. */
export async function loadRunPage({ ctx, params, href }: StaffCall) {
  await markInterrupted(ctx);
  const run = await getRun(ctx, params['runId'] ?? '');
  const { points, bound, plan, cancelWanted } = run;
  if (plan.id !== params['planId']) throw new NotFound('assignment-run', run.id);
  const progress = points === null || bound === null ? undefined : shareOf(points, bound);
  return {
    planName: plan.name,
    state: runStateChip(run.state),
    isGoing: isGoing(run.state),
    stopping: cancelWanted,
    mayPlan: isAllowed(ctx.actor, 'assignment.plan', { corner: ctx.corner }),
    progress,
    progressText: progress === undefined ? words.notYet : `${progress}%`,
    figures: showFigures(run, ctx.now()),
    record: showRecord(run),
    ending: endingOf(run),
    pageHref: href(`assignment/${plan.id}/runs/${run.id}`),
    openHref: points === null ? undefined : href(`assignment/${plan.id}`),
    listHref: href('assignment'),
  };
}

/** How much of the points is proven to be needed, in whole percent; 100 is the proof itself and nothing less. */
function shareOf(points: number, bound: number): number {
  return points <= bound ? 100 : Math.min(99, Math.max(0, Math.floor((bound / points) * 100)));
}

const number = (value: number) => value.toLocaleString('ja-JP');

function showFigures(run: PlanRun, now: string) {
  const { points, bound, size, startedAt, finishedAt, requestedAt } = run;
  const seconds = Math.max(
    0,
    Math.round((Date.parse(finishedAt ?? now) - Date.parse(startedAt ?? requestedAt)) / 1000),
  );
  return [
    { term: words.points, detail: points === null ? words.notYet : `${number(points)}点` },
    { term: words.bound, detail: bound === null ? words.notYet : words.boundNote(`${number(bound)}点`) },
    { term: words.gap, detail: qualityText(gapOf(run)) || words.notYet },
    { term: words.seconds, detail: words.secondsText(seconds) },
    { term: words.size, detail: words.sizeText(size) },
  ];
}

function showRecord(run: PlanRun) {
  const { startedAt, finishedAt, startedBy, seed, codeVersion, inputHash, stepLimit, failure } = run;
  return [
    { term: words.startedBy, detail: startedBy },
    { term: words.started, detail: startedAt && instantText(startedAt) },
    { term: words.finished, detail: finishedAt && instantText(finishedAt) },
    { term: words.seed, detail: String(seed) },
    { term: words.stepLimit, detail: number(stepLimit) },
    { term: words.version, detail: codeVersion },
    { term: words.hash, detail: inputHash },
    ...(failure === null ? [] : [{ term: words.failure, detail: runFailureLabel(failure) }]),
  ];
}

type Ending = {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly lead?: string;
};

function endingOf({ state, proven, points }: PlanRun): Ending {
  switch (state) {
    case 'waiting':
    case 'running':
    case 'done':
      return { kind: 'success', title: proven ? words.proven : words.done };
    case 'cancelled':
      return { kind: 'info', title: points === null ? words.cancelledEmpty : words.cancelled };
    case 'interrupted':
      return {
        kind: 'warning',
        title: points === null ? words.interruptedEmpty : words.interrupted,
        lead: words.interruptedLead,
      };
    case 'failed':
      return { kind: 'error', title: words.failed, lead: words.failedLead };
  }
}

/** 「計算を止める」. */
export async function takeRunStep({ ctx, params, href }: StaffCall) {
  requirePermission(ctx, 'assignment.plan');
  const runId = params['runId'] ?? '';
  await cancelRun(ctx, { runId });
  throw redirect(href(`assignment/${params['planId'] ?? ''}/runs/${runId}`));
}
