import { data, Form, redirect } from 'react-router';
import { ownFields, type OwnKey } from '#instructor/domain/own-fields.ts';
import { changeOwnConsents, getOwnConsents } from '#instructor/own-consents.server.ts';
import { changeOwnRecord, getOwnRecord } from '#instructor/own-record.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import { RecordField } from '#record/web/record-field.tsx';
import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-profile.ts';
import { ConsentForm } from './consent-form.tsx';
import { ownPage } from '#server/own-page.server.ts';
import { readConsentChoices, showOwnConsents } from './show-consents.ts';

const keys: readonly OwnKey[] = ['postalCode', 'municipalityCode', 'address', 'phone', 'email', 'isPublic'];
const profileFields = ownFields.filter(({ key }) => keys.includes(key));

/** Here the person fills in their own address, and the browser may help (FRM-38). */
const tokens: Readonly<Record<string, string>> = {
  postalCode: 'postal-code',
  address: 'street-address',
  phone: 'tel',
  email: 'email',
};

export const loader = ownPage(async ({ ctx, instructorId, url }) => {
  const { version, input } = await getOwnRecord(ctx, instructorId);
  const here = listMunicipalities(ctx.corner, ctx.today());
  const now = findMunicipality(input.municipalityCode);
  const known = now && !here.some(({ code }) => code === now.code) ? [now, ...here] : here;
  return {
    consents: showOwnConsents(await getOwnConsents(ctx, instructorId), ctx.today()),
    version,
    isHidden: input.isPublic === false,
    texts: formatFields(profileFields, input),
    municipalities: known.map(({ code, name }) => ({ value: code, label: name })),
    saved: url.searchParams.has('saved'),
  };
});

type Answer = { readonly errors: readonly FormError[]; readonly texts?: Readonly<Record<string, string>> };

const again = (errors: readonly FormError[], status: number, texts?: Answer['texts']) =>
  data<Answer>({ errors, ...(texts ? { texts } : {}) }, { status });

export const action = ownPage(async ({ ctx, instructorId, request }) => {
  requirePermission(ctx, 'own.write', { instructorId });
  const form = await readForm(request);
  const version = Number(textIn(form, 'version'));
  try {
    if (form.has('consents')) {
      const choices = readConsentChoices(form);
      const saved = choices && (await changeOwnConsents(ctx, { instructorId, version, choices }));
      if (!saved?.ok) return again([{ message: words.consentEndMissing }], 422);
    } else {
      const texts = Object.fromEntries(keys.map((key) => [key, textIn(form, key)]));
      const read = parseFields(profileFields, texts);
      const saved = read.ok ? await changeOwnRecord(ctx, { instructorId, version, changes: read.value }) : read;
      if (!saved.ok) return again(showProblems(saved.refusal), 422, texts);
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([{ message: form.has('consents') ? words.consentsConflict : words.conflict }], 409);
  }
  throw redirect('/my/profile?saved');
});

export default function OwnProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, municipalities, saved, consents, isHidden } = loaderData;
  const errors = actionData?.errors ?? [];
  const texts = actionData?.texts ?? loaderData.texts;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const control = (key: OwnKey) => {
    const field = profileFields.find((known) => known.key === key);
    if (!field) throw new Error(`no field ${key}`);
    const autocomplete = tokens[key] ?? 'off';
    return <RecordField field={{ ...field, autocomplete }} value={texts[key] ?? ''} error={errorOf(key)} />;
  };
  return (
    <>
      <PageHeader title={words.profileTitle} lead={words.profileLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {saved && !actionData ? (
        <div className="mb-6">
          <Notification kind="success" title={words.done.saved} announce />
        </div>
      ) : null}
      <h2 className="mb-4 text-std-20B-150">{words.contacts}</h2>
      <Form method="post" action="/my/profile" noValidate data-once className="flex flex-col gap-6">
        <input type="hidden" name="version" value={version} />
        {control('phone')}
        {control('email')}
        {control('postalCode')}
        <SelectField
          name="municipalityCode"
          label={words.municipality}
          required
          blank={null}
          options={municipalities}
          defaultValue={texts['municipalityCode']}
          error={errorOf('municipalityCode')}
        />
        {control('address')}
        <RadioField
          name="isPublic"
          label={words.consent}
          required={false}
          hint={words.consentHint}
          options={[
            { value: '可', label: words.consentYes },
            { value: '否', label: words.consentNo },
          ]}
          defaultValue={texts['isPublic']}
          error={errorOf('isPublic')}
        />
        <Button variant="solid" size="lg" wide>
          {words.save}
        </Button>
      </Form>
      <ConsentForm consents={consents} isHidden={isHidden} />
    </>
  );
}
