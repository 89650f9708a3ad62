import { data, Form, redirect } from 'react-router';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { readForm } from '#server/read-form.server.ts';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { Button } from '#ui/button.tsx';
import {
  accountText,
  enrolmentRefusalText,
  passwordGuessText,
  secondFactorText as words,
  signInText,
} from '../text.ts';
import {
  countBackupCodes,
  finishEnrolment,
  openEnrolment,
  renewBackupCodes,
  replaceSecondFactor,
} from '../second-factor.server.ts';
import type { Route } from './+types/own-second-factor.ts';
import { BackupCodes } from './backup-codes.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { nextOf, openOwnCall, textOf, withCookies } from './own-call.server.ts';
import { SecondFactorChanges } from './second-factor-changes.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { desk, signedIn, own } = await openOwnCall(args, { entering: true });
  const enrolment = await openEnrolment(desk, own);
  return {
    enrolment,
    codesLeft: enrolment ? 0 : await countBackupCodes(desk, own.actor.id),
    person: { name: own.actor.name, email: own.email },
    needed: signedIn.needsSecondFactor,
    next: nextOf(args),
  };
}

type Answer = {
  readonly errors: readonly FormError[];
  readonly codes?: { readonly title: string; readonly list: readonly string[] };
};

export async function action(args: Route.ActionArgs) {
  const { desk, own } = await openOwnCall(args, { entering: true });
  const form = await readForm(args.request);
  const again = (name: string, message: string) => data<Answer>({ errors: [{ name, message }] }, { status: 422 });
  if (form.has('code')) {
    const code = foldNumeric(textOf(form, 'code')).replaceAll(/\s/gu, '');
    if (code === '') return again('code', signInText.codeMissing);
    const enrolled = await finishEnrolment(desk, own, code);
    if (!enrolled.ok) return again('code', enrolmentRefusalText(enrolled.refusal));
    const { cookies, backupCodes } = enrolled.value;
    return data<Answer>({ errors: [], codes: { title: words.doneTitle, list: backupCodes } }, withCookies(cookies));
  }
  const name = form.has('renew-password') ? 'renew-password' : 'replace-password';
  const password = textOf(form, name);
  if (password === '') return again(name, accountText.passwordMissing);
  if (name === 'renew-password') {
    const renewed = await renewBackupCodes(desk, own, password);
    if (!renewed.ok) return again(name, passwordGuessText(renewed.refusal));
    return data<Answer>({ errors: [], codes: { title: words.renewedTitle, list: renewed.value } });
  }
  const replaced = await replaceSecondFactor(desk, own, password);
  if (!replaced.ok) return again(name, passwordGuessText(replaced.refusal));
  throw redirect('/account/second-factor', withCookies(replaced.value));
}

export default function OwnSecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { enrolment, codesLeft, person, needed, next } = loaderData;
  const errors = actionData?.errors ?? [];
  if (actionData?.codes) {
    return (
      <PublicFrame homeHref="/">
        <PageHeader title={actionData.codes.title} />
        <BackupCodes codes={actionData.codes.list} person={person} continueHref={next === '/' ? '/' : next} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame homeHref="/">
      <PageHeader
        title={enrolment ? words.title : words.enrolledTitle}
        lead={enrolment ? words.lead : words.enrolledLead(codesLeft)}
        hasErrors={errors.length > 0}
        action={
          needed ? (
            <Form method="post" action="/sign-out">
              <Button>{accountText.signOut}</Button>
            </Form>
          ) : null
        }
      />
      <ErrorSummary errors={errors} />
      {enrolment ? <EnrolmentForm enrolment={enrolment} errors={errors} /> : <SecondFactorChanges errors={errors} />}
    </PublicFrame>
  );
}
