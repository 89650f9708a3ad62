import { graphemeLength } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { checkSettings } from '#matching/domain/check-settings.ts';
import { noSettings, type PlanSettings } from '#matching/domain/planning-settings.ts';
import { weighedConstraints } from '#matching/domain/planning-weights.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { LONGEST_PLAN_NAME, MOST_PLANS, type PlanRefusal } from './domain/plan-refusal.ts';
import {
  findBasePlan,
  insertPin,
  insertPlan,
  loadPins,
  loadPlan,
  markPlanDeleted,
  selectPlans,
  updatePlan,
  type AssignmentPlan,
} from './plan-store.server.ts';

type Changed = Result<{ readonly id: string }, PlanRefusal>;

const BASE_PLAN_NAME = '基本案';

/** 基本案 of a 年度. Made when somebody first asks for it; of two who ask at once one makes it and both get it. */
export function ensureBasePlan(ctx: Context, fiscalYear: number): Promise<AssignmentPlan> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, async (tx) => {
    const found = await findBasePlan(tx, fiscalYear);
    if (found) return found;
    await lockRecords(tx, 'assignment-plan');
    const made = await findBasePlan(tx, fiscalYear);
    if (made) return made;
    const id = ctx.newId();
    const name = await findFreeName(tx, fiscalYear);
    await insertPlan(tx, ctx, { id, fiscalYear, name, isBase: true, copiedFrom: null, settings: noSettings });
    await recordAudit(tx, ctx, [{ action: 'created', entity: entityOf({ id, name }), after: { fiscalYear } }]);
    return loadPlan(tx, id);
  });
}

/** A copy may have taken the name of a 基本案 that was not there yet. */
async function findFreeName(db: Db, fiscalYear: number): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? BASE_PLAN_NAME : `${BASE_PLAN_NAME}${number}`;
    if (!(await isTaken(db, { fiscalYear, name }))) return name;
  }
}

type Copy = { readonly planId: string; readonly name: string; readonly key?: string | undefined };

/** 写し. Another 割当案 with the same conditions and pins, to change one of them and compare. */
export function copyPlan(ctx: Context, { planId, name, key }: Copy): Promise<Changed> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['assignment-plan-copy', planId, name]),
      isKept: (answer) => answer.ok,
      work: () => copyPlanIn(tx, ctx, { planId, name }),
    }),
  );
}

async function copyPlanIn(tx: Tx, ctx: Context, { planId, name: typed }: Copy): Promise<Changed> {
  await lockRecords(tx, 'assignment-plan');
  const from = await loadPlan(tx, planId);
  const { fiscalYear, settings } = from;
  const named = await checkName(tx, { fiscalYear, typed, except: null });
  if (!named.ok) return named;
  const { length } = await selectPlans(tx).where('fiscal_year', '=', fiscalYear).execute();
  if (length >= MOST_PLANS) return refuse({ kind: 'too-many-plans', limit: MOST_PLANS });
  const id = ctx.newId();
  await insertPlan(tx, ctx, { id, fiscalYear, name: named.value, isBase: false, copiedFrom: from.id, settings });
  for (const pin of await loadPins(tx, from.id)) await insertPin(tx, ctx, { ...pin, id: ctx.newId(), planId: id });
  const entity = entityOf({ id, name: named.value });
  await recordAudit(tx, ctx, [{ action: 'copied', entity, after: { fiscalYear, copiedFrom: from.name } }]);
  return accept({ id });
}

type Change = {
  readonly planId: string;
  readonly version: number;
  readonly name: string;
  readonly settings: PlanSettings;
};

/** 条件の変更. Only a chief changes weights. Conflict where somebody else changed the plan meanwhile. */
export function changePlan(ctx: Context, { planId, version, name: typed, settings }: Change): Promise<Changed> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, async (tx): Promise<Changed> => {
    await lockRecords(tx, 'assignment-plan');
    const before = await loadPlan(tx, planId, { lock: true });
    if (before.version !== version) throw new Conflict('assignment-plan', planId, version, before.version);
    if (!sameWeights(before.settings, settings)) requirePermission(ctx, 'assignment.weights');
    const { fiscalYear } = before;
    const named = await checkName(tx, { fiscalYear, typed, except: planId });
    if (!named.ok) return named;
    const checked = checkSettings(settings, { fiscalYear, today: ctx.today() });
    if (!checked.ok) return checked;
    const extraInstructors = settings.extraInstructors.map((extra) => ({ ...extra, id: extra.id || ctx.newId() }));
    const after = { name: named.value, settings: { ...settings, extraInstructors } };
    await updatePlan(tx, ctx, { id: planId, ...after });
    const entity = entityOf({ id: planId, name: named.value });
    await recordAudit(tx, ctx, [
      { action: 'updated', entity, before: { name: before.name, settings: before.settings }, after },
    ]);
    return accept({ id: planId });
  });
}

function sameWeights({ weights: left }: PlanSettings, { weights: right }: PlanSettings): boolean {
  return weighedConstraints.every((rule) => left[rule] === right[rule]);
}

/** A copy is given up; its runs stay for those who ask later what was compared. The 基本案 stays. */
export function deletePlan(
  ctx: Context,
  { planId, version }: { readonly planId: string; readonly version: number },
): Promise<Changed> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, async (tx): Promise<Changed> => {
    const plan = await loadPlan(tx, planId, { lock: true });
    if (plan.version !== version) throw new Conflict('assignment-plan', planId, version, plan.version);
    if (plan.isBase) return refuse({ kind: 'base-stays' });
    if (await isRunning(tx, planId)) return refuse({ kind: 'run-going' });
    await markPlanDeleted(tx, ctx, planId);
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(plan), before: { settings: plan.settings } }]);
    return accept({ id: planId });
  });
}

async function isRunning(db: Db, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom('assignment_run')
    .select('run_id')
    .where('plan_id', '=', planId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return row !== undefined;
}

type Naming = { readonly fiscalYear: number; readonly typed: string; readonly except: string | null };

async function checkName(db: Db, { fiscalYear, typed, except }: Naming): Promise<Result<string, PlanRefusal>> {
  const name = typed.trim();
  if (name === '') return refuse({ kind: 'name-missing' });
  if (graphemeLength(name) > LONGEST_PLAN_NAME) return refuse({ kind: 'name-too-long', limit: LONGEST_PLAN_NAME });
  return (await isTaken(db, { fiscalYear, name, except })) ? refuse({ kind: 'name-taken', name }) : accept(name);
}

type Name = { readonly fiscalYear: number; readonly name: string; readonly except?: string | null };

async function isTaken(db: Db, { fiscalYear, name, except = null }: Name): Promise<boolean> {
  let query = selectPlans(db).where('fiscal_year', '=', fiscalYear).where('name', '=', name);
  if (except !== null) query = query.where('plan_id', '<>', except);
  return (await query.executeTakeFirst()) !== undefined;
}

function entityOf({ id, name }: { readonly id: string; readonly name: string }) {
  return { kind: 'assignment-plan', id, label: name };
}
