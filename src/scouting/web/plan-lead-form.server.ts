import { data, redirect } from 'react-router';
import { plainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { scoutingVisitFields } from '../domain/scouting-visit-fields.ts';
import { visitLead } from '../plan-lead-visit.server.ts';
import { leadText, leadVisitRefusalText } from '../text.ts';

/** What the short form of a lead answers when nothing was planned: why, and what was typed. */
export type PlanAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

const planFields = scoutingVisitFields.filter(({ key }) => key === 'visitOn' || key === 'coordinator');

/** Takes 「訪問を予定する」 and goes to the planned visit. */
export async function planLead({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'scouting.write');
  const form = await readForm(request);
  const texts = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const again = (errors: PlanAnswer['errors'], status: number) => data<PlanAnswer>({ errors, texts }, { status });
  const read = parseFields(planFields, texts);
  if (!read.ok)
    return again(
      read.refusal.map(({ key, header, problem }) => toError(key, problemText(header, problem))),
      422,
    );
  const values: Readonly<Record<string, unknown>> = read.value;
  const order = { visitOn: plainDate(String(values['visitOn'])), coordinator: String(values['coordinator']) };
  try {
    const planned = await visitLead(ctx, { leadId: params['id'] ?? '', ...order, key: texts['idempotency-key'] });
    if (planned.ok) throw redirect(href(`scouting/${planned.value.id}`));
    const { refusal } = planned;
    if (refusal.kind === 'lead-closed') return again([{ message: leadVisitRefusalText(refusal) }], 409);
    return again(
      refusal.problems.map(({ key, header, problem }) => toError(key, problemText(header, problem))),
      422,
    );
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: leadText.sentBefore }], 409);
    throw error;
  }
}

function toError(name: string, message: string): PlanAnswer['errors'][number] {
  return { name, message };
}
