import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText, showProblems } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { getVisitFormHelp } from '#schedule/visit-form-queries.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { planFields } from '../domain/plan-fields.ts';
import { MOST_SESSIONS, sessionFields, type PlanSession } from '../domain/plan-session.ts';
import { getRequestPlan, startSessions } from '../plan-queries.server.ts';
import { savePlan } from '../save-plan.server.ts';
import { planStoppedTexts, planText as words } from '../text.ts';

/** One session of the form: what was typed, and the visit that it is. */
type SessionRow = { readonly texts: Readonly<Record<string, string>>; readonly visitId: string };

/** What the form of a plan shows: the texts as they were typed, and what was wrong with them. */
export type PlanFormState = {
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: readonly SessionRow[];
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly key: string;
  readonly version: number;
};

/** The name of a session's control: `s2-place`. */
export function sessionControl(row: number, key: string): string {
  return `s${row + 1}-${key}`;
}

/** The form of a plan: the open version, or a new one from the decided version or the visits of the request. */
export async function loadPlanForm({ ctx, params, url, year, href }: StaffCall) {
  requirePermission(ctx, 'request.write');
  const plan = await getRequestPlan(ctx, params['id'] ?? '');
  const { subject, open, decided, visits } = plan;
  const sessions = startSessions(plan, { follow: url.searchParams.get('follow') === 'visits' });
  const { goal, note } = open ?? decided ?? { goal: subject.level, note: null };
  const state: PlanFormState = {
    texts: formatFields(planFields, { goal, note }),
    rows: sessions.length > 0 ? sessions.map(rowOf) : [{ texts: {}, visitId: '' }],
    errors: [],
    key: randomUUID(),
    version: open?.version ?? 0,
  };
  const pageHref = href(`requests/${subject.id}/plan`);
  return {
    request: { number: subject.number, href: href(`requests/${subject.id}`) },
    title: open ? words.editPlan : decided ? words.revisePlan : words.newPlan,
    lead: !open && decided ? words.reviseLead : words.planLead,
    state,
    pageHref,
    followHref: visits.length > 0 && (open || decided) ? `${pageHref}/edit?follow=visits` : undefined,
    instructors: (await getVisitFormHelp(ctx, year)).instructors,
  };
}

function rowOf({ visitId, ...session }: PlanSession): SessionRow {
  return { texts: formatFields(sessionFields, session), visitId: visitId ?? '' };
}

/** Saves the posted plan and goes to its page, adds a row, or shows the form again with what is wrong. */
export async function takePlanForm({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'request.write');
  const form = await readForm(request);
  const texts = Object.fromEntries(planFields.map(({ key }) => [key, textIn(form, key)]));
  const rows = readRows(form);
  const version = Number(textIn(form, 'version'));
  const key = textIn(form, 'idempotency-key');
  const again = (errors: PlanFormState['errors'], status: number, shown = rows) =>
    data<PlanFormState>({ texts, rows: shown, errors, key, version }, { status });
  if (textIn(form, 'intent') === 'add-row') return again([], 200, [...rows, nextRow(rows)]);
  const head = parseFields(planFields, texts);
  const read = rows.map(({ texts: typed }) => parseFields(sessionFields, typed));
  const errors = [
    ...(head.ok ? [] : showProblems(head.refusal)),
    ...read.flatMap((each, row) => (each.ok ? [] : each.refusal.map((problem) => showProblem(row, problem)))),
  ];
  const sessions = read.flatMap((each, row) =>
    each.ok ? [{ ...each.value, visitId: rows[row]?.visitId || null }] : [],
  );
  if (!head.ok || errors.length > 0) return again(errors, 422);
  const requestId = params['id'] ?? '';
  try {
    const saved = await savePlan(ctx, {
      requestId,
      ...head.value,
      sessions,
      ...(version === 0 ? {} : { version }),
      key: key || undefined,
    });
    if (saved.ok) throw redirect(href(`requests/${requestId}/plan`));
    if (saved.refusal.kind === 'sessions')
      return again(
        saved.refusal.problems.map((problem) => showProblem(problem.position - 1, problem)),
        422,
      );
    return again(
      planStoppedTexts(saved.refusal).map((message) => ({ message })),
      409,
    );
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

function showProblem(row: number, { key, header, problem }: FieldProblem) {
  return { name: sessionControl(row, key), message: `${words.session(row + 1)}：${problemText(header, problem)}` };
}

/** The sessions that were posted, without those that are to go and those in which nothing was typed. */
function readRows(form: FormData): readonly SessionRow[] {
  const count = Math.min(Number(textIn(form, 'rows')) || 0, MOST_SESSIONS + 1);
  return Array.from({ length: count }, (_, row) => ({
    texts: Object.fromEntries(sessionFields.map(({ key }) => [key, textIn(form, sessionControl(row, key))])),
    visitId: textIn(form, sessionControl(row, 'visit')),
    isGone: form.has(sessionControl(row, 'remove')),
  }))
    .filter(({ texts, isGone }) => !isGone && Object.values(texts).some((text) => text.trim() !== ''))
    .map(({ texts, visitId }) => ({ texts, visitId }));
}

/** A further session begins as the last one was held: only the day is another. */
function nextRow(rows: readonly SessionRow[]): SessionRow {
  const last = rows.at(-1)?.texts ?? {};
  const kept = ['startsAt', 'endsAt', 'place', 'instructorNumber'];
  return { texts: Object.fromEntries(kept.map((key) => [key, last[key] ?? ''])), visitId: '' };
}
