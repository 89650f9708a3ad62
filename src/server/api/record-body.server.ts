import type { ApiCall } from './api-context.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import type { AnyRecordUseCases } from '#record/record-use-cases.server.ts';
import { problemText, refusalText } from '#record/text.ts';
import { problem, type FieldError } from './problem.server.ts';
import { fromJson } from './record-schema.ts';
import { apiText } from './text.ts';

/** The record in a request's body, read by the fields themselves: the same spellings and the same refusals as a file. */
export async function readBody(
  call: ApiCall,
  { shape }: Pick<AnyRecordUseCases, 'shape'>,
): Promise<Result<unknown, readonly FieldError[]>> {
  const body: unknown = await call.req.json();
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new SyntaxError('not a JSON object');
  const texts = fromJson(shape.fields, body as Record<string, unknown>);
  if (!texts.ok) return texts;
  const parsed = parseFields(shape.fields, texts.value);
  return parsed.ok ? accept(parsed.value) : refuse(toErrors(parsed.refusal));
}

function toErrors(problems: readonly FieldProblem[]): readonly FieldError[] {
  return problems.map(({ key, header, problem: found }) => ({
    pointer: `/${key}`,
    detail: problemText(header, found),
  }));
}

/** 422 with every field at fault. */
export function invalid(call: ApiCall, errors: readonly FieldError[]) {
  return problem(call, { status: 422, ...apiText.invalid, errors });
}

/** The use case's refusal as an answer: 422 for fields, 409 for what stands in the way elsewhere. */
export function refused(call: ApiCall, { shape }: Pick<AnyRecordUseCases, 'shape'>, refusal: RecordRefusal) {
  if (refusal.kind === 'fields') return invalid(call, toErrors(refusal.problems));
  const detail = refusalText(shape.name, refusal);
  return problem(call, { status: 409, title: apiText.refused, detail });
}

/** The version in `If-Match: "3"`. */
export function readVersion(call: ApiCall): number | undefined {
  const [, version] = /^"?(\d{1,9})"?$/u.exec(call.req.header('if-match') ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
}
