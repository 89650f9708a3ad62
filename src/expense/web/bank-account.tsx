import { data, Form, redirect } from 'react-router';
import { instructorText } from '#instructor/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { getBankAccount, setBankAccount, type SeenAccount } from '../bank-accounts.server.ts';
import { accountTypes, MASK } from '../domain/bank-account.ts';
import { accountRefusalText, accountText as words } from '../payment-text.ts';
import type { Route } from './+types/bank-account.ts';
import { AccountFields, type AccountFormState } from './account-fields.tsx';
import { sealOf } from './seal-of.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: page.name, href: page.instructorHref },
    { label: words.title },
  ],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx, params, href }) => {
    const seen = await getBankAccount(ctx, { instructorId: params['id'] ?? '', seal: sealOf(args) });
    const mayEnter = isAllowed(ctx.actor, 'bank-account.read', { corner: ctx.corner });
    return {
      name: seen.instructor.name,
      instructorHref: href(`instructors/${seen.instructor.id}`),
      mayEnter,
      items: showAccount(seen),
      state: { texts: {}, errors: [], version: seen.version } as AccountFormState,
    };
  })(args);

function showAccount({ account, version, updated }: SeenAccount) {
  const shown = (value: string | undefined) => (version === 0 ? words.none : (value ?? MASK));
  const type = accountTypes.find(({ code }) => code === account?.type)?.label;
  return [
    { term: words.bank, detail: shown(account && `${account.bank ?? ''}（${account.bankCode}）`) },
    { term: words.branch, detail: shown(account && `${account.branch ?? ''}（${account.branchCode}）`) },
    { term: words.type, detail: shown(type) },
    { term: words.number, detail: shown(account?.number) },
    { term: words.holder, detail: shown(account?.holder) },
    { term: words.updated, detail: updated ? `${updated.by}　${instantText(updated.at)}` : '' },
  ];
}

export const action = (args: Route.ActionArgs) =>
  staffPage(async ({ ctx, params, request, href }) => {
    requirePermission(ctx, 'bank-account.read');
    const form = await readForm(request);
    const textOf = (name: string) => textIn(form, name).replaceAll('\0', '').trim().slice(0, 100);
    const typed = {
      bankCode: textOf('bankCode'),
      branchCode: textOf('branchCode'),
      type: textOf('type'),
      number: textOf('number'),
      holder: textOf('holder'),
    };
    const version = Number(textOf('version'));
    const again = (errors: AccountFormState['errors'], status: number) =>
      data<AccountFormState>({ texts: typed, errors, version }, { status });
    const instructorId = params['id'] ?? '';
    try {
      const saved = await setBankAccount(ctx, { instructorId, version, typed, seal: sealOf(args) });
      if (saved.ok) throw redirect(href(`instructors/${instructorId}/bank-account`));
      return again(
        saved.refusal.map((refusal) => ({ name: refusal.key, message: accountRefusalText(refusal) })),
        422,
      );
    } catch (error) {
      if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
      throw error;
    }
  })(args);

export default function BankAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, items, mayEnter } = loaderData;
  const state = actionData ?? loaderData.state;
  return (
    <>
      <PageHeader
        title={`${words.title}　${name}`}
        lead={mayEnter ? words.lead : words.masked}
        hasErrors={state.errors.length > 0}
      />
      <ErrorSummary errors={state.errors} />
      <DescriptionList items={items} />
      {mayEnter ? (
        <div className="mt-6 print:hidden">
          <Disclosure summary={words.enter} open={actionData !== undefined || state.version === 0}>
            <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-4">
              <input type="hidden" name="version" value={state.version} />
              <AccountFields state={state} />
              <TextField
                name="holder"
                label={words.holder}
                hint={words.holderHint}
                required
                autoComplete="off"
                error={state.errors.find(({ name: key }) => key === 'holder')?.message}
                defaultValue={state.texts['holder'] ?? ''}
              />
              <div>
                <Button variant="solid">{words.save}</Button>
              </div>
            </Form>
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}
