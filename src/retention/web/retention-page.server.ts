import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { fiscalYearLabel, parseFiscalYear } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { instantText } from '#platform/instant-text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import { text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { FormError } from '#ui/error-summary.tsx';
import { MOST_YEARS, retentionKinds, STANDARD_YEARS } from '../domain/retention-period.ts';
import { retentionCommands } from '../domain/retention-plan.ts';
import type { RetentionItem, RetentionPlan } from '../domain/retention-record.ts';
import { draftPlan, erasePlan, movePlan, setPeriod } from '../retention.server.ts';
import { getPlan, getRetention } from '../retention-queries.server.ts';
import { planLabel, retentionRefusalText, retentionText as words } from '../text.ts';

const may = ({ ctx }: StaffCall, permission: Permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner });

/** What is due, the lists and the periods. */
export async function loadRetention(call: StaffCall) {
  const { due, plans, periods } = await getRetention(call.ctx);
  const isOpen = plans.some(({ state }) => state !== 'erased');
  return {
    due: due.length,
    counts: retentionKinds
      .map((kind) => ({ kind: words.kinds[kind], count: due.filter((item) => item.kind === kind).length }))
      .filter(({ count }) => count > 0),
    mayDraft: due.length > 0 && !isOpen && may(call, 'retention.write'),
    isOpen: isOpen && due.length > 0,
    plans: plans.map((plan) => ({ ...showPlan(plan), href: call.href(`retention/${plan.id}`) })),
    periods: retentionKinds.flatMap((kind) => [
      ...periods
        .filter((period) => period.kind === kind)
        .map(({ fromFiscalYear, years, source }) => ({
          key: `${kind} ${fromFiscalYear}`,
          kind: words.kinds[kind],
          from: words.from(fiscalYearLabel(fromFiscalYear)),
          years: words.yearsOf(years),
          source,
        })),
      {
        key: kind,
        kind: words.kinds[kind],
        from: words.always,
        years: words.yearsOf(STANDARD_YEARS),
        source: words.byCorner,
      },
    ]),
    periodHref: may(call, 'retention.approve') ? call.href('retention/periods') : undefined,
  };
}

/** 「廃棄予定の一覧を作る」. */
export async function takeDraft({ ctx, href }: StaffCall) {
  requirePermission(ctx, 'retention.write');
  const drafted = await draftPlan(ctx);
  if (drafted.ok) throw redirect(href(`retention/${drafted.value.id}`));
  return data({ errors: [{ message: retentionRefusalText(drafted.refusal) }] as FormError[] }, { status: 409 });
}

/** One list; `?hold=` names the item whose form is open. */
export async function loadPlan(call: StaffCall) {
  const { ctx, params, url, href } = call;
  const { plan, items } = await getPlan(ctx, params['id'] ?? '');
  const pageHref = href(`retention/${plan.id}`);
  const mayHold = plan.state === 'draft' && may(call, 'retention.write');
  const held = mayHold ? items.find(({ id }) => id === url.searchParams.get('hold')) : undefined;
  const mayApprove = may(call, 'retention.approve');
  return {
    ...showPlan(plan),
    version: plan.version,
    next: words.next[plan.state],
    items: items.map((item) => showItem(item, mayHold ? `${pageHref}?hold=${item.id}#hold` : undefined)),
    mayHold,
    form: held && { itemId: held.id, heading: words.holdHeading(held.label) },
    mayApprove: mayApprove && plan.state === 'draft',
    mayErase: mayApprove && plan.state === 'approved',
    paper: { href: `${pageHref}/paper`, label: words.download(plan.state) },
    pageHref,
    listHref: href('retention'),
  };
}

function showPlan(plan: RetentionPlan) {
  const line = (name: string | null, at: string | null) =>
    name === null || at === null ? words.noAct : `${name}　${instantText(at)}`;
  return {
    id: plan.id,
    label: planLabel(plan),
    state: plan.state,
    stateName: words.states[plan.state],
    drafted: line(plan.drafterName, plan.draftedAt),
    approved: line(plan.approverName, plan.approvedAt),
    erased: line(plan.eraserName, plan.erasedAt),
  };
}

