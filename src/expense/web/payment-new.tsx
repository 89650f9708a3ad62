import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen } from '#kernel/money.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { date } from '#record/domain/date-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { listPayable } from '../claim-queries.server.ts';
import { makeBatch } from '../pay-claims.server.ts';
import { batchDecisionText, paymentText as words } from '../payment-text.ts';
import { claimLabel, expenseText } from '../text.ts';
import type { Route } from './+types/payment-new.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title, href: href('payments') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  const claims = await listPayable(ctx);
  const missing = claims.filter(({ hasAccount }) => !hasAccount);
  return {
    key: randomUUID(),
    claims: claims.map((claim) => ({
      id: claim.id,
      hasAccount: claim.hasAccount,
      label: words.choice({
        label: `${claimLabel(claim)}（${formatSlashDate(claim.visitOn)}）`,
        amount: formatYen(claim.totalYen),
        hasAccount: claim.hasAccount,
      }),
    })),
    missing: [...new Map(missing.map((claim) => [claim.instructorId, claim])).values()].map((claim) => ({
      id: claim.instructorId,
      name: claim.instructorName,
      href: href(`instructors/${claim.instructorId}/bank-account`),
    })),
    listHref: href('payments'),
  };
});

type Answer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly chosen: readonly string[];
  readonly paidOn: string;
  readonly key: string;
};

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'expense.pay');
  const form = await readForm(request);
  const chosen = form.getAll('claims').filter((value): value is string => typeof value === 'string');
  const paidOn = textIn(form, 'paidOn').replaceAll('\0', '').trim();
  const key = textIn(form, 'idempotency-key');
  const again = (name: string, message: string, status: number) =>
    data<Answer>({ errors: [{ message, ...(name && { name }) }], chosen, paidOn, key }, { status });
  const day = paidOn === '' ? undefined : date().parse(paidOn);
  if (!day?.ok) return again('paidOn', problemText(words.paidOn, day?.refusal ?? { kind: 'missing' }), 422);
  try {
    const made = await makeBatch(ctx, { claimIds: chosen, paidOn: day.value, key: key || undefined });
    if (made.ok) throw redirect(href(`payments/${made.value.id}`));
    const { kind } = made.refusal;
    const isDay = kind === 'past' || kind === 'bank-closed' || kind === 'no-tax-rate';
    return again(isDay ? 'paidOn' : 'claims', batchDecisionText(made.refusal), isDay ? 422 : 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again('', recordWords.sentBefore, 409);
    throw error;
  }
});

export default function PaymentNew({ loaderData, actionData }: Route.ComponentProps) {
  const { claims, missing, listHref, key } = loaderData;
  const errors = actionData?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const usual = claims.filter(({ hasAccount }) => hasAccount).map(({ id }) => id);
  return (
    <>
      <PageHeader title={words.create} lead={words.createLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {claims.length === 0 ? (
        <EmptyState title={words.nothingPayable}>{words.nothingPayableLead}</EmptyState>
      ) : (
        <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-4">
          <input type="hidden" name="idempotency-key" value={actionData?.key ?? key} />
          <CheckboxGroup
            name="claims"
            label={words.chosen}
            required
            error={errorOf('claims')}
            defaultValues={actionData?.chosen ?? usual}
            options={claims.map(({ id, label }) => ({ value: id, label }))}
          />
          <TextField
            name="paidOn"
            label={words.paidOn}
            hint={words.paidOnHint}
            required
            width="short"
            autoComplete="off"
            error={errorOf('paidOn')}
            defaultValue={actionData?.paidOn ?? ''}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="solid">{words.make}</Button>
            <ButtonLink variant="text" href={listHref}>
              {recordWords.cancel}
            </ButtonLink>
          </div>
        </Form>
      )}
      {missing.length > 0 ? (
        <section className="mt-6 print:hidden">
          <h2 className="mb-2 text-std-18B-160">{words.missing}</h2>
          <ul className="flex flex-col gap-1">
            {missing.map(({ id, name, href }) => (
              <li key={id}>
                <a href={href} className="inline-flex min-h-11 items-center">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
