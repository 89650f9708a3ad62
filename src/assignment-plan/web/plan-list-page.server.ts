import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { defaultWeightsOn } from '#matching/domain/planning-weights.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { copyPlan, deletePlan, ensureBasePlan } from '../change-plan.server.ts';
import { listChangesSince } from '../change-queries.server.ts';
import { compareFigures } from '../compare-figures.ts';
import { comparePlans, type PlanComparison } from '../compare-plans.server.ts';
import { gapOf, isGoing } from '../domain/assignment-run.ts';
import { markInterrupted } from '../interrupt-runs.server.ts';
import { planRefusalText } from '../refusal-text.ts';
import { settingsDifferences } from '../settings-differences.ts';
import { qualityText } from '../run-text.ts';
import { changesText } from '../text.ts';
import { runStateChip } from './run-tones.ts';
import { takeRunStart } from './start-run-step.server.ts';

/** 案 of the 年度 side by side: in what they differ, and what their last calculations came to. */
export async function loadPlanList({ ctx, year, href }: StaffCall) {
  await markInterrupted(ctx);
  const compared = await comparePlans(ctx, year);
  const base = compared.find(({ plan }) => plan.isBase);
  const usual = defaultWeightsOn(ctx.today());
  const changesOf = new Map<string, readonly string[]>();
  for (const each of compared) changesOf.set(each.plan.id, await loadChanges(ctx, each));
  const baseSettings = base?.plan.settings ?? noSettings;
  return {
    yearLabel: fiscalYearLabel(year),
    mayPlan: isAllowed(ctx.actor, 'assignment.plan', { corner: ctx.corner }),
    beginKey: randomUUID(),
    replan: base?.run && !isGoing(base.run.state) ? { plan: base.plan.id, key: randomUUID() } : undefined,
    changes: changesOf.get(base?.plan.id ?? '') ?? [],
    plans: compared.map((each) => ({
      ...showPlan(each, href),
      changes: changesOf.get(each.plan.id) ?? [],
      differences: settingsDifferences(each.plan.settings, baseSettings, usual),
    })),
    rows: compareFigures(
      compared.map(({ run, placed, unplaced, kilometres, yen, different }) =>
        run && run.points !== null
          ? {
              points: run.points,
              gap: gapOf(run),
              breakdown: run.breakdown,
              placed,
              unplaced,
              kilometres,
              yen,
              different,
            }
          : undefined,
      ),
    ),
  };
}

/** What happened after the calculation that the figures of a plan are of. */
async function loadChanges(ctx: Context, { plan, run }: PlanComparison): Promise<readonly string[]> {
  if (!run) return [];
  const since = { fiscalYear: plan.fiscalYear, planId: plan.id, since: run.requestedAt };
  return changesText(await listChangesSince(ctx, since));
}

function showPlan({ plan, run: result }: PlanComparison, href: StaffCall['href']) {
  const { id, name, isBase, version, run } = plan;
  const planHref = href(`assignment/${id}`);
  return {
    id,
    name,
    isBase,
    version,
    state: run && runStateChip(run.state),
    quality: run && !isGoing(run.state) ? qualityText(gapOf(run)) : '',
    finished: run?.finishedAt ? `${instantText(run.finishedAt)}　${run.startedBy}` : '',
    watchHref: run && isGoing(run.state) ? `${planHref}/runs/${run.id}` : undefined,
    openHref: result ? planHref : undefined,
    settingsHref: `${planHref}/settings`,
    runKey: randomUUID(),
    copyKey: randomUUID(),
  };
}

export type ShownPlan = ReturnType<typeof showPlan> & {
  readonly differences: readonly string[];
  /** Of a copy; those of the base stand above all. */
  readonly changes: readonly string[];
};

/** What the forms of the list answer when nothing was done; `plan` and `name` are those of the form. */
export type PlanAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly plan: string;
  readonly name: string;
};

/** Takes 「計算する」, 「複製して比べる」 and 「削除する」. */
export async function takePlanStep(call: StaffCall) {
  const { ctx, year, request, href } = call;
  requirePermission(ctx, 'assignment.plan');
  const form = await readForm(request);
  const [plan, name, key] = [textIn(form, 'plan'), textIn(form, 'name'), textIn(form, 'idempotency-key') || undefined];
  const again = (error: PlanAnswer['errors'][number], status: number) =>
    data<PlanAnswer>({ errors: [error], plan, name }, { status });
  const intent = textIn(form, 'intent');
  switch (intent) {
    case 'copy': {
      const copied = await copyPlan(ctx, { planId: plan, name, key });
      if (copied.ok) throw redirect(href(`assignment/${copied.value.id}/settings`));
      return again({ name: 'name', message: planRefusalText(copied.refusal) }, 422);
    }
    case 'delete': {
      const deleted = await deletePlan(ctx, { planId: plan, version: Number(textIn(form, 'version')) });
      if (deleted.ok) throw redirect(href('assignment'));
      return again({ message: planRefusalText(deleted.refusal) }, 409);
    }
    case 'begin':
    case 'run':
    case 'replan': {
      const planId = plan || (await ensureBasePlan(ctx, year)).id;
      const trigger = intent === 'replan' ? ('replan' as const) : ('start' as const);
      return again({ message: await takeRunStart(call, { planId, key, trigger }) }, 409);
    }
    default:
      throw data(null, { status: 400 });
  }
}