function showItem({ id, kind, label, baseYear, keptUntil, holdReason, erasedAt }: RetentionItem, holdHref?: string) {
  const state = holdReason === null ? (erasedAt === null ? words.waiting : words.done) : words.held(holdReason);
  return {
    id,
    kind: words.kinds[kind],
    label,
    baseYear: fiscalYearLabel(baseYear),
    keptUntil: formatSlashDate(keptUntil),
    state,
    isHeld: holdReason !== null,
    holdHref,
  };
}

type Answer = { readonly errors: readonly FormError[]; readonly reason: string };

/** Takes one of the commands of a list. */
export async function takePlanCommand(call: StaffCall) {
  const { ctx, params, request, href } = call;
  requirePermission(ctx, 'retention.write');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const planId = params['id'] ?? '';
  const reason = textOf('reason').slice(0, 200);
  const again = (errors: readonly FormError[], status: number) => data<Answer>({ errors, reason }, { status });
  const command = retentionCommands.find((known) => known === textOf('command'));
  if (!command) return again([{ message: words.conflict }], 400);
  if (command === 'erase' && textOf('sure') !== 'yes') {
    requirePermission(ctx, 'retention.approve');
    return again([{ name: 'sure', message: words.confirmMissing }], 422);
  }
  try {
    const address = { planId, version: Number(textOf('version')) };
    const done =
      command === 'erase'
        ? await erasePlan(ctx, address)
        : await movePlan(ctx, { ...address, command, itemId: textOf('item'), reason });
    if (done.ok) throw redirect(href(`retention/${planId}`));
    const name = done.refusal.kind === 'reason-missing' ? { name: 'reason' } : {};
    return again([{ ...name, message: retentionRefusalText(done.refusal) }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

/** The form of a period. */
export function loadPeriodForm({ ctx, href }: StaffCall) {
  requirePermission(ctx, 'retention.approve');
  return { listHref: href('retention'), key: randomUUID() };
}

export type PeriodAnswer = { readonly errors: readonly FormError[]; readonly texts: Readonly<Record<string, string>> };

/** Takes the form of a period. */
export async function takePeriod({ ctx, request, href }: StaffCall) {
  requirePermission(ctx, 'retention.approve');
  const form = await readForm(request);
  const texts = Object.fromEntries(
    ['kind', 'fromYear', 'years', 'source'].map((name) => {
      const value = form.get(name);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
  const kind = retentionKinds.find((known) => known === texts['kind']);
  const fromYear = parseFiscalYear(texts['fromYear'] ?? '');
  const folded = foldNumeric(texts['years'] ?? '').trim();
  const years = /^\d{1,2}$/u.test(folded) ? Number(folded) : 0;
  const source = text({ limit: 100 }).parse(texts['source'] ?? '');
  const errors: FormError[] = [
    ...(kind ? [] : [{ name: 'kind', message: words.kindMissing }]),
    ...(fromYear.ok ? [] : [{ name: 'fromYear', message: words.fromYearWrong }]),
    ...(years >= 1 && years <= MOST_YEARS ? [] : [{ name: 'years', message: words.yearsWrong(MOST_YEARS) }]),
    ...(source.ok && (texts['source'] ?? '').trim() !== ''
      ? []
      : [
          {
            name: 'source',
            message: problemText(words.source, source.ok ? { kind: 'missing' } : source.refusal),
          },
        ]),
  ];
  if (errors.length > 0 || !kind || !fromYear.ok || !source.ok) {
    return data<PeriodAnswer>({ errors, texts }, { status: 422 });
  }
  await setPeriod(ctx, { kind, fromFiscalYear: fromYear.value, years, source: source.value });
  throw redirect(href('retention'));
}
