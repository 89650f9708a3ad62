import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { recordWords } from '#record/web/text.ts';
import { mergeText as words } from '../merge-text.ts';
import { instructorText } from '../text.ts';
import type { Route } from './+types/instructor-merge.ts';
import { loadMergePage, takeMerge } from './merge-page.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: data.name, href: data.detailHref },
    { label: words.mergeTitle },
  ],
};

export const loader = staffPage(loadMergePage);

export const action = staffPage(takeMerge);

export default function InstructorMerge({ loaderData, actionData }: Route.ComponentProps) {
  const { name, number, problem, comparison, detailHref } = loaderData;
  return (
    <>
      <PageHeader
        title={words.mergeTitle}
        lead={words.mergeLead(name)}
        hasErrors={problem !== undefined || actionData !== undefined}
      />
      <ErrorSummary
        errors={actionData?.errors ?? (problem === undefined ? [] : [{ name: 'with', message: problem }])}
      />
      {comparison ? (
        <Comparison comparison={comparison} answer={actionData} detailHref={detailHref} />
      ) : (
        <Form method="get" noValidate className="flex max-w-3xl flex-col gap-4">
          <TextField
            name="with"
            label={words.otherNumber}
            required
            hint={words.otherNumberHint}
            defaultValue={number}
            error={problem}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="solid">{words.showOther}</Button>
            <ButtonLink variant="text" href={detailHref}>
              {recordWords.cancel}
            </ButtonLink>
          </div>
        </Form>
      )}
    </>
  );
}

type ComparisonProps = {
  readonly comparison: NonNullable<Route.ComponentProps['loaderData']['comparison']>;
  readonly answer: Route.ComponentProps['actionData'];
  readonly detailHref: string;
};

/** What each record says and what will stand afterwards, above the confirmation (FRM-31). */
function Comparison({ comparison, answer, detailHref }: ComparisonProps) {
  const { survivor, other, rows, swapHref, key } = comparison;
  return (
    <>
      <DataTable
        caption={words.mergeTitle}
        captionHidden
        dense
        rows={rows}
        rowKey={({ header }) => header}
        columns={[
          { key: 'field', header: words.field, cell: ({ header }) => header, rowHeader: true, keepTogether: true },
          { key: 'kept', header: words.kept(survivor.number), cell: ({ cells }) => cells[0] || recordWords.blank },
          { key: 'given', header: words.given(other.number), cell: ({ cells }) => cells[1] || recordWords.blank },
          { key: 'result', header: words.result, cell: ({ cells }) => <b>{cells[2]}</b> },
        ]}
      />
      <p className="my-4">
        <a href={swapHref}>{words.swap}</a>
      </p>
      <div className="max-w-3xl">
        <Notification kind="warning" title={words.warning}>
          {words.warningLead}
        </Notification>
        <Form method="post" noValidate data-once className="mt-6 flex flex-col gap-4">
          <input type="hidden" name="idempotency-key" value={key} />
          <input type="hidden" name="version" value={survivor.version} />
          <input type="hidden" name="other" value={other.id} />
          <input type="hidden" name="other-version" value={other.version} />
          <TextField
            name="reason"
            label={words.why}
            required
            hint={words.whyHint}
            defaultValue={answer?.reason ?? ''}
            error={answer?.errors.find((error) => error.name === 'reason')?.message}
            width="full"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="solid">{words.merge}</Button>
            <ButtonLink variant="text" href={detailHref}>
              {recordWords.cancel}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}
