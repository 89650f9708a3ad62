import { data, redirect } from 'react-router';
import { certificationFields } from '#certification/domain/certification-fields.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { registerCandidate, type CandidateOrder } from '../register-candidate.server.ts';
import { candidateRefusalText, candidateText } from '../text.ts';

/** What the short form of somebody found answers when nothing was registered: why, and what was typed. */
export type FoundAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

const foundFields = certificationFields.filter(({ key }) => key === 'name' || key === 'nameKana' || key === 'trades');

/** Takes 「登録して認定申請を開く」 and goes to the new application. */
export async function registerFound({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'scouting.write');
  const form = await readForm(request);
  const texts = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const again = (errors: FoundAnswer['errors'], status: number) => data<FoundAnswer>({ errors, texts }, { status });
  const read = parseFields(foundFields, texts);
  if (!read.ok) return again(read.refusal.map(toError), 422);
  // The fields are those of a candidate by their keys; filtering a list of fields loses their types.
  const candidate = read.value as CandidateOrder['candidate'];
  try {
    const key = texts['idempotency-key'];
    const registered = await registerCandidate(ctx, { visitId: params['id'] ?? '', candidate, key });
    if (registered.ok) throw redirect(href(`certifications/${registered.value.id}`));
    const { refusal } = registered;
    if (refusal.kind === 'fields') return again(refusal.problems.map(toError), 422);
    return again([{ message: candidateRefusalText(refusal) }], 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: candidateText.sentBefore }], 409);
    throw error;
  }
}

function toError({ key, header, problem }: FieldProblem): FoundAnswer['errors'][number] {
  return { name: key, message: problemText(header, problem) };
}
