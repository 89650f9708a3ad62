import { data, Form, redirect, useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { EXEMPTION_CURSOR_LENGTH, listExemptions, suggestUntrained } from '../course-queries.server.ts';
import { exemptionCriteriaOn, findExemptionCriterion } from '../domain/exemption.ts';
import { exemptInstructor } from '../exempt-instructor.server.ts';
import { courseText as words, exemptionRefusalText } from '../text.ts';
import type { Route } from './+types/course-exemptions.ts';
import { textOf } from './course-form.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('courses') },
    { label: words.exemptions },
  ],
};

export const loader = staffPage(async ({ ctx, href, url }) => {
  const mayWrite = isAllowed(ctx.actor, 'course.write', { corner: ctx.corner });
  const cursor = decodeCursor(url.searchParams.get('cursor') ?? '', EXEMPTION_CURSOR_LENGTH);
  const { rows, ...page } = await listExemptions(ctx, { cursor });
  return {
    mayWrite,
    ...page,
    exemptions: rows.map(({ id, instructorId, number, name, criterion, reason, exemptedOn, actorName }) => ({
      id,
      name: `${name}（${number}）`,
      href: href(`instructors/${instructorId}`),
      criterion: findExemptionCriterion(criterion)?.label ?? criterion,
      reason,
      exemptedOn: formatSlashDate(exemptedOn),
      actorName,
    })),
    suggestions: mayWrite ? await suggestUntrained(ctx) : [],
    criteria: exemptionCriteriaOn(ctx.today()).map(({ code, label, evidence, source }) => ({
      value: code,
      label,
      note: `${evidence}（${words.source(source)}）`,
    })),
  };
});

const fieldOf = {
  'unknown-instructor': 'number',
  'not-needed': 'number',
  'already-exempt': 'number',
  'already-completed': 'number',
  'no-criterion': 'criterion',
  'no-reason': 'reason',
} as const;

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'course.write');
  const form = await readForm(request);
  const texts = {
    number: textOf(form, 'number'),
    criterion: textOf(form, 'criterion'),
    reason: textOf(form, 'reason'),
  };
  const number = texts.number.split(/\s/u)[0] ?? '';
  const exempted = await exemptInstructor(ctx, { ...texts, number });
  if (exempted.ok) throw redirect(href('courses/exemptions'));
  const { refusal } = exempted;
  const errors = [{ name: fieldOf[refusal.kind], message: exemptionRefusalText(refusal) }];
  return data({ errors, texts }, { status: 422 });
});

export default function CourseExemptions({ loaderData, actionData }: Route.ComponentProps) {
  const { exemptions, mayWrite, next, previous } = loaderData;
  const location = useLocation();
  const address = (cursor: string) => listAddress(location, { cursor });
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.exemptions} lead={words.exemptionsLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {exemptions.length === 0 ? (
        <EmptyState title={words.noExemptions}>{words.noExemptionsLead}</EmptyState>
      ) : (
        <DataTable
          caption={`${words.exemptions} ${countText(loaderData)}`}
          rows={exemptions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: words.name, cell: ({ name, href }) => <a href={href}>{name}</a>, rowHeader: true },
            { key: 'criterion', header: words.criterion, cell: ({ criterion }) => criterion },
            { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
            { key: 'on', header: words.exemptedOn, cell: ({ exemptedOn }) => exemptedOn, keepTogether: true },
            { key: 'by', header: words.by, cell: ({ actorName }) => actorName },
          ]}
        />
      )}
      <Pager nextHref={next && address(next)} previousHref={previous && address(previous)} />
      {mayWrite ? <ExemptionForm page={loaderData} answer={actionData} /> : null}
    </>
  );
}

type ExemptionFormProps = {
  readonly page: Route.ComponentProps['loaderData'];
  readonly answer: Route.ComponentProps['actionData'];
};

function ExemptionForm({ page: { suggestions, criteria }, answer }: ExemptionFormProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <section aria-labelledby="exempt-heading" className="mt-8 print:hidden">
      <h2 id="exempt-heading" className="mb-2 text-std-18B-160">
        {words.exemptTitle}
      </h2>
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <TextField
          name="number"
          label={words.instructor}
          required
          hint={words.instructorHint}
          list="untrained"
          width="long"
          autoComplete="off"
          defaultValue={answer?.texts.number ?? ''}
          error={errorOf('number')}
        />
        <datalist id="untrained">
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
        <RadioField
          name="criterion"
          label={words.criterion}
          required
          options={criteria}
          defaultValue={answer?.texts.criterion}
          error={errorOf('criterion')}
        />
        <TextArea
          name="reason"
          label={words.reason}
          required
          hint={words.reasonHint}
          rows={2}
          defaultValue={answer?.texts.reason ?? ''}
          error={errorOf('reason')}
        />
        <div>
          <Button variant="solid">{words.exempt}</Button>
        </div>
      </Form>
    </section>
  );
}
