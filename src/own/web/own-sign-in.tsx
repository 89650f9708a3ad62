import { data, Form, redirect } from 'react-router';
import { dayInJapan } from '#account/api-tokens.server.ts';
import { DEMONSTRATION_CORNER } from '#demonstration/domain/build-organizations.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { deskContext } from '#server/desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { TextField } from '#ui/text-field.tsx';
import { signInToDemonstration, signInWithCode } from '../own-sign-in.server.ts';
import { ownSignInRefusalText, ownSignInText as words } from '../text.ts';
import type { Route } from './+types/own-sign-in.ts';
import { enter, findEndedDevice, findOwnCall, originOf, ownDeskOf } from '#server/own-page.server.ts';

export async function loader(args: Route.LoaderArgs) {
  if (await findOwnCall(args)) throw redirect('/my');
  const ended = await findEndedDevice(args);
  return {
    ended: ended && (ended.endedAt ? words.ended(formatEraDate(dayInJapan(ended.endedAt))) : words.endedByHand),
    demonstration: args.context.get(deskContext).demonstration,
  };
}

type Answer = { readonly number: string; readonly errors: readonly FormError[]; readonly refusal?: string };

/** Longer than any number or code: attempts with more are counted as one. */
const LONGEST = 60;

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const textOf = (name: string) => textIn(form, name).replaceAll('\0', '').trim().slice(0, LONGEST);
  if (form.has('demonstration') && args.context.get(deskContext).demonstration) {
    const shown = { corner: DEMONSTRATION_CORNER, from: originOf(args) };
    const device = await signInToDemonstration(ownDeskOf(args), shown);
    if (device) throw enter(args, device);
    return data<Answer>({ number: '', errors: [], refusal: words.demonstrationNobody }, { status: 409 });
  }
  const [number, code] = [textOf('number'), textOf('code')];
  const errors: readonly FormError[] = [
    ...(number ? [] : [{ name: 'number', message: words.numberMissing }]),
    ...(code ? [] : [{ name: 'code', message: words.codeMissing }]),
  ];
  if (errors.length > 0) return data<Answer>({ number, errors }, { status: 422 });
  const signedIn = await signInWithCode(ownDeskOf(args), { number, code, from: originOf(args) });
  if (signedIn.ok) throw enter(args, signedIn.value);
  const status = signedIn.refusal.kind === 'locked' ? 429 : 403;
  return data<Answer>({ number, errors: [], refusal: ownSignInRefusalText(signedIn.refusal) }, { status });
}

export default function OwnSignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const refusal = actionData?.refusal;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <PublicFrame homeHref="/my" large>
      <PageHeader title={words.title} lead={words.lead} hasErrors={errors.length > 0 || refusal !== undefined} />
      <ErrorSummary errors={errors} />
      {loaderData.ended && !actionData ? (
        <div className="mb-6">
          <Notification kind="info" title={loaderData.ended}>
            {words.endedLead}
          </Notification>
        </div>
      ) : null}
      {refusal ? (
        <div className="mb-6">
          <Notification kind="error" title={refusal} announce />
        </div>
      ) : null}
      <Form method="post" action="/my/sign-in" noValidate className="flex flex-col gap-6">
        <TextField
          name="number"
          label={words.number}
          hint={words.numberHint}
          autoComplete="username"
          defaultValue={actionData?.number ?? ''}
          error={errorOf('number')}
        />
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          error={errorOf('code')}
        />
        <Button variant="solid" size="lg" wide>
          {words.submit}
        </Button>
      </Form>
      <div className="mt-6">
        <Disclosure summary={words.help}>{words.helpLead}</Disclosure>
      </div>
      {loaderData.demonstration ? <Demonstration /> : null}
      <p className="mt-6">
        <a href="/sign-in" className="inline-flex min-h-11 items-center">
          {words.staff}
        </a>
      </p>
    </PublicFrame>
  );
}

/** In a demonstration office everybody may be anybody: no password there is a secret. */
function Demonstration() {
  return (
    <section aria-labelledby="demonstration" className="mt-6 rounded-12 border border-solid-gray-420 p-4">
      <h2 id="demonstration" className="text-std-20B-150">
        {words.demonstration}
      </h2>
      <p className="mt-1 mb-4">{words.demonstrationLead}</p>
      <Form method="post" action="/my/sign-in">
        <input type="hidden" name="demonstration" value="yes" />
        <Button>{words.demonstrationSubmit}</Button>
      </Form>
    </section>
  );
}
