import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView } from '#record/web/record-pages.server.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StepNavigation, type Step } from '#ui/step-navigation.tsx';
import { applicationFields } from '../domain/request-application.ts';
import { requestFields } from '../domain/request-fields.ts';
import { openSessions, requestStatus, type RequestStatus } from '../domain/request-status.ts';
import { beginsBeforeReceipt } from '../domain/request.ts';
import { getRequestProgress } from '../request-queries.server.ts';
import { judgeStoredRequest } from '../judge-stored-request.server.ts';
import { requestEntries } from '../request-entries.server.ts';
import {
  applicationGroups,
  nextStepText,
  requestGroups,
  requestSteps,
  requestText as words,
  visitStatusNames,
  windowsText,
} from '../text.ts';
import type { Route } from './+types/request-detail.ts';
import { RequestJudgement, showJudgement } from './request-judgement.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('requests') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  const view = await loadRecordView(call, requestEntries);
  const progress = await getRequestProgress(ctx, view.id);
  const count = (status: string) => progress.visits.filter((visit) => visit.status === status).length;
  const counts = { wished: progress.wished, planned: count('planned'), held: count('held') };
  const may = (permission: 'visit.write' | 'request.write' | 'request.delete' | 'matching.rank') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const judgement = await judgeStoredRequest(ctx, view.id);
  return {
    judgement: showJudgement(judgement),
    rulesHref: href('requests/rules'),
    view,
    counts,
    status: requestStatus(counts),
    open: openSessions(counts),
    isEarly: beginsBeforeReceipt(progress),
    receivedOn: formatSlashDate(progress.receivedOn),
    candidateDates: windowsText(progress.candidateDates),
    organization: { name: progress.organizationName, href: href(`organizations/${progress.organizationId}`) },
    place: findMunicipality(progress.placeMunicipalityCode)?.name ?? progress.placeMunicipalityCode,
    visits: progress.visits.map((visit) => ({
      ...visit,
      day: formatSlashDate(plainDate(visit.visitOn)),
      time: [visit.startsAt, visit.endsAt].filter(Boolean).join('〜'),
      statusLabel: visitStatusNames[visit.status] ?? visit.status,
      href: href(`visits/${visit.id}`),
    })),
    newVisitHref: may('visit.write')
      ? href(`visits/new?request=${encodeURIComponent(view.texts['number'] ?? '')}`)
      : undefined,
    editHref: may('request.write') ? href(`requests/${view.id}/edit`) : undefined,
    deleteHref: may('request.delete') ? href(`requests/${view.id}/delete`) : undefined,
    candidatesHref: may('matching.rank') ? href(`requests/${view.id}/candidates`) : undefined,
  };
});

export default function RequestDetail({ loaderData }: Route.ComponentProps) {
  const {
    view,
    receivedOn,
    candidateDates,
    status,
    open,
    isEarly,
    organization,
    place,
    editHref,
    deleteHref,
    candidatesHref,
  } = loaderData;
  return (
    <>
      <PageHeader
        title={`${words.title} ${view.label}`}
        lead={nextStepText(status, open)}
        action={
          <>
            {candidatesHref && status === 'open' ? (
              <ButtonLink variant="solid" href={candidatesHref}>
                {words.chooseInstructor}
              </ButtonLink>
            ) : null}
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <div className="mb-6 max-w-3xl">
        <StepNavigation label={words.steps} steps={listSteps(loaderData)} />
      </div>
      {isEarly ? (
        <div className="mb-6">
          <Notification kind="warning" title={words.earlyTitle}>
            {words.earlyLead}
          </Notification>
        </div>
      ) : null}
      <RequestVisits visits={loaderData.visits} newHref={loaderData.newVisitHref} />
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
          placeMunicipalityCode: place,
          receivedOn,
          candidateDates,
          ...(view.texts['content']
            ? { content: <span className="whitespace-pre-wrap">{view.texts['content']}</span> }
            : {}),
        }}
      />
      <RecordDetails fields={applicationFields} groups={listTold(view.texts)} texts={view.texts} />
      <RecordHistory history={view.history} />
    </>
  );
}

/** Only the groups of the papers in which something stands. */
function listTold(texts: Readonly<Record<string, string>>) {
  return applicationGroups.filter(({ keys }) => keys.some((key) => texts[key]));
}

/** 受付 → 割当 → 実施 → 完了, with how many visits stand where. */
function listSteps({ receivedOn, counts, status }: Route.ComponentProps['loaderData']): readonly Step[] {
  const { wished, planned, held } = counts;
  const states: Record<RequestStatus, readonly [Step['state'], Step['state'], Step['state']]> = {
    open: ['reached', 'upcoming', 'upcoming'],
    assigned: ['completed', 'reached', 'upcoming'],
    done: ['completed', 'completed', 'completed'],
  };
  const [assigned, holding, done] = states[status];
  return [
    { label: requestSteps.received, state: 'completed', note: receivedOn },
    {
      label: requestSteps.assigned,
      state: assigned,
      current: status === 'open',
      note: `${planned + held}/${wished}回`,
    },
    { label: requestSteps.held, state: holding, current: status === 'assigned', note: `${held}/${wished}回` },
    { label: requestSteps.done, state: done, current: status === 'done' },
  ];
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
