import { data, redirect } from 'react-router';
import type { PlanSettings } from '#matching/domain/planning-settings.ts';
import { defaultWeightsOn, weighedConstraints } from '#matching/domain/planning-weights.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { changePlan } from '../change-plan.server.ts';
import { constraintHelp, constraintName } from '../constraint-text.ts';
import type { PlanRefusal } from '../domain/plan-refusal.ts';
import { getPlan } from '../plan-queries.server.ts';
import { planRefusalText } from '../refusal-text.ts';
import { settingsText as words } from '../settings-text.ts';
import { readSettingsForm } from './settings-form.server.ts';

/** The conditions of one 割当案, as they are typed. */
export async function loadSettingsPage({ ctx, params, href }: StaffCall) {
  const plan = await getPlan(ctx, params['planId'] ?? '');
  const may = (permission: 'assignment.plan' | 'assignment.weights') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return {
    name: plan.name,
    version: plan.version,
    listHref: href('assignment'),
    mayPlan: may('assignment.plan'),
    typed: { name: plan.name, ...typeSettings(plan.settings) },
    weights: showWeights(plan.settings, { mayWeigh: may('assignment.weights'), usual: defaultWeightsOn(ctx.today()) }),
    trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
    municipalities: listMunicipalities(ctx.corner).map(({ code, name }) => ({ value: code, label: name })),
  };
}

type Weighing = { readonly mayWeigh: boolean; readonly usual: ReturnType<typeof defaultWeightsOn> };

function showWeights({ weights }: PlanSettings, { mayWeigh, usual }: Weighing) {
  const rules = weighedConstraints.map((rule) => ({
    rule,
    name: constraintName(rule),
    help: constraintHelp(rule),
    usual: usual[rule],
    weight: weights[rule] ?? usual[rule],
  }));
  return { mayWeigh, rules };
}

export type ShownWeights = ReturnType<typeof showWeights>;

/** What a field of the form is given by its name. */
export type FieldOf = (name: string) => {
  readonly name: string;
  readonly defaultValue: string;
  readonly error: string | undefined;
};

/** Conditions as the form holds them, one more row than is used. */
function typeSettings(settings: PlanSettings): Readonly<Record<string, string>> {
  const { weights, targets, budgetYen, extraInstructors, closedPeriods, from, until, moveAgreed } = settings;
  const closed = [...closedPeriods, { from: '', until: '', reason: '' }];
  const extra = [
    ...extraInstructors,
    { id: '', name: '', kind: 'meister', tradeCodes: [''], municipalityCode: '', yearlyCap: null },
  ];
  return {
    ...prefixed('weight', weights),
    ...prefixed('target', targets),
    budgetYen: budgetYen === null ? '' : String(budgetYen),
    from: from ?? '',
    until: until ?? '',
    ...(moveAgreed ? { moveAgreed: 'on' } : {}),
    ...Object.assign({}, ...closed.map((period, row) => prefixed(`closed-${row}`, period))),
    ...Object.assign(
      {},
      ...extra.map(({ id, name, kind, tradeCodes, municipalityCode, yearlyCap }, row) =>
        prefixed(`extra-${row}`, {
          id,
          name,
          kind,
          trade: tradeCodes[0] ?? '',
          municipality: municipalityCode,
          cap: yearlyCap ?? '',
        }),
      ),
    ),
  };
}

function prefixed(prefix: string, values: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}-${key}`, String(value)]));
}

type SettingsAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly typed: Readonly<Record<string, string>>;
};

/** Takes the form; nothing is kept where anything in it cannot be read. */
export async function takeSettings({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'assignment.plan');
  const form = await readForm(request);
  const planId = params['planId'] ?? '';
  const { settings: current } = await getPlan(ctx, planId);
  const mayWeigh = isAllowed(ctx.actor, 'assignment.weights', { corner: ctx.corner });
  const { settings, errors } = readSettingsForm(form, { current, mayWeigh });
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const again = (messages: SettingsAnswer['errors'], status: number) =>
    data<SettingsAnswer>({ errors: messages, typed }, { status });
  if (errors.length > 0) return again(errors, 422);
  try {
    const changed = await changePlan(ctx, {
      planId,
      version: Number(textIn(form, 'version')),
      name: textIn(form, 'name'),
      settings,
    });
    if (!changed.ok)
      return again([{ ...fieldOfRefusal(changed.refusal), message: planRefusalText(changed.refusal) }], 422);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
  throw redirect(href('assignment'));
}

function fieldOfRefusal(refusal: PlanRefusal): { readonly name?: string } {
  switch (refusal.kind) {
    case 'name-missing':
    case 'name-too-long':
    case 'name-taken':
      return { name: 'name' };
    case 'wrong-weight':
      return refusal.rules[0] ? { name: `weight-${refusal.rules[0]}` } : {};
    case 'wrong-target':
      return { name: `target-${refusal.line}` };
    case 'wrong-budget':
      return { name: 'budgetYen' };
    case 'outside-year':
    case 'wrong-period':
      return { name: 'from' };
    case 'base-stays':
    case 'run-going':
    case 'too-many-closed':
    case 'too-many-extra':
    case 'too-many-plans':
    case 'wrong-extra':
      return {};
  }
}
