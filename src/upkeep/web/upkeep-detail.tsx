import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DateField } from '#ui/date-field.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { upkeepText as words } from '../text.ts';
import type { Route } from './+types/upkeep-detail.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { loadUpkeepPage, takeUpkeepForm } from './upkeep-page.server.ts';
import { upkeepTones } from './upkeep-tones.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('upkeep') },
    { label: data.title },
  ],
};

export const loader = staffPage(loadUpkeepPage);

export const action = (args: Route.ActionArgs) =>
  staffPage((call) => takeUpkeepForm(call, letterDeskOf(args).key))(args);

export default function UpkeepDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { title, number, state, stateText, next, enquiry, events, letters, commands } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={title}
        status={<ChipLabel tone={upkeepTones[state]}>{stateText}</ChipLabel>}
        lead={next}
        hasErrors={errors.length > 0}
        action={
          <>
            {letters.map(({ label, href }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
            <ButtonLink variant="text" href={loaderData.instructorHref}>
              {words.instructorPage}
            </ButtonLink>
          </>
        }
      />
      <ErrorSummary errors={errors} />
      <div className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.number, detail: number },
            { term: words.lastActivity, detail: loaderData.lastActivity },
            { term: words.lapse, detail: loaderData.reconfirmedOn || loaderData.lapse },
            { term: words.plannedVisits, detail: loaderData.plannedVisits },
            ...(loaderData.endedOn ? [{ term: words.endedOn, detail: loaderData.endedOn }] : []),
          ]}
        />
      </div>
      {commands.length > 0 ? <StepForm page={loaderData} answer={actionData} /> : null}
      {enquiry ? (
        <section className="mb-6">
          <h2 className="mb-2 text-std-18B-160">{words.enquiry}</h2>
          <DescriptionList
            columns={2}
            items={[
              { term: words.askedOn, detail: enquiry.askedOn },
              { term: words.expiresOn, detail: enquiry.expiresOn },
              { term: words.answer, detail: enquiry.answer },
              ...(enquiry.receipt ? [{ term: words.receipt, detail: enquiry.receipt }] : []),
              ...(enquiry.note ? [{ term: words.note, detail: enquiry.note }] : []),
            ]}
          />
        </section>
      ) : null}
      <section className="mb-6">
        <h2 className="mb-2 text-std-18B-160">{words.history}</h2>
        {events.length === 0 ? <p>{words.noHistory}</p> : <HistoryTimeline entries={events} />}
      </section>
    </>
  );
}

type StepFormProps = {
  readonly page: Route.ComponentProps['loaderData'];
  readonly answer: Route.ComponentProps['actionData'];
};

function StepForm({ page, answer }: StepFormProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <section
      aria-labelledby="step-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="step-heading" className="mb-2 text-std-18B-160">
        {words.proceedTitle}
      </h2>
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="version" value={page.version} />
        <SelectField
          name="command"
          label={words.command}
          required
          width="long"
          options={page.commands}
          defaultValue={answer?.texts['command'] ?? ''}
          error={errorOf('command')}
        />
        <DateField
          name="happenedOn"
          label={words.happenedOn}
          required
          hint={words.happenedOnHint}
          defaultValue={answer?.texts['happenedOn'] ?? page.today.replaceAll('-', '/')}
          error={errorOf('happenedOn')}
        />
        <TextArea
          name="reason"
          label={words.reason}
          required={false}
          hint={words.reasonHint}
          rows={2}
          limit={500}
          defaultValue={answer?.texts['reason'] ?? ''}
          error={errorOf('reason')}
        />
        <div>
          <Button variant="solid">{words.proceed}</Button>
        </div>
      </Form>
    </section>
  );
}
