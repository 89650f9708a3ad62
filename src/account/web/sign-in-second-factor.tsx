import { data, Form, redirect } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { findSignedIn } from '#server/session.server.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { TextField } from '#ui/text-field.tsx';
import { cookiesNamed, secondFactorCookie } from '../auth-call.server.ts';
import { signInWithSecondFactor } from '../sign-in.server.ts';
import { signInRefusalText, signInText as words } from '../text.ts';
import type { Route } from './+types/sign-in-second-factor.ts';
import { nextOf, originOf, textOf, withCookies } from './own-call.server.ts';

export async function loader(args: Route.LoaderArgs) {
  if (await findSignedIn(args)) throw redirect(nextOf(args));
  // Nobody has given a password here: begin at the beginning.
  const begun = cookiesNamed(args.request.headers.get('cookie'), secondFactorCookie) !== '';
  if (!begun) throw redirect(`/sign-in?next=${encodeURIComponent(nextOf(args))}`);
  return { restartHref: `/sign-in?next=${encodeURIComponent(nextOf(args))}` };
}

type Answer = {
  readonly errors: readonly FormError[];
  readonly method: 'app' | 'backup-code';
  readonly refusal?: string;
};

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const method = form.has('backup-code') ? 'backup-code' : 'app';
  const name = method === 'app' ? 'code' : 'backup-code';
  const code = foldNumeric(textOf(form, name)).replaceAll(/\s/gu, '');
  if (code === '') {
    const message = method === 'app' ? words.codeMissing : words.backupMissing;
    return data<Answer>({ errors: [{ name, message }], method }, { status: 422 });
  }
  const cookie = args.request.headers.get('cookie');
  const signedIn = await signInWithSecondFactor(args.context.get(deskContext), {
    code,
    method,
    cookie,
    from: originOf(args),
  });
  if (signedIn.ok) throw redirect(nextOf(args), withCookies(signedIn.value.cookies));
  const message = signInRefusalText(signedIn.refusal);
  return signedIn.refusal.kind === 'wrong-code'
    ? data<Answer>({ errors: [{ name, message }], method }, { status: 422 })
    : data<Answer>({ errors: [], refusal: message, method }, { status: 403 });
}

export default function SecondFactorStep({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const refusal = actionData?.refusal;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <PublicFrame homeHref="/sign-in">
      <div className="mx-auto max-w-xl">
        <PageHeader
          title={words.secondTitle}
          lead={words.secondLead}
          hasErrors={errors.length > 0 || refusal !== undefined}
        />
        <ErrorSummary errors={errors} />
        {refusal ? (
          <div className="mb-6">
            <Notification
              kind="error"
              title={refusal}
              announce
              actions={<ButtonLink href={loaderData.restartHref}>{words.restart}</ButtonLink>}
            />
          </div>
        ) : null}
        <Form method="post" className="flex flex-col gap-6">
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            error={errorOf('code')}
          />
          <Button variant="solid" size="lg" wide>
            {words.submit}
          </Button>
        </Form>
        <div className="mt-6">
          <Disclosure summary={words.backup} open={actionData?.method === 'backup-code'}>
            <p className="mb-4">{words.backupLead}</p>
            <Form method="post" className="flex flex-col gap-4">
              <TextField
                name="backup-code"
                label={words.backupCode}
                hint={words.backupHint}
                autoComplete="off"
                error={errorOf('backup-code')}
              />
              <div>
                <Button>{words.submit}</Button>
              </div>
            </Form>
          </Disclosure>
        </div>
      </div>
    </PublicFrame>
  );
}
