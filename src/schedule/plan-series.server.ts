import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { dayWarning, type DayWarning } from './domain/day-warning.ts';
import type { TravelClash } from './domain/travel-clash.ts';
import { spreadSeries, type SeriesDays, type VisitSeries } from './domain/visit-series.ts';
import { checkVisit, type VisitInput } from './domain/visit.ts';
import { findClashesOfSeries } from './travel-clash-queries.server.ts';
import { planVisits, type PlannedVisit } from './visit-records.server.ts';
import { followInstructors, loadVisitKnown, lockSchedule } from './visit-references.server.ts';

/** A series as it would be made: each visit with what deserves a second look and what forbids it. */
export type SeriesPreview = {
  readonly visits: readonly {
    readonly number: string;
    readonly day: PlainDate;
    readonly warning: DayWarning | undefined;
    readonly clashes: readonly TravelClash[];
    readonly problems: readonly FieldProblem[];
  }[];
  readonly skipped: SeriesDays['skipped'];
};

/** What a series would become today; nothing is written. */
export function previewSeries(ctx: Context, series: VisitSeries): Promise<SeriesPreview> {
  requirePermission(ctx, 'visit.write');
  return inTransaction(ctx, async (tx) => {
    const visits = await buildVisits(tx, series);
    const known = await loadVisitKnown(tx, visits, { ctx, replacedId: undefined });
    const clashes = await findClashesOfSeries(tx, visits);
    return {
      visits: visits.map((visit) => ({
        number: visit.number,
        day: visit.visitOn,
        warning: dayWarning(visit.visitOn),
        clashes: clashes.get(visit.number) ?? [],
        problems: checkVisit(visit, known),
      })),
      skipped: spreadSeries(series).skipped,
    };
  });
}

/** まとめて登録: makes all planned visits of a series by all the rules of a visit, or none. The same key answers the same. */
export function planSeries(
  ctx: Context,
  { series, key }: { readonly series: VisitSeries; readonly key?: string | undefined },
): Promise<Result<readonly PlannedVisit[], readonly FieldProblem[]>> {
  requirePermission(ctx, 'visit.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['series', series]),
      work: async () => {
        await lockSchedule(tx);
        const visits = await buildVisits(tx, series);
        return planVisits(tx, ctx, { visits, fiscalYear: fiscalYearOf(series.firstOn) });
      },
      isKept: (answer) => answer.ok,
    }),
  );
}

async function buildVisits(tx: Tx, series: VisitSeries): Promise<readonly VisitInput[]> {
  const { firstOn: _, weekday: __, count: ___, ...visit } = series;
  const byYear = Map.groupBy(spreadSeries(series).days, fiscalYearOf);
  const visits: VisitInput[] = [];
  for (const [year, days] of byYear) {
    const numbers = await proposeNumbers(tx, { table: 'visit', prefix: `V${year}-` }, days.length);
    for (const [index, visitOn] of days.entries()) {
      visits.push({ ...visit, number: numbers[index] ?? '', visitOn, status: 'planned', cancelReason: null });
    }
  }
  return followInstructors(tx, visits);
}
