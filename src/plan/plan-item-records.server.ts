import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { recordUseCases, type RecordUseCases } from '#record/record-use-cases.server.ts';
import type { PlanItemInput } from './domain/plan-item.ts';
import { findPlanItemYear } from './plan-item-queries.server.ts';
import { planItemStore } from './plan-item-store.server.ts';

const records = recordUseCases(planItemStore);

/** What the edges may do with 計画項目. Its number is unique within a year, so a change names the year it belongs to. */
export const planItemRecords: RecordUseCases<PlanItemInput> = {
  ...records,
  update: async (ctx, change) => {
    requirePermission(ctx, 'plan-item.write');
    await requireYear(ctx, change.id, change.fiscalYear);
    return records.update(ctx, change);
  },
};

async function requireYear(ctx: Context, id: string, fiscalYear: number): Promise<void> {
  if ((await findPlanItemYear(ctx, id)) !== fiscalYear) throw new NotFound('plan-item', id);
}
