import { data, redirect } from 'react-router';
import type { Result } from '#kernel/result.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { refusalText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { assignAttendants } from '../assign-attendants.server.ts';
import { assignCoordinator } from '../assign-coordinator.server.ts';
import { recordCancelled, recordHeld, recordMoved, type VisitClosing } from '../close-visit.server.ts';
import { cancellationFields, holdingFields, moveFields } from '../domain/closing-fields.ts';
import { visitShape } from '../domain/visit.ts';
import { nameReason } from '../name-reason.server.ts';
import { transitionText, visitText as words } from '../text.ts';

/** What the short forms of a visit answer when nothing was recorded: why, and what was typed. */
export type ClosingAnswer = {
  readonly intent: 'hold' | 'cancel' | 'move' | 'coordinator' | 'attendants' | 'reason';
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

/** Takes 「実施を記録する」, 「中止にする」, 「日時を変更する」, 「担当を決める」 or 「立会いを記録する」 and comes back to the visit. */
export async function closeVisit({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  const form = await readForm(request);
  const texts = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const aside = await takeAside({ ctx, params, href }, form);
  if (aside) return data<ClosingAnswer>({ ...aside, texts }, { status: 422 });
  const intent = (['cancel', 'move'] as const).find((known) => known === texts['intent']) ?? 'hold';
  const target = { id: params['id'] ?? '', version: Number(texts['version']) };
  const again = (errors: ClosingAnswer['errors'], status: number) =>
    data<ClosingAnswer>({ intent, errors, texts }, { status });
  const close = readClosing(intent, texts);
  if (!close.ok) return again(showProblems(intent, close.problems), 422);
  try {
    const closed = await close.run(ctx, target);
    if (closed.ok) throw redirect(href(`visits/${target.id}`));
    const { refusal } = closed;
    if (refusal.kind === 'fields') return again(showProblems(intent, refusal.problems), 422);
    if (refusal.kind === 'not-moved') return again([{ name: 'movedOn', message: transitionText(refusal) }], 422);
    const message = refusal.kind === 'not-planned' ? transitionText(refusal) : refusalText(visitShape.name, refusal);
    return again([{ message }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

/** 「担当を決める」, 「立会いを記録する」 and 「区分を記録する」; nothing where another form was sent. */
async function takeAside(
  { ctx, params, href }: Pick<StaffCall, 'ctx' | 'params' | 'href'>,
  form: FormData,
): Promise<Pick<ClosingAnswer, 'intent' | 'errors'> | undefined> {
  const visitId = params['id'] ?? '';
  const intent = (['coordinator', 'attendants', 'reason'] as const).find((known) => known === form.get('intent'));
  if (intent === undefined) return undefined;
  const done = await keepAside({ ctx, visitId }, { intent, form });
  if (done.ok) throw redirect(href(`visits/${visitId}`));
  const error = {
    coordinator: { name: 'coordinator', message: words.unknownCoordinator },
    attendants: { name: 'attendant', message: words.unknownAttendant },
    reason: { name: 'reasonCode', message: words.reasonMissing },
  }[intent];
  return { intent, errors: [error] };
}

type Aside = { readonly intent: 'coordinator' | 'attendants' | 'reason'; readonly form: FormData };

async function keepAside(
  { ctx, visitId }: { readonly ctx: StaffCall['ctx']; readonly visitId: string },
  { intent, form }: Aside,
): Promise<Result<unknown, unknown>> {
  if (intent === 'coordinator') {
    return assignCoordinator(ctx, { visitId, coordinatorId: textIn(form, 'coordinator') || null });
  }
  if (intent === 'attendants') {
    return assignAttendants(ctx, { visitId, userIds: form.getAll('attendant').map(String) });
  }
  return nameReason(ctx, { visitId, version: Number(textIn(form, 'event')), code: textIn(form, 'reasonCode') });
}

type Run = (ctx: StaffCall['ctx'], target: { readonly id: string; readonly version: number }) => VisitClosing;

type ReadClosing =
  { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

function readClosing(intent: ClosingAnswer['intent'], texts: Readonly<Record<string, string>>): ReadClosing {
  if (intent === 'cancel') {
    const read = parseFields(cancellationFields, texts);
    if (!read.ok) return { ok: false, problems: read.refusal };
    const { cancelCode: code, cancelReason: reason } = read.value;
    return { ok: true, run: (ctx, target) => recordCancelled(ctx, { ...target, code, reason }) };
  }
  if (intent === 'move') {
    const read = parseFields(moveFields, texts);
    if (!read.ok) return { ok: false, problems: read.refusal };
    const { movedOn: visitOn, startsAt, endsAt, moveCode: code, moveReason: reason } = read.value;
    const slot = { visitOn, startsAt, endsAt };
    return { ok: true, run: (ctx, target) => recordMoved(ctx, { ...target, code, reason, slot }) };
  }
  const read = parseFields(holdingFields, texts);
  if (!read.ok) return { ok: false, problems: read.refusal };
  return { ok: true, run: (ctx, target) => recordHeld(ctx, { ...target, ...read.value }) };
}

function showProblems(intent: ClosingAnswer['intent'], problems: readonly FieldProblem[]): ClosingAnswer['errors'] {
  // A rule names the field of the whole record; the short form shows it where the day is.
  const day = intent === 'move' ? 'movedOn' : 'visitOn';
  return problems.map(({ key, header, problem }) => ({
    name: key === 'status' || key === 'instructorNumbers' || key === 'visitOn' ? day : key,
    message: problemText(header, problem),
  }));
}
