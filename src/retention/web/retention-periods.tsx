import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { retentionKinds } from '../domain/retention-period.ts';
import { retentionText as words } from '../text.ts';
import type { Route } from './+types/retention-periods.ts';
import { loadPeriodForm, takePeriod } from './retention-page.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('retention') },
    { label: words.setPeriod },
  ],
};
export const loader = staffPage(async (call) => loadPeriodForm(call));
export const action = staffPage(takePeriod);

const kindOptions = retentionKinds.map((value) => ({ value, label: words.kinds[value] }));

export default function RetentionPeriods({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const field = (name: string) => ({
    name,
    required: true,
    autoComplete: 'off',
    defaultValue: actionData?.texts[name] ?? '',
    error: errors.find((error) => error.name === name)?.message,
  });
  return (
    <>
      <PageHeader title={words.setPeriod} lead={words.periodsLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Form method="post" data-once noValidate className="flex max-w-3xl flex-col gap-4">
        <SelectField {...field('kind')} label={words.kind} options={kindOptions} />
        <TextField {...field('fromYear')} label={words.fromYear} hint={words.fromYearHint} />
        <TextField {...field('years')} label={words.years} width="short" unit="年" inputMode="numeric" />
        <TextField {...field('source')} label={words.source} hint={words.sourceHint} width="full" />
        <div className="flex flex-wrap gap-4">
          <Button variant="solid">{words.save}</Button>
          <ButtonLink href={loaderData.listHref}>{words.cancel}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
