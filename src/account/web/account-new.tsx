import { data, Form } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import { roleNames } from '#desk/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { email as emailCodec } from '#record/domain/contact-codecs.ts';
import { name as nameCodec } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { cornerRoles, isCornerRole } from '../domain/account-change.ts';
import { addAccount } from '../manage-accounts.server.ts';
import { accountText, additionRefusalText, manageText as words } from '../text.ts';
import type { Route } from './+types/account-new.ts';
import { textOf } from './own-call.server.ts';
import { TemporaryPassword } from './temporary-password.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('settings/accounts') },
    { label: words.addTitle },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'account.manage');
  return { listHref: href('settings/accounts') };
});

type Answer = {
  readonly typed: { readonly name: string; readonly email: string; readonly role: string };
  readonly errors: readonly FormError[];
  readonly temporaryPassword?: string;
};

/** `staffPage` hides the desk from use cases; the account's password is hashed by what the desk carries. */
export const action = async (args: Route.ActionArgs) => {
  const desk = args.context.get(deskContext);
  return staffPage(async ({ ctx, request }) => {
    requirePermission(ctx, 'account.manage');
    const form = await readForm(request);
    const typed = {
      name: textOf(form, 'name').trim(),
      email: textOf(form, 'email').trim(),
      role: textOf(form, 'role'),
    };
    const name = nameCodec().parse(typed.name);
    const email = emailCodec().parse(typed.email);
    const errors: FormError[] = [
      ...(typed.name === ''
        ? [{ name: 'name', message: accountText.nameMissing }]
        : problemOf('name', accountText.name, name)),
      ...(typed.email === ''
        ? [{ name: 'email', message: accountText.emailMissing }]
        : problemOf('email', accountText.email, email)),
      ...(isCornerRole(typed.role) ? [] : [{ name: 'role', message: words.roleMissing }]),
    ];
    if (errors.length > 0 || !name.ok || !email.ok) return data<Answer>({ typed, errors }, { status: 422 });
    const added = await addAccount(ctx, desk, { name: name.value, email: email.value, role: typed.role });
    if (added.ok) return data<Answer>({ typed, errors: [], temporaryPassword: added.value.temporaryPassword });
    const at = added.refusal.kind === 'email-taken' ? 'email' : 'role';
    return data<Answer>(
      { typed, errors: [{ name: at, message: additionRefusalText(added.refusal) }] },
      { status: 409 },
    );
  })(args);
};

function problemOf(
  name: string,
  label: string,
  parsed: ReturnType<ReturnType<typeof emailCodec>['parse']>,
): FormError[] {
  return parsed.ok ? [] : [{ name, message: problemText(label, parsed.refusal) }];
}

export default function AccountNew({ loaderData, actionData }: Route.ComponentProps) {
  const { listHref } = loaderData;
  const errors = actionData?.errors ?? [];
  const typed = actionData?.typed;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  if (actionData?.temporaryPassword) {
    return <TemporaryPassword person={actionData.typed} password={actionData.temporaryPassword} backHref={listHref} />;
  }
  return (
    <>
      <PageHeader title={words.addTitle} lead={words.addLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="flex max-w-3xl flex-col gap-6">
        <TextField
          name="name"
          label={accountText.name}
          required
          autoComplete="off"
          defaultValue={typed?.name ?? ''}
          error={errorOf('name')}
        />
        <TextField
          name="email"
          label={accountText.email}
          required
          autoComplete="off"
          inputMode="email"
          defaultValue={typed?.email ?? ''}
          error={errorOf('email')}
        />
        <RadioField
          name="role"
          label={accountText.role}
          required
          hint={words.roleHint}
          options={cornerRoles.map((role) => ({ value: role, label: roleNames[role] }))}
          defaultValue={typed?.role}
          error={errorOf('role')}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid">{words.addSubmit}</Button>
          <ButtonLink variant="text" href={listHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
