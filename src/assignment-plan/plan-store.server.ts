import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { PlanSettings } from '#matching/domain/planning-settings.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';

/** 割当案, as it is kept. */
export type AssignmentPlan = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly isBase: boolean;
  readonly copiedFrom: string | null;
  readonly settings: PlanSettings;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
};

/** 割当案 that were not deleted. */
export function selectPlans(db: Db) {
  return db
    .selectFrom('assignment_plan')
    .select(['plan_id as id', 'fiscal_year as fiscalYear', 'name', 'is_base as isBase', 'copied_from as copiedFrom'])
    .select(['version', 'created_at as createdAt', 'created_by as createdBy', 'updated_at as updatedAt'])
    .select(sql<PlanSettings>`settings`.as('settings'))
    .where('deleted_at', 'is', null);
}

/** Written from the domain's own type, by nobody else. A plan that was kept before there was a condition has none. */
export function withSettings<Row extends { readonly settings: PlanSettings }>(row: Row): Row {
  return { ...row, settings: { ...noSettings, ...row.settings } };
}

/** One plan; `lock` holds it until the transaction ends, so that runs, pins and changes of one plan wait for each other. */
export async function loadPlan(db: Db, planId: string, { lock = false } = {}): Promise<AssignmentPlan> {
  if (!isRecordId(planId)) throw new NotFound('assignment-plan', planId);
  const query = selectPlans(db).where('plan_id', '=', planId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new NotFound('assignment-plan', planId);
  return withSettings(row);
}

export async function findBasePlan(db: Db, fiscalYear: number): Promise<AssignmentPlan | undefined> {
  const row = await selectPlans(db)
    .where('fiscal_year', '=', fiscalYear)
    .where('is_base', '=', true)
    .executeTakeFirst();
  return row && withSettings(row);
}

type NewPlan = Pick<AssignmentPlan, 'id' | 'fiscalYear' | 'name' | 'isBase' | 'copiedFrom' | 'settings'>;

/** Keeps a new plan; false where somebody was faster with the 基本案 of the year. */
export async function insertPlan(tx: Tx, ctx: Context, plan: NewPlan): Promise<boolean> {
  const done = await tx
    .insertInto('assignment_plan')
    .values({
      corner_code: ctx.corner,
      plan_id: plan.id,
      fiscal_year: plan.fiscalYear,
      name: plan.name,
      is_base: plan.isBase,
      copied_from: plan.copiedFrom,
      settings: JSON.stringify(plan.settings),
      created_at: ctx.now(),
      created_by: ctx.actor.name,
      updated_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

export async function updatePlan(
  tx: Tx,
  ctx: Context,
  { id, name, settings }: Pick<AssignmentPlan, 'id' | 'name' | 'settings'>,
): Promise<void> {
  await tx
    .updateTable('assignment_plan')
    .set((row) => ({
      name,
      settings: JSON.stringify(settings),
      updated_at: ctx.now(),
      version: row('version', '+', 1),
    }))
    .where('plan_id', '=', id)
    .execute();
}

export async function markPlanDeleted(tx: Tx, ctx: Context, planId: string): Promise<void> {
  await tx.updateTable('assignment_plan').set({ deleted_at: ctx.now() }).where('plan_id', '=', planId).execute();
}

/** 固定・除外. What people decided by hand. */
export type AssignmentPin = {
  readonly id: string;
  readonly kind: 'pin' | 'forbid';
  readonly requestId: string;
  readonly instructorId: string;
  readonly visitOn: PlainDate | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

export function selectPins(db: Db, planId: string) {
  return db
    .selectFrom('assignment_pin')
    .select(['pin_id as id', 'assignment_pin.request_id as requestId', 'assignment_pin.instructor_id as instructorId'])
    .select(['assignment_pin.created_at as createdAt', 'assignment_pin.created_by as createdBy'])
    .select([
      sql<AssignmentPin['kind']>`assignment_pin.kind`.as('kind'),
      sql<PlainDate | null>`assignment_pin.visit_on`.as('visitOn'),
    ])
    .where('plan_id', '=', planId);
}

export async function loadPins(db: Db, planId: string): Promise<readonly AssignmentPin[]> {
  return selectPins(db, planId).orderBy('request_id').orderBy('visit_on').orderBy('pin_id').execute();
}

type NewPin = Omit<AssignmentPin, 'createdAt' | 'createdBy'> & { readonly planId: string };

export async function insertPin(tx: Tx, ctx: Context, pin: NewPin): Promise<void> {
  await tx
    .insertInto('assignment_pin')
    .values({
      corner_code: ctx.corner,
      pin_id: pin.id,
      plan_id: pin.planId,
      request_id: pin.requestId,
      instructor_id: pin.instructorId,
      visit_on: pin.visitOn,
      kind: pin.kind,
      created_at: ctx.now(),
      created_by: ctx.actor.name,
    })
    .execute();
}

export async function deletePin(tx: Tx, pinId: string): Promise<void> {
  await tx.deleteFrom('assignment_pin').where('pin_id', '=', pinId).execute();
}
