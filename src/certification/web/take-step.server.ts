import { data, redirect } from 'react-router';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { Codec } from '#record/domain/field.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { certificationCommands, isBatchCommand } from '../domain/certification-state.ts';
import type { CertificationMove, CertificationRefusal } from '../domain/move.ts';
import { moveCase } from '../move-case.server.ts';
import { certificationText as words } from '../page-text.ts';
import { certificationRefusalText } from '../text.ts';

/** What the form of a step answers when the step was not taken: what was typed, and why. */
export type StepAnswer = {
  readonly command: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
};

type StepError = StepAnswer['errors'][number];

const KEYS = ['happenedOn', 'reason', 'registrationNumber', 'certifiedOn', 'course'] as const;

/** Takes a posted step and goes back to the application; whatever stops it stands above the form again. */
export async function takeStep({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'certification.write');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const texts = Object.fromEntries(KEYS.map((key) => [key, textOf(key)]));
  const again = (errors: readonly StepError[], status: number) =>
    data<StepAnswer>({ command: textOf('command'), texts, errors }, { status });
  const command = certificationCommands.find((known) => known === textOf('command') && !isBatchCommand(known));
  if (!command) return again([{ message: words.noStep }], 422);
  const read = readStep(texts, command === 'certify');
  if (!read.ok) return again(read.refusal, 422);
  const caseId = params['id'] ?? '';
  try {
    const moved = await moveCase(ctx, {
      ...read.value,
      caseId,
      command,
      version: Number(textOf('version')),
      key: textOf('idempotency-key') || undefined,
    });
    if (!moved.ok) return again([showRefusal(moved.refusal)], 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
  throw redirect(href(`certifications/${caseId}`));
}

type Texts = Readonly<Record<string, string>>;

/** Reads the fields of a step and gathers every problem at once (FRM-33). */
function readStep(texts: Texts, certify: boolean): Result<Omit<CertificationMove, 'command'>, readonly StepError[]> {
  const day = readField(texts, { key: 'happenedOn', label: words.happenedOn, codec: date() });
  const blank = !texts['reason']?.trim();
  const reason = blank
    ? accept(null)
    : readField(texts, { key: 'reason', label: words.reason, codec: multiline({ limit: 1000 }) });
  const certificate = certify ? readCertificate(texts) : accept(undefined);
  const errors = [day, reason, certificate].flatMap((read) => (read.ok ? [] : read.refusal));
  if (!day.ok || !reason.ok || !certificate.ok) return refuse(errors);
  const move = { happenedOn: day.value, reason: reason.value };
  return accept(certificate.value ? { ...move, certificate: certificate.value } : move);
}

function readCertificate(texts: Texts): Result<NonNullable<CertificationMove['certificate']>, readonly StepError[]> {
  const number = readField(texts, {
    key: 'registrationNumber',
    label: words.registrationNumber,
    codec: businessNumber(),
  });
  const day = readField(texts, { key: 'certifiedOn', label: words.certifiedOn, codec: date() });
  const course = (['exempt', 'not-taken'] as const).find((known) => known === texts['course']);
  const errors = [number, day].flatMap((read) => (read.ok ? [] : read.refusal));
  if (!course) errors.push({ name: 'course', message: words.courseMissing });
  if (!number.ok || !day.ok || !course) return refuse(errors);
  return accept({ registrationNumber: number.value, certifiedOn: day.value, course });
}

type StepField<Value> = { readonly key: string; readonly label: string; readonly codec: Codec<Value> };

function readField<Value>(texts: Texts, { key, label, codec }: StepField<Value>): Result<Value, readonly StepError[]> {
  const typed = texts[key] ?? '';
  const parsed = typed.trim() === '' ? refuse({ kind: 'missing' } as const) : codec.parse(typed);
  return parsed.ok ? parsed : refuse([{ name: key, message: problemText(label, parsed.refusal) }]);
}

/** The field that a refusal is about stands beside it; the others only above the form. */
const fieldOf: Partial<Record<CertificationRefusal['kind'], string>> = {
  'reason-missing': 'reason',
  'in-the-future': 'happenedOn',
  'before-last-step': 'happenedOn',
  'intake-suspended': 'happenedOn',
  'registration-number-taken': 'registrationNumber',
  'certified-before-application': 'certifiedOn',
};

function showRefusal(refusal: CertificationRefusal): StepError {
  const name = fieldOf[refusal.kind];
  return { ...(name === undefined ? {} : { name }), message: certificationRefusalText(refusal) };
}
