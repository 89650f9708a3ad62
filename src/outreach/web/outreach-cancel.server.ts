import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { refusalText, showProblems } from '#record/text.ts';
import { recordCancelled } from '#schedule/close-visit.server.ts';
import { cancellationFields } from '#schedule/domain/closing-fields.ts';
import { transitionText } from '#schedule/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { outreachText as words } from '../text.ts';

/** What 「中止にする」 answers when nothing was recorded: why, and what was typed. */
export type CancelAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

/** Takes 「中止にする」 and comes back to the event. The reason is kept with the visit. */
export async function cancelOutreach({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  const form = await readForm(request);
  const texts = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const again = (errors: CancelAnswer['errors'], status: number) => data<CancelAnswer>({ errors, texts }, { status });
  const id = params['id'] ?? '';
  const read = parseFields(cancellationFields, texts);
  if (!read.ok) return again(showProblems(read.refusal), 422);
  const { cancelCode: code, cancelReason: reason } = read.value;
  try {
    const cancelled = await recordCancelled(ctx, { id, version: Number(texts['version']), code, reason });
    if (cancelled.ok) throw redirect(href(`outreach/${id}`));
    const { refusal } = cancelled;
    if (refusal.kind === 'not-planned' || refusal.kind === 'not-moved')
      return again([{ message: transitionText(refusal) }], 409);
    if (refusal.kind === 'fields') return again(showProblems(refusal.problems), 422);
    return again([{ message: refusalText('visit', refusal) }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}
