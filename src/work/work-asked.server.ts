import { sql, type RawBuilder } from 'kysely';
import { loadDuePeriods } from '#dispatch/due-periods.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { isAllowed, scopeOf, type Role } from '#platform/permission/permission-table.ts';
import type { DuePeriod, DueTerm } from '#record/domain/due-term.ts';
import type { WorkMoment, WorkRows } from '#record/work-source.server.ts';
import { workKinds, type WorkKind } from './domain/work-kind.ts';
import { workSources } from './work-sources.server.ts';

/** Whose work is looked at: one's own, everybody's in the corner, or that of a role. */
export type Whose = 'own' | 'everybody' | Role;

/** The kinds that somebody is asked about. Whoever only reads sees all that waits in the corner. */
export function listAsked(ctx: Context, whose: Whose): readonly WorkKind[] {
  if (whose === 'everybody') return workKinds;
  if (whose !== 'own') return workKinds.filter((kind) => scopeOf(whose, workSources[kind].act) !== undefined);
  const may = (kind: WorkKind) => isAllowed(ctx.actor, workSources[kind].act, { corner: ctx.corner });
  const mayAct = isAllowed(ctx.actor, 'visit.write', { corner: ctx.corner });
  return workKinds.filter((kind) => may(kind) || !mayAct);
}

/**
 * The 年度 and the day as the statement looks them up: the planner does not see them, and keeps one plan for all. To plan
 * so many kinds takes longer than to read them.
 */
export function momentOf(
  { fiscalYear, today }: { readonly fiscalYear: number; readonly today: PlainDate },
  periods: readonly DuePeriod[],
): WorkMoment {
  return {
    fiscalYear,
    today,
    year: sql`(select ${fiscalYear}::integer)`,
    day: sql`(select ${today}::date)`,
    dueBy: (term, from) => dueBy(periods, term, from),
  };
}

function dueBy(periods: readonly DuePeriod[], term: DueTerm, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const set = periods.flatMap(({ from, until, days }) =>
    days[term] === null ? [] : [{ from, until, days: days[term] }],
  );
  if (set.length === 0) return sql`null::date`;
  const cases = set.map(
    ({ from, until, days }) => sql`when ${day} between ${from}::date and ${until}::date then ${day} + ${days}::integer`,
  );
  return sql`(case ${sql.join(cases, sql` `)} end)`;
}

/** The moment of a request for the list, with the terms that the corner set. */
export async function loadMoment(ctx: Context, fiscalYear: number): Promise<WorkMoment> {
  return momentOf({ fiscalYear, today: ctx.today() }, await loadDuePeriods(ctx.db, fiscalYear));
}

/** The rows of each kind that waits for anything now. */
export function rowsOf(
  kinds: readonly WorkKind[],
  moment: WorkMoment,
): readonly { readonly kind: WorkKind; readonly rows: WorkRows }[] {
  return kinds.flatMap((kind) => {
    const rows = workSources[kind].rows(moment);
    return rows ? [{ kind, rows }] : [];
  });
}
