import { data, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { RecordForm, type FormState } from '#record/web/record-form.tsx';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { enteredOf, rateFields, rateKeys, rateOf } from '../domain/rate-fields.ts';
import { addRate, listRates } from '../set-rates.server.ts';
import { expenseText, rateRefusalText, rateText as words } from '../text.ts';
import type { Route } from './+types/rate-new.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title, href: href('expenses/rates') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  requirePermission(ctx, 'expense.approve');
  const [latest] = await listRates(ctx, year);
  const { validFrom: _, ...texts }: Record<string, string> = latest
    ? formatFields(rateFields(ctx.corner), enteredOf(latest) as never)
    : {};
  return {
    corner: ctx.corner,
    year: fiscalYearLabel(year),
    state: startForm(texts),
    isCarried: latest !== undefined,
    listHref: href('expenses/rates'),
  };
});

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'expense.approve');
  const fields = rateFields(ctx.corner);
  const form = await readForm(request);
  const texts = readTexts(fields, form);
  const key = textIn(form, 'idempotency-key');
  const again = (errors: FormState['errors'], status: number) => data<FormState>({ texts, errors, key }, { status });
  const parsed = parseFields(fields, texts);
  if (!parsed.ok) {
    const errors = parsed.refusal.map(({ key: name, header, problem }) => ({
      name,
      message: problemText(header, problem),
    }));
    return again(errors, 422);
  }
  try {
    const added = await addRate(ctx, { rate: rateOf(parsed.value, year), key: key || undefined });
    if (added.ok) throw redirect(href('expenses/rates'));
    const name = added.refusal.kind === 'outside-year' ? 'validFrom' : 'withheldItems';
    return again([{ name, message: rateRefusalText(added.refusal) }], 422);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
});

const groups = [
  { heading: words.title, keys: rateKeys.head },
  { heading: '謝金', keys: rateKeys.honorarium },
  { heading: '旅費', keys: rateKeys.travel },
  { heading: '材料費', keys: rateKeys.material },
  { heading: 'テキスト作成費と源泉徴収', keys: rateKeys.rest },
] as const;

export default function RateNew({ loaderData, actionData }: Route.ComponentProps) {
  const { corner, state, isCarried, listHref, year } = loaderData;
  return (
    <>
      <PageHeader
        title={`${words.create}（${year}）`}
        lead={isCarried ? words.carried : words.lead}
        hasErrors={actionData !== undefined}
      />
      <RecordForm
        fields={rateFields(corner)}
        groups={groups}
        state={actionData ?? state}
        submitLabel={words.register}
        cancelHref={listHref}
      />
    </>
  );
}
