import { data, Form, redirect, useLocation } from 'react-router';
import { roleNames } from '#desk/text.ts';
import { deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { findSignedIn } from '#server/session.server.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { TextField } from '#ui/text-field.tsx';
import { demonstrationAccounts, demonstrationPassword } from '../demonstration-accounts.ts';
import { signIn } from '../sign-in.server.ts';
import { accountText, signInRefusalText, signInText as words } from '../text.ts';
import type { Route } from './+types/sign-in.ts';
import { nextOf, originOf, textOf, withCookies } from './own-call.server.ts';

export async function loader(args: Route.LoaderArgs) {
  if (await findSignedIn(args)) throw redirect(nextOf(args));
  const { demonstration } = args.context.get(deskContext);
  return { demonstration: demonstration ? demonstrationAccounts : [] };
}

type Answer = { readonly email: string; readonly errors: readonly FormError[]; readonly refusal?: string };

/** Longer than any mail address can be (RFC 5321): nobody's, and attempts at it are counted as one. */
const LONGEST_EMAIL = 320;

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const email = textOf(form, 'email').trim().slice(0, LONGEST_EMAIL);
  const password = textOf(form, 'password');
  const errors: readonly FormError[] = [
    ...(email ? [] : [{ name: 'email', message: accountText.emailMissing }]),
    ...(password ? [] : [{ name: 'password', message: accountText.passwordMissing }]),
  ];
  if (errors.length > 0) return data<Answer>({ email, errors }, { status: 422 });
  const signedIn = await signIn(args.context.get(deskContext), { email, password, from: originOf(args) });
  if (!signedIn.ok) {
    const status = signedIn.refusal.kind === 'locked' ? 429 : 403;
    const refusal = signInRefusalText(signedIn.refusal);
    return data<Answer>({ email, errors: [], refusal }, { status });
  }
  const next = nextOf(args);
  const { kind, cookies } = signedIn.value;
  throw redirect(
    kind === 'signed-in' ? next : `/sign-in/second-factor?next=${encodeURIComponent(next)}`,
    withCookies(cookies),
  );
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const refusal = actionData?.refusal;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <PublicFrame homeHref="/sign-in">
      <div className="mx-auto max-w-xl">
        <PageHeader title={words.title} hasErrors={errors.length > 0 || refusal !== undefined} />
        <ErrorSummary errors={errors} />
        {refusal ? (
          <div className="mb-6">
            <Notification kind="error" title={refusal} announce />
          </div>
        ) : null}
        <Form method="post" className="flex flex-col gap-6">
          <TextField
            name="email"
            label={accountText.email}
            autoComplete="username"
            inputMode="email"
            width="full"
            defaultValue={actionData?.email ?? ''}
            error={errorOf('email')}
          />
          <TextField
            name="password"
            label={accountText.password}
            type="password"
            autoComplete="current-password"
            width="full"
            error={errorOf('password')}
          />
          <Button variant="solid" size="lg" wide>
            {words.submit}
          </Button>
        </Form>
        <div className="mt-6">
          <Disclosure summary={words.help}>{words.helpLead}</Disclosure>
        </div>
        <p className="mt-2">
          <a href="/my/sign-in" className="inline-flex min-h-11 items-center">
            {words.forInstructors}
          </a>
        </p>
        {loaderData.demonstration.length > 0 ? <Demonstration accounts={loaderData.demonstration} /> : null}
      </div>
    </PublicFrame>
  );
}

function Demonstration({ accounts }: { readonly accounts: Route.ComponentProps['loaderData']['demonstration'] }) {
  const { pathname, search } = useLocation();
  return (
    <section aria-labelledby="demonstration" className="mt-8 rounded-12 border border-solid-gray-420 p-4 desktop:p-6">
      <h2 id="demonstration" className="text-std-20B-150">
        {words.demonstration}
      </h2>
      <p className="mt-1 text-dns-16N-130">{words.demonstrationLead(demonstrationPassword)}</p>
      <ul className="mt-4 flex flex-col">
        {accounts.map(({ role, name, email }) => (
          <li
            key={email}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-solid-gray-200 py-2"
          >
            <span className="text-dns-16N-130">
              {name}
              <span className="block text-dns-14N-130 text-solid-gray-700">{email}</span>
            </span>
            <Form method="post" action={pathname + search}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demonstrationPassword} />
              <Button>{words.demonstrationSubmit(roleNames[role])}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
