import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { uiText } from '#ui/text.ts';
import { adoptText as words } from '../adopt-text.ts';
import { boardText } from '../board-text.ts';
import { planText } from '../text.ts';
import type { Route } from './+types/adopt.ts';
import { loadAdoptPage, takeAdoption, type AdoptAnswer } from './adopt-page.server.ts';
import { DroppedVisits } from './dropped-visits.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: planText.title, href: href('assignment') },
    { label: data.planName, href: data.planHref },
    { label: words.title },
  ],
};

export const loader = staffPage(loadAdoptPage);

export const action = staffPage(takeAdoption);

export default function Adopt({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, planHref } = loaderData;
  if (actionData?.result) return <Result result={actionData.result} page={loaderData} />;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <DroppedVisits visits={loaderData.dropped} />
      {rows.length === 0 ? (
        <EmptyState title={words.nothingTitle} actions={<ButtonLink href={planHref}>{words.back}</ButtonLink>}>
          {words.nothing}
        </EmptyState>
      ) : (
        <AdoptForm page={loaderData} answer={actionData} />
      )}
    </>
  );
}

function AdoptForm({ page, answer }: { readonly page: Page; readonly answer: AdoptAnswer | undefined }) {
  const { rows, sessions, key, answerBy, planHref } = page;
  return (
    <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-6">
      <input type="hidden" name="idempotency-key" value={key} />
      {rows.map(({ id }) => (
        <input key={id} type="hidden" name="request" value={id} />
      ))}
      <DataTable
        caption={words.targetText(rows.length, sessions)}
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'request',
            header: boardText.request,
            rowHeader: true,
            cell: ({ href, number, hostName }) => (
              <>
                <a href={href}>{number}</a>　{hostName}
              </>
            ),
          },
          {
            key: 'stage',
            header: words.stage,
            cell: ({ stage, isTooEarly }) => (
              <>
                {stage}
                {isTooEarly ? (
                  <span className="block">
                    <ChipLabel tone="attention">{words.tooEarly}</ChipLabel>
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'sessions',
            header: words.sessions,
            cell: ({ lines }) => (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <RadioField
        name="way"
        label={words.way}
        required
        options={[
          { value: 'offer', label: words.offer, note: words.offerNote },
          { value: 'visit', label: words.visit, note: words.visitNote },
        ]}
        defaultValue={answer?.way ?? 'offer'}
      />
      <DateField
        name="answerBy"
        label={words.answerBy}
        required={false}
        hint={`${words.answerByHint}。${uiText.dateExample}`}
        defaultValue={answer?.answerBy ?? answerBy}
        error={answer?.errors.find(({ name }) => name === 'answerBy')?.message}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid">{words.confirm}</Button>
        <ButtonLink variant="text" href={planHref}>
          {uiText.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}

type ResultProps = { readonly result: NonNullable<AdoptAnswer['result']>; readonly page: Page };

function Result({ result: { adopted, refused }, page: { planHref, dropped } }: ResultProps) {
  return (
    <>
      <PageHeader title={words.resultTitle} />
      <div className="mb-6">
        <Notification
          kind={refused.length === 0 ? 'success' : adopted.length === 0 ? 'error' : 'warning'}
          title={words.resultText(adopted.length, refused.length)}
          actions={<ButtonLink href={planHref}>{words.back}</ButtonLink>}
          announce
        />
      </div>
      <DroppedVisits visits={dropped} />
      {refused.length > 0 ? (
        <div className="mb-6">
          <DataTable
            caption={words.refused}
            dense
            rows={refused}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'request',
                header: boardText.request,
                cell: ({ href, label }) => <a href={href}>{label}</a>,
                rowHeader: true,
              },
              { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
            ]}
          />
        </div>
      ) : null}
      {adopted.length > 0 ? (
        <DataTable
          caption={words.adopted}
          dense
          rows={adopted}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'request',
              header: boardText.request,
              cell: ({ href, label }) => <a href={href}>{label}</a>,
              rowHeader: true,
            },
            {
              key: 'made',
              header: words.made,
              cell: ({ madeHref, made }) => <a href={madeHref}>{made}</a>,
            },
          ]}
        />
      ) : null}
    </>
  );
}
