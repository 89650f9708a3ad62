import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readTexts } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { DraftRefusal } from '../domain/claim-draft.ts';
import { claimFields } from '../domain/claim-fields.ts';
import { changeClaim, draftClaim } from '../draft-claim.server.ts';
import { draftRefusalText, expenseText as words, fieldOfPrice, priceRefusalText } from '../text.ts';

/** Takes the posted form of a claim: drafts or changes it and goes to its page, or shows the form again. */
export async function saveClaimForm({ ctx, params, request, href, url }: StaffCall) {
  requirePermission(ctx, 'expense.write');
  const form = await readForm(request);
  const texts = readTexts(claimFields, form);
  const key = textIn(form, 'idempotency-key');
  const version = form.has('version') ? Number(textIn(form, 'version')) : undefined;
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>({ texts, errors, key, ...(version === undefined ? {} : { version }) }, { status });
  const parsed = parseFields(claimFields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  const input = parsed.value;
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  try {
    const saved =
      version === undefined
        ? await draftClaim(ctx, {
            visitId: parameter('visit'),
            instructorId: parameter('instructor'),
            input,
            key: key || undefined,
          })
        : await changeClaim(ctx, { id: params['id'] ?? '', version, input });
    if (!saved.ok) return again(showRefusal(saved.refusal), saved.refusal.kind === 'fields' ? 422 : 409);
    throw redirect(href(`expenses/${saved.value.id}`));
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

function showRefusal(refusal: DraftRefusal): FormState['errors'] {
  if (refusal.kind === 'fields') return showProblems(refusal.problems);
  if (refusal.kind === 'price') {
    return [{ name: fieldOfPrice(refusal.problem), message: priceRefusalText(refusal.problem) }];
  }
  return [{ message: draftRefusalText(refusal) }];
}

function showProblems(problems: (DraftRefusal & { readonly kind: 'fields' })['problems']): FormState['errors'] {
  return problems.map(({ key, header, problem }) => ({ name: key, message: problemText(header, problem) }));
}
