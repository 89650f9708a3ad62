import { requirePermission, type Context } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { outreachLineLabel } from '#outreach/domain/outreach-line.ts';
import { listNoRequests } from '#outreach/line-queries.server.ts';
import { listPlanItems } from '#plan/plan-item-queries.server.ts';
import { buildStatusReport } from './build-status-report.ts';
import { countMetrics } from './domain/count-metrics.ts';
import type { StatusReport } from './domain/status-report.ts';
import {
  listMedalistTalks,
  listSkilledTrades,
  loadCountingFacts,
  type CountedOn,
} from './visit-counts-queries.server.ts';

/**
 * 実施状況 of a year as of a day (contract.md §4). Who may see this corner's visits gets names of schools and firms in
 * the table of talks; everybody else with the report's permission, such as the Center, gets figures only (SEC-13).
 */
export async function getStatusReport(ctx: Context, on: CountedOn): Promise<StatusReport> {
  requirePermission(ctx, 'report.read', { aggregate: true });
  const named = isAllowed(ctx.actor, 'visit.read', { corner: ctx.corner });
  const items = await listPlanItems(ctx, on);
  const facts = await loadCountingFacts(ctx, on);
  const counted = countMetrics(facts);
  const talks = await listMedalistTalks(ctx, { ...on, named });
  const noRequests = await listNoRequests(ctx.db, on);
  const skilledTrades = await listSkilledTrades(ctx, on);
  return buildStatusReport({
    corner: ctx.corner,
    ...on,
    items,
    counted,
    answers: facts.answers,
    talks,
    skilledTrades,
    noRequests: noRequests.map(({ efforts, ...stated }) => ({
      ...stated,
      label: outreachLineLabel(stated.line),
      efforts: named ? efforts : null,
    })),
    named,
  });
}
