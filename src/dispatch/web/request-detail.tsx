import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { applicationFields } from '../domain/request-application.ts';
import { requestFields } from '../domain/request-fields.ts';
import { applicationGroups, nextStepText, requestGroups, requestText as words } from '../text.ts';
import type { Route } from './+types/request-detail.ts';
import { RequestJudgement } from './request-judgement.tsx';
import { loadRequestPage } from './request-page.server.ts';
import { NextSteps, Procedure, RequestStepForm, RequestSteps, stageTone } from './request-standing.tsx';
import { takeRequestStep } from './take-request-step.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('requests') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(loadRequestPage);

export const action = staffPage(takeRequestStep);

export default function RequestDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { view, form, status, open, organization, pageHref, editHref, deleteHref, candidatesHref } = loaderData;
  const errors = actionData?.errors ?? [];
  const isChoosing = status === 'open' && !loaderData.hasEnded;
  return (
    <>
      <PageHeader
        title={`${words.title} ${view.label}`}
        status={<ChipLabel tone={stageTone(loaderData.stage)}>{loaderData.stageName}</ChipLabel>}
        lead={loaderData.hasEnded ? undefined : nextStepText(status, open)}
        hasErrors={errors.length > 0}
        action={
          <>
            {candidatesHref && isChoosing ? (
              <ButtonLink variant="solid" href={candidatesHref}>
                {words.chooseInstructor}
              </ButtonLink>
            ) : null}
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <RequestSteps page={loaderData} />
      {form ? <RequestStepForm form={form} answer={actionData} cancelHref={pageHref} /> : null}
      {errors.length > 0 && !form ? (
        <div className="mb-6">
          <Notification kind="error" title={errors.map(({ message }) => message).join('')} announce />
        </div>
      ) : null}
      {loaderData.isEarly ? (
        <div className="mb-6">
          <Notification kind="warning" title={words.earlyTitle}>
            {words.earlyLead}
          </Notification>
        </div>
      ) : null}
      {loaderData.origin ? (
        <div className="mb-6">
          <Notification kind="info" title={loaderData.origin.title}>
            <a href={loaderData.origin.href}>{loaderData.origin.open}</a>
          </Notification>
        </div>
      ) : null}
      <NextSteps page={loaderData} />
      <RequestVisits visits={loaderData.visits} newHref={loaderData.newVisitHref} />
      <LinkSection title={words.papers} links={loaderData.papers} />
      <RequestJudgement shown={loaderData.judgement} rulesHref={loaderData.rulesHref} />
      <RecordDetails
        fields={requestFields}
        groups={requestGroups}
        texts={view.texts}
        terms={{ organizationNumber: words.organization, placeMunicipalityCode: words.place }}
        shown={{
          organizationNumber: (
            <>
              <a href={organization.href}>{organization.name}</a>（{view.texts['organizationNumber']}）
            </>
          ),
          placeMunicipalityCode: loaderData.place,
          receivedOn: loaderData.receivedOn,
          candidateDates: loaderData.candidateDates,
          ...(view.texts['content']
            ? { content: <span className="whitespace-pre-wrap">{view.texts['content']}</span> }
            : {}),
        }}
      />
      <RecordDetails fields={applicationFields} groups={listTold(view.texts)} texts={view.texts} />
      <Procedure page={loaderData} />
      <RecordHistory history={view.history} />
    </>
  );
}

/** Only the groups of the papers in which something stands. */
function listTold(texts: Readonly<Record<string, string>>) {
  return applicationGroups.filter(({ keys }) => keys.some((key) => texts[key]));
}

type RequestVisitsProps = {
  readonly visits: Route.ComponentProps['loaderData']['visits'];
  readonly newHref: string | undefined;
};

function RequestVisits({ visits, newHref }: RequestVisitsProps) {
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.visits}</h2>
      {visits.length === 0 ? (
        <EmptyState title={words.noVisits}>{words.noVisitsLead}</EmptyState>
      ) : (
        <DataTable
          caption={words.visits}
          captionHidden
          dense
          rows={visits}
          rowKey={(row) => row.id}
          columns={[
            { key: 'day', header: words.day, cell: (row) => row.day, keepTogether: true },
            { key: 'time', header: words.time, cell: (row) => row.time, keepTogether: true },
            {
              key: 'number',
              header: words.visitNumber,
              cell: (row) => <a href={row.href}>{row.number}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'instructors', header: words.instructors, cell: (row) => row.instructorNames.join('、') },
            { key: 'trainees', header: words.trainees, cell: (row) => `${row.trainees}人`, align: 'end' },
            { key: 'status', header: words.visitStatus, cell: (row) => row.statusLabel, keepTogether: true },
          ]}
        />
      )}
      {newHref ? (
        <div className="mt-2">
          <ButtonLink variant="text" href={newHref}>
            {words.addVisit}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
