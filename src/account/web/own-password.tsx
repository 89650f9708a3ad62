import { data, Form, redirect } from 'react-router';
import { readForm } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { passwordLengths } from '../domain/password-rule.ts';
import { accountText, ownPasswordText as words } from '../text.ts';
import type { Route } from './+types/own-password.ts';
import { nextOf, openOwnCall, withCookies } from './own-call.server.ts';
import { PasswordForm } from './password-form.tsx';
import { takePasswordForm } from './take-password-form.server.ts';

/** Whoever already has a password of their own changes it in their settings. */
export async function loader(args: Route.LoaderArgs) {
  const { signedIn, own } = await openOwnCall(args, { entering: true });
  if (!signedIn.needsOwnPassword) throw redirect('/account');
  return { email: own.email, shortest: own.secondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone };
}

type Answer = { readonly errors: readonly FormError[] };

export async function action(args: Route.ActionArgs) {
  const { desk, own } = await openOwnCall(args, { entering: true });
  const changed = await takePasswordForm(desk, own, await readForm(args.request));
  if (!changed.ok) return data<Answer>({ errors: changed.refusal }, { status: 422 });
  throw redirect(nextOf(args), withCookies(changed.value));
}

export default function OwnPasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <PublicFrame homeHref="/">
      <div className="mx-auto max-w-xl">
        <PageHeader
          title={words.title}
          lead={words.lead}
          hasErrors={errors.length > 0}
          action={
            <Form method="post" action="/sign-out">
              <Button>{accountText.signOut}</Button>
            </Form>
          }
        />
        <ErrorSummary errors={errors} />
        <PasswordForm errors={errors} shortest={loaderData.shortest} email={loaderData.email} />
      </div>
    </PublicFrame>
  );
}
