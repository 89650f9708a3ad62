import { data, Form, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { getPayer, setPayer } from '../bank-accounts.server.ts';
import { accountText as words, payerRefusalText, paymentText } from '../payment-text.ts';
import { expenseText } from '../text.ts';
import type { Route } from './+types/payer.ts';
import { AccountFields, type AccountFormState } from './account-fields.tsx';
import { sealOf } from './seal-of.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: paymentText.title, href: href('payments') },
    { label: words.payerTitle },
  ],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx }) => {
    const { version, payer } = await getPayer(ctx, sealOf(args));
    const texts: Record<string, string> = payer ? { code: payer.code, name: payer.name, ...payer.account } : {};
    return { state: { texts, errors: [], version } as AccountFormState };
  })(args);

export const action = (args: Route.ActionArgs) =>
  staffPage(async ({ ctx, request, href }) => {
    requirePermission(ctx, 'bank-account.read');
    const form = await readForm(request);
    const textOf = (name: string) => textIn(form, name).replaceAll('\0', '').trim().slice(0, 100);
    const typed = {
      code: textOf('code'),
      name: textOf('name'),
      bankCode: textOf('bankCode'),
      branchCode: textOf('branchCode'),
      type: textOf('type'),
      number: textOf('number'),
    };
    const version = Number(textOf('version'));
    const again = (errors: AccountFormState['errors'], status: number) =>
      data<AccountFormState>({ texts: typed, errors, version }, { status });
    try {
      const saved = await setPayer(ctx, { version, typed, seal: sealOf(args) });
      if (saved.ok) throw redirect(href('payments'));
      return again(
        saved.refusal.map((refusal) => ({ name: refusal.key, message: payerRefusalText(refusal) })),
        422,
      );
    } catch (error) {
      if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
      throw error;
    }
  })(args);

export default function PayerPage({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? loaderData.state;
  const line = (name: 'code' | 'name', label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      required
      autoComplete="off"
      error={state.errors.find((error) => error.name === name)?.message}
      defaultValue={state.texts[name] ?? ''}
    />
  );
  return (
    <>
      <PageHeader title={words.payerTitle} lead={words.payerLead} hasErrors={state.errors.length > 0} />
      <ErrorSummary errors={state.errors} />
      <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-4">
        <input type="hidden" name="version" value={state.version} />
        {line('code', words.payerCode, words.payerCodeHint)}
        {line('name', words.payerName, words.payerNameHint)}
        <AccountFields state={state} />
        <div>
          <Button variant="solid">{words.save}</Button>
        </div>
      </Form>
    </>
  );
}
