import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { changeNumbering, readNumbering } from '../change-numbering.server.ts';
import { documentNumberText, type NumberingRefusal } from '../domain/document-number.ts';
import { numberingText as words, registerText } from '../page-text.ts';
import { numberingRefusalText } from '../text.ts';
import type { Route } from './+types/numbering.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: registerText.title, href: href('letters') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'letter.manage');
  const { prefix, next, given } = await readNumbering(ctx, year);
  return {
    yearLabel: fiscalYearLabel(year),
    prefix,
    next: String(next),
    nextNumber: documentNumberText(prefix, next),
    fixed: given > 0,
    saved: url.searchParams.has('saved'),
    registerHref: href('letters'),
  };
});

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'letter.manage');
  const form = await readForm(request);
  const prefix = textIn(form, 'prefix');
  const typed = foldNumeric(textIn(form, 'next')).trim();
  const next = /^\d{1,6}$/u.test(typed) ? Number(typed) : Number.NaN;
  const changed = await changeNumbering(ctx, { fiscalYear: year, prefix, next });
  if (changed.ok) throw redirect(`${href('letters/numbering')}?saved=1`);
  const errors: readonly FormError[] = [
    { name: fieldOf(changed.refusal), message: numberingRefusalText(changed.refusal) },
  ];
  return data({ errors, prefix, next: typed }, { status: 422 });
});

function fieldOf({ kind }: NumberingRefusal): 'prefix' | 'next' {
  return kind === 'next-not-a-number' || kind === 'numbers-given' ? 'next' : 'prefix';
}

export default function Numbering({ loaderData, actionData }: Route.ComponentProps) {
  const { yearLabel, saved, fixed, nextNumber, registerHref } = loaderData;
  const errors = actionData?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead(yearLabel)} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {saved && errors.length === 0 ? (
        <div className="mb-6">
          <Notification kind="success" title={words.saved} announce />
        </div>
      ) : null}
      <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-6">
        <TextField
          name="prefix"
          label={words.prefix}
          required
          hint={words.prefixHint}
          autoComplete="off"
          defaultValue={actionData?.prefix ?? loaderData.prefix}
          error={errorOf('prefix')}
        />
        {fixed && !errorOf('next') ? (
          <>
            <input type="hidden" name="next" value={loaderData.next} />
            <p>{words.nextFixed(nextNumber)}</p>
          </>
        ) : (
          <TextField
            name="next"
            label={words.next}
            required
            hint={words.nextHint}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={actionData?.next ?? loaderData.next}
            error={errorOf('next')}
          />
        )}
        <div className="flex flex-wrap gap-4">
          <Button variant="solid">{words.save}</Button>
          <ButtonLink variant="text" href={registerHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
