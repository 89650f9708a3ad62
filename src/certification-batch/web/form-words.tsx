import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { hasTemplate } from '#letter/template-queries.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { formWordFields, type CertificationFormWords, type FormWordField } from '../domain/form-words.ts';
import { changeFormWords, findFormWords, type WordsOfYear } from '../form-words.server.ts';
import { batchText } from '../text.ts';
import { wordNames, wordsPageText as words } from '../words-text.ts';
import type { Route } from './+types/form-words.ts';
import { textOf } from './batch-form.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: batchText.title, href: href('certification-batches') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'certification.decide');
  const { words: texts, source } = await findFormWords(ctx, year);
  const own = (['application-form', 'batch-letter'] as const).map(async (kind) =>
    (await hasTemplate(ctx, { kind, fiscalYear: year })) ? [{ kind, href: href(`letters/templates/${kind}`) }] : [],
  );
  return {
    texts,
    yearLabel: fiscalYearLabel(year),
    source: sourceText(source, year),
    templates: (await Promise.all(own)).flat(),
    templatesHref: href('letters/templates'),
    saved: url.searchParams.has('saved'),
    listHref: href('certification-batches'),
  };
});

function sourceText(source: WordsOfYear['source'], year: number): string {
  switch (source.kind) {
    case 'own':
      return words.source.own(fiscalYearLabel(year));
    case 'earlier':
      return words.source.earlier(fiscalYearLabel(source.year));
    case 'shipped':
      return words.source.shipped;
  }
}

type Answer = { readonly texts: CertificationFormWords; readonly errors: readonly FormError[] };

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'certification.decide');
  const form = await readForm(request);
  const entries = formWordFields.map(({ key }) => [key, textOf(form, key).replaceAll('\r\n', '\n')]);
  const texts = Object.fromEntries(entries) as CertificationFormWords;
  const changed = await changeFormWords(ctx, { fiscalYear: year, words: texts });
  if (changed.ok) throw redirect(`${href('certification-batches/words')}?saved=1`);
  const errors = changed.refusal.map(({ key, problem }) => ({
    name: key,
    message: problemText(wordNames[key].label, problem),
  }));
  return data<Answer>({ texts, errors }, { status: 422 });
});

export default function FormWords({ loaderData, actionData }: Route.ComponentProps) {
  const { yearLabel, source, saved, listHref, templates, templatesHref } = loaderData;
  const texts = actionData?.texts ?? loaderData.texts;
  const errors = actionData?.errors ?? [];
  const draw = (part: string) =>
    formWordFields
      .filter(({ key }) => key.startsWith(part))
      .map((field) => <WordField key={field.key} field={field} text={texts[field.key]} errors={errors} />);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead(yearLabel)} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {saved && errors.length === 0 ? (
        <div className="mb-6">
          <Notification kind="success" title={words.saved} announce />
        </div>
      ) : null}
      {templates.map(({ kind, href }) => (
        <div key={kind} className="mb-4">
          <Notification kind="info" title={words.overruled[kind]}>
            <a href={href}>{words.toTemplate}</a>
          </Notification>
        </div>
      ))}
      <p className="mb-4">
        {source}
        {words.layout} <a href={templatesHref}>{words.toTemplates}</a>
      </p>
      <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-6">
        <h2 className="text-std-20B-150">{words.applicationHeading}</h2>
        {draw('application')}
        <h2 className="text-std-20B-150">{words.letterHeading}</h2>
        {draw('letter')}
        <div className="flex flex-wrap gap-4">
          <Button variant="solid">{words.save}</Button>
          <ButtonLink variant="text" href={listHref}>
            {batchText.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

type WordFieldProps = { readonly field: FormWordField; readonly text: string; readonly errors: readonly FormError[] };

function WordField({ field: { key, limit, lines }, text, errors }: WordFieldProps) {
  const { label, hint } = wordNames[key];
  const shared = { name: key, label, required: true, error: errors.find(({ name }) => name === key)?.message };
  return lines === 1 ? (
    <TextField {...shared} hint={hint} width="full" defaultValue={text} />
  ) : (
    <TextArea {...shared} hint={hint} width="full" rows={lines + 1} limit={limit} defaultValue={text} />
  );
}
