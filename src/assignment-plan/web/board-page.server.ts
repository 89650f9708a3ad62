import { randomUUID } from 'node:crypto';
import { data } from 'react-router';
import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import { proposalStates } from '#matching/domain/proposal.ts';
import { kilometresFrom } from '#schedule/domain/travel-time.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { listSends, listTradesOfRun, readBoardFilters, type BoardFilters } from '../board-queries.server.ts';
import { gapOf, isGoing } from '../domain/assignment-run.ts';
import { layOutSendMap } from '../domain/send-map.ts';
import { markInterrupted } from '../interrupt-runs.server.ts';
import { getPlan, type PlanRun } from '../plan-queries.server.ts';
import { listUnplaced } from '../run-queries.server.ts';
import { boardText as words } from '../board-text.ts';
import { pointsOfRunText, qualityText } from '../run-text.ts';
import { runStateChip } from './run-tones.ts';
import { loadBoardCalendar } from './board-calendar.server.ts';
import { loadBoardList, type ShownRuns } from './board-list.server.ts';
import { takeRunStart } from './start-run-step.server.ts';
import { loadDroppedVisits } from './dropped-visits.server.ts';
import { loadUnplacedList } from './unplaced-list.server.ts';

const views = ['list', 'calendar', 'map', 'unplaced'] as const;

type View = (typeof views)[number];

/** The board of an 割当案: the last calculation that came to a proposal, in one of its views. */
export async function loadBoard(call: StaffCall) {
  const { ctx, params, url, href } = call;
  await markInterrupted(ctx);
  const plan = await getPlan(ctx, params['planId'] ?? '');
  const [latest] = plan.runs;
  const [run, before] = plan.runs.filter(({ points }) => points !== null);
  const filters = readBoardFilters(url.searchParams);
  const view = views.find((each) => each === url.searchParams.get('view')) ?? 'list';
  const planHref = href(`assignment/${plan.id}`);
  const may = (permission: 'assignment.plan' | 'assignment.adopt') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const shown = run && (await loadView(call, { run, before }, { view, filters }));
  const hasOpen = shown?.view === 'list' && shown.rows.some(({ isOpen }) => isOpen);
  return {
    name: plan.name,
    lead: run ? pointsOfRunText(run) : '',
    chips: run
      ? [runStateChip(run.state), { label: qualityText(gapOf(run)), tone: 'neutral' as const }].filter(
          ({ label }) => label !== '',
        )
      : [],
    recordHref: run && `${planHref}/runs/${run.id}`,
    mayPlan: may('assignment.plan'),
    runKey: randomUUID(),
    watchHref: latest && isGoing(latest.state) ? `${planHref}/runs/${latest.id}` : undefined,
    settingsHref: `${planHref}/settings`,
    unplacedHref: `${planHref}?view=unplaced`,
    adoptAllHref: may('assignment.adopt') && hasOpen ? `${planHref}/adopt?all=1` : undefined,
    dropped: run ? await loadDroppedVisits(call, { run, sessions: [] }) : [],
    board: run &&
      shown && {
        view,
        shown,
        filters,
        tabs: await listTabs(call, { run, view, trade: filters.trade, planHref }),
        trades: (await listTradesOfRun(ctx, run.id)).map((code) => ({
          value: code,
          label: findTrade(code)?.name ?? code,
        })),
        months: listMonths(plan.fiscalYear),
        states: proposalStates.map(({ code, label }) => ({ value: code, label })),
      },
  };
}

function loadView(
  call: StaffCall,
  runs: ShownRuns,
  { view, filters }: { readonly view: View; readonly filters: BoardFilters },
) {
  switch (view) {
    case 'list':
      return loadBoardList(call, runs, filters);
    case 'calendar':
      return loadBoardCalendar(call, runs.run, filters);
    case 'map':
      return loadBoardMap(call, runs.run, filters);
    case 'unplaced':
      return loadUnplacedList(call, runs.run.id, filters);
  }
}

async function loadBoardMap({ ctx }: StaffCall, run: PlanRun, filters: BoardFilters) {
  const sends = await listSends(ctx, { runId: run.id, filters });
  const name = (code: string) => findMunicipality(code)?.name ?? code;
  return {
    view: 'map' as const,
    map: layOutSendMap(ctx.corner, sends),
    sends: sends.map(({ from, to, sessions }) => {
      const kilometres = kilometresFrom(from, to);
      return {
        key: `${from} ${to}`,
        from: name(from),
        to: name(to),
        sessions,
        kilometres: kilometres === null ? words.unknown : `${kilometres}km`,
      };
    }),
  };
}

type Tabs = {
  readonly run: PlanRun;
  readonly view: View;
  readonly trade: string;
  readonly planHref: string;
};

async function listTabs({ ctx }: StaffCall, { run, view, trade, planHref }: Tabs) {
  const { count } = await listUnplaced(ctx, { runId: run.id, tradeCode: trade || undefined, limit: 1 });
  return views.map((each) => ({
    label: words[each],
    href: `${planHref}?${new URLSearchParams({ view: each, ...(trade && { trade }) })}`,
    current: each === view,
    count: each === 'unplaced' ? count : undefined,
  }));
}

function listMonths(fiscalYear: number) {
  const { from } = fiscalYearRange(fiscalYear);
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((Number(from.slice(5, 7)) - 1 + index) % 12) + 1;
    const year = month >= 4 ? fiscalYear : fiscalYear + 1;
    return { value: `${year}-${String(month).padStart(2, '0')}`, label: `${year}年${month}月` };
  });
}

/** 「計算し直す」. */
export async function takeBoardStep(call: StaffCall) {
  const { ctx, params, request } = call;
  requirePermission(ctx, 'assignment.plan');
  const form = await readForm(request);
  if (textIn(form, 'intent') !== 'replan') throw data(null, { status: 400 });
  const planId = params['planId'] ?? '';
  const key = textIn(form, 'idempotency-key') || undefined;
  return data({ errors: [{ message: await takeRunStart(call, { planId, key, trigger: 'replan' }) }] }, { status: 409 });
}
