import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { certificationText, intakeText as words } from '../page-text.ts';
import type { Route } from './+types/intake.ts';
import { loadIntakePage, takeIntake, type IntakeAnswer } from './intake-page.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: certificationText.title, href: href('certifications') },
    { label: words.title },
  ],
};

export const loader = staffPage(loadIntakePage);

export const action = staffPage(takeIntake);

export default function Intake({ loaderData, actionData }: Route.ComponentProps) {
  const { open, suspensions, mayManage } = loaderData;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={actionData !== undefined} />
      <div className="mb-6">
        {open ? (
          <Notification kind="warning" title={certificationText.suspended(open.since)}>
            {certificationText.suspendedLead(open.reason)}
          </Notification>
        ) : (
          <Notification kind="info" title={words.open}>
            {words.openLead}
          </Notification>
        )}
      </div>
      {mayManage ? <IntakeForm stopped={open !== undefined} today={loaderData.today} answer={actionData} /> : null}
      <h2 className="text-std-18B-160 mb-2">{words.past}</h2>
      {suspensions.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <DataTable
          caption={words.past}
          captionHidden
          dense
          folds
          rows={suspensions}
          rowKey={({ key }) => key}
          columns={[
            { key: 'since', header: words.since, cell: ({ since }) => since, rowHeader: true, keepTogether: true },
            { key: 'until', header: words.until, cell: ({ until }) => until, keepTogether: true },
            { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </>
  );
}

type IntakeFormProps = {
  readonly stopped: boolean;
  readonly today: string;
  readonly answer: IntakeAnswer | undefined;
};

function IntakeForm({ stopped, today, answer }: IntakeFormProps) {
  const errors = answer?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Form method="post" noValidate data-density="compact" data-once className="mb-6 flex max-w-3xl flex-col gap-4">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="act" value={stopped ? 'resume' : 'suspend'} />
      <DateField
        name="day"
        label={stopped ? words.resumedOn : words.since}
        required
        hint={stopped ? words.resumedOnHint : words.sinceHint}
        defaultValue={answer?.texts['day'] ?? today}
        error={errorOf('day')}
      />
      {stopped ? null : (
        <TextField
          name="reason"
          label={words.reason}
          required
          hint={words.reasonHint}
          width="full"
          autoComplete="off"
          defaultValue={answer?.texts['reason'] ?? ''}
          error={errorOf('reason')}
        />
      )}
      <div>
        <Button variant="solid">{stopped ? words.resume : words.stop}</Button>
      </div>
    </Form>
  );
}
