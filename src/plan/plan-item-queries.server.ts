import { requirePermission, type Context } from '#platform/context.server.ts';
import { sectionOf } from './domain/item-number.ts';
import type { Target } from './domain/target.ts';
import { readTargets } from './stored-targets.server.ts';

/** A plan item as lists and reports show it. */
export type PlanItemRow = {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly guideline: string | null;
  readonly plan: string | null;
  readonly targets: readonly Target[];
  readonly status: string | null;
  readonly owner: string | null;
};

/** Items under one heading: everything whose number begins with the same mark. */
export type PlanSection = {
  readonly mark: string;
  readonly heading: string;
  /** The item that is nothing but the section's heading, if there is one. */
  readonly headingId: string | undefined;
  readonly items: readonly PlanItemRow[];
};

/** The plan of a year in its own order. No person's data: the Center may read it. */
export async function listPlanItems(
  ctx: Context,
  { fiscalYear }: { readonly fiscalYear: number },
): Promise<readonly PlanItemRow[]> {
  requirePermission(ctx, 'plan-item.read', { aggregate: true });
  const rows = await ctx.db
    .selectFrom('plan_item')
    .select(['plan_item_id as id', 'number', 'heading', 'guideline', 'plan', 'targets', 'status', 'owner'])
    .where('fiscal_year', '=', fiscalYear)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, targets: readTargets(row.targets) ?? [] }));
}

/** The items in groups of their outermost mark; a group is called by the item that has only this mark, if there is one. */
export function groupBySection(items: readonly PlanItemRow[]): readonly PlanSection[] {
  const groups = new Map<string, PlanItemRow[]>();
  for (const item of items) {
    const mark = sectionOf(item.number);
    const group = groups.get(mark);
    if (group) group.push(item);
    else groups.set(mark, [item]);
  }
  return [...groups].map(([mark, group]) => {
    const named = group.find(({ number }) => number === mark);
    return {
      mark,
      heading: named?.heading ?? '',
      headingId: named && isHeadingOnly(named) ? named.id : undefined,
      items: group,
    };
  });
}

function isHeadingOnly({ guideline, plan, targets, status }: PlanItemRow): boolean {
  return !guideline && !plan && !status && targets.length === 0;
}

/** The year a plan item belongs to; undefined where there is no such item, or it was deleted. */
export async function findPlanItemYear(ctx: Context, id: string): Promise<number | undefined> {
  requirePermission(ctx, 'plan-item.read', { aggregate: true });
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(id)) return undefined;
  const row = await ctx.db
    .selectFrom('plan_item')
    .select('fiscal_year as fiscalYear')
    .where('plan_item_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.fiscalYear;
}
