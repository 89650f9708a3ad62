import { data, redirect } from 'react-router';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { Codec } from '#record/domain/field.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { RequestMove, RequestMoveRefusal } from '../domain/move-request.ts';
import { requestCommands, requestStages } from '../domain/request-stage.ts';
import { followsFromOffer, followsFromPlan } from '../domain/stage-transitions.ts';
import { moveRequest } from '../move-request.server.ts';
import { requestMoveRefusalText, stageText as words } from '../stage-text.ts';

/** What the form of a step answers when the step was not taken: what was typed, and why. */
export type RequestStepAnswer = {
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
};

type StepError = RequestStepAnswer['errors'][number];

/** Takes a posted step and goes back to the request; whatever stops it stands above the form again. */
export async function takeRequestStep({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'request.write');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const texts = { happenedOn: textOf('happenedOn'), reason: textOf('reason') };
  const again = (errors: readonly StepError[], status: number) =>
    data<RequestStepAnswer>({ texts, errors }, { status });
  const seen = requestStages.find((stage) => stage === textOf('stage'));
  const command = requestCommands.find((known) => known === textOf('command'));
  if (!command || !seen || followsFromOffer(command, seen) || followsFromPlan(command, seen))
    return again([{ message: words.noStep }], 422);
  const read = readStep(texts);
  if (!read.ok) return again(read.refusal, 422);
  const requestId = params['id'] ?? '';
  try {
    const moved = await moveRequest(ctx, {
      ...read.value,
      requestId,
      command,
      seen,
      key: textOf('idempotency-key') || undefined,
    });
    if (!moved.ok) return again([showRefusal(moved.refusal)], moved.refusal.kind === 'reason-missing' ? 422 : 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
  throw redirect(href(`requests/${requestId}`));
}

type Texts = RequestStepAnswer['texts'];

/** Reads the fields of a step and gathers every problem at once (FRM-33). */
function readStep(texts: Texts): Result<Omit<RequestMove, 'command'>, readonly StepError[]> {
  const day = readField(texts, { key: 'happenedOn', label: words.happenedOn, codec: date() });
  const reason = texts['reason']?.trim()
    ? readField(texts, { key: 'reason', label: words.reason, codec: multiline({ limit: 1000 }) })
    : accept(null);
  const errors = [day, reason].flatMap((read) => (read.ok ? [] : read.refusal));
  return day.ok && reason.ok ? accept({ happenedOn: day.value, reason: reason.value }) : refuse(errors);
}

type StepField<Value> = { readonly key: string; readonly label: string; readonly codec: Codec<Value> };

function readField<Value>(texts: Texts, { key, label, codec }: StepField<Value>): Result<Value, readonly StepError[]> {
  const typed = texts[key] ?? '';
  const parsed = typed.trim() === '' ? refuse({ kind: 'missing' } as const) : codec.parse(typed);
  return parsed.ok ? parsed : refuse([{ name: key, message: problemText(label, parsed.refusal) }]);
}

/** The field that a refusal is about stands beside it; the others only above the form. */
const fieldOf: Partial<Record<RequestMoveRefusal['kind'], string>> = {
  'reason-missing': 'reason',
  'in-the-future': 'happenedOn',
  'before-last-step': 'happenedOn',
};

function showRefusal(refusal: RequestMoveRefusal): StepError {
  const name = fieldOf[refusal.kind];
  return { ...(name === undefined ? {} : { name }), message: requestMoveRefusalText(refusal) };
}
