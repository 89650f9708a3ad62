import { data, Form, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen, sumYen } from '#kernel/money.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { MASK } from '../domain/bank-account.ts';
import { batchCommands } from '../domain/payment-batch.ts';
import { hasPayer } from '../bank-accounts.server.ts';
import { stepBatch } from '../pay-claims.server.ts';
import { getBatch } from '../payment-queries.server.ts';
import { batchRefusalText, batchStateLabel, paymentText as words } from '../payment-text.ts';
import { expenseText } from '../text.ts';
import type { Route } from './+types/payment-detail.ts';
import { batchTones } from './payment-tones.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title, href: href('payments') },
    { label: page.day },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const batch = await getBatch(ctx, params['id'] ?? '');
  const may = (permission: 'expense.pay' | 'bank-account.read') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const day = formatSlashDate(batch.paidOn);
  const seesAccounts = may('bank-account.read') && may('expense.pay');
  const isReady = await hasPayer(ctx);
  const isErased = batch.payments.some(({ sealed }) => sealed === null);
  const sum = (pick: 'grossYen' | 'taxYen' | 'netYen') => formatYen(sumYen(batch.payments.map((row) => row[pick])));
  return {
    version: batch.version,
    day,
    state: batch.state,
    stateText: batchStateLabel(batch.state),
    next:
      batch.state === 'dropped'
        ? words.next.dropped(batch.dropReason ?? '')
        : batch.state === 'paid'
          ? words.next.paid
          : words.next.open(day),
    rows: batch.payments.map((row) => ({
      id: row.instructorId,
      person: row.instructorName,
      number: row.instructorNumber,
      accountHref: seesAccounts ? href(`instructors/${row.instructorId}/bank-account`) : undefined,
      claims: row.claims.map(({ id, visitNumber }) => ({ label: visitNumber, href: href(`expenses/${id}`) })),
      gross: formatYen(row.grossYen),
      tax: formatYen(row.taxYen),
      net: formatYen(row.netYen),
    })),
    totals: [
      {
        id: 'sum',
        person: words.sum,
        number: '',
        accountHref: undefined,
        claims: [],
        gross: sum('grossYen'),
        tax: sum('taxYen'),
        net: sum('netYen'),
      },
    ],
    fileHref:
      seesAccounts && isReady && !isErased && batch.state !== 'dropped' ? href(`payments/${batch.id}/file`) : undefined,
    erased: isErased ? words.erased : undefined,
    payerHref: seesAccounts && !isReady ? href('payments/payer') : undefined,
    maySteps: may('expense.pay') && batch.state === 'open',
    isDue: batch.paidOn <= ctx.today(),
  };
});

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'expense.pay');
  const form = await readForm(request);
  const id = params['id'] ?? '';
  const command = batchCommands.find((known) => known === textIn(form, 'command'));
  if (!command) throw data(null, { status: 400 });
  const reason = textIn(form, 'reason').replaceAll('\0', '').trim().slice(0, 500);
  const again = (message: string, status: number, name?: string) =>
    data({ errors: [{ message, ...(name && { name }) }], reason }, { status });
  try {
    const moved = await stepBatch(ctx, { id, version: Number(textIn(form, 'version')), command, reason });
    if (moved.ok) throw redirect(href(`payments/${id}`));
    const isReason = moved.refusal.kind === 'reason-missing';
    return again(batchRefusalText(moved.refusal), isReason ? 422 : 409, isReason ? 'reason' : undefined);
  } catch (error) {
    if (error instanceof Conflict) return again(words.conflict, 409);
    throw error;
  }
});

export default function PaymentDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { day, state, stateText, next, rows, totals, fileHref, payerHref, erased } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${words.title} ${day}`}
        status={<ChipLabel tone={batchTones[state]}>{stateText}</ChipLabel>}
        lead={next}
        hasErrors={errors.length > 0}
        action={
          fileHref ? (
            <ButtonLink href={fileHref}>{words.file}</ButtonLink>
          ) : payerHref ? (
            <ButtonLink href={payerHref}>{words.enterPayer}</ButtonLink>
          ) : undefined
        }
      />
      <ErrorSummary errors={errors} />
      {fileHref ? <p className="mb-4 print:hidden">{words.fileHint}</p> : null}
      {erased ? <p className="mb-4">{erased}</p> : null}
      {payerHref ? <p className="mb-4 print:hidden">{words.noPayerLead}</p> : null}
      {loaderData.maySteps ? <BatchSteps page={loaderData} answer={actionData} /> : null}
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        totals={totals}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', header: words.person, cell: ({ person }) => person, rowHeader: true },
          { key: 'number', header: expenseText.number, cell: ({ number }) => number, keepTogether: true },
          {
            key: 'claims',
            header: words.claims,
            cell: ({ claims }) => (
              <ul>
                {claims.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'account',
            header: words.account,
            cell: ({ accountHref, number }) =>
              number === '' ? '' : accountHref ? <a href={accountHref}>{words.account}</a> : MASK,
          },
          { key: 'gross', header: words.gross, cell: ({ gross }) => gross, align: 'end', keepTogether: true },
          { key: 'tax', header: words.tax, cell: ({ tax }) => tax, align: 'end', keepTogether: true },
          { key: 'net', header: words.net, cell: ({ net }) => net, align: 'end', keepTogether: true },
        ]}
      />
    </>
  );
}

type StepsProps = {
  readonly page: Route.ComponentProps['loaderData'];
  readonly answer: Route.ComponentProps['actionData'] | undefined;
};

function BatchSteps({ page: { version, isDue }, answer }: StepsProps) {
  const reason = answer?.errors.find(({ name }) => name === 'reason')?.message;
  return (
    <section
      aria-labelledby="steps-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="steps-heading" className="mb-2 text-std-18B-160">
        {words.steps}
      </h2>
      <div className="flex flex-col gap-4">
        {isDue ? (
          <Form method="post" data-once>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="command" value="finish" />
            <Button variant="solid">{words.finish}</Button>
          </Form>
        ) : null}
        <Disclosure summary={words.drop} open={reason !== undefined}>
          <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-3">
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="command" value="drop" />
            <TextField
              name="reason"
              label={words.reason}
              required
              width="long"
              autoComplete="off"
              maxLength={500}
              error={reason}
              defaultValue={answer?.reason ?? ''}
            />
            <div>
              <Button>{words.drop}</Button>
            </div>
          </Form>
        </Disclosure>
      </div>
    </section>
  );
}
