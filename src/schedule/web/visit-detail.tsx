import { formatSlashDate } from '#kernel/japanese-era.ts';
import { programs } from '#dispatch/domain/program.ts';
import { isPlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isOutreach } from '#outreach/domain/outreach-kind.ts';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView } from '#record/web/record-pages.server.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { closeVisit, type ClosingAnswer } from './close-visit-form.server.ts';
import { dayWarningOfText } from '../domain/day-warning.ts';
import { visitFields } from '../domain/visit-fields.ts';
import { visitStatuses } from '../domain/visit-status.ts';
import { listTravelClashes } from '../travel-clash-queries.server.ts';
import { travelClashText } from '../travel-text.ts';
import { nextText, visitGroups, visitText as words } from '../text.ts';
import { getVisitLinks } from '../visit-form-queries.server.ts';
import { listVisitReplies } from '../visit-reply-queries.server.ts';
import { countRosterOf } from '../roster-queries.server.ts';
import { listAttendants } from '../visit-attendant-queries.server.ts';
import { findCoordinator, listCoordinators } from '../visit-coordinator-queries.server.ts';
import { listVisitEvents } from '../visit-event-queries.server.ts';
import { visitRecords } from '../visit-records.server.ts';
import type { Route } from './+types/visit-detail.ts';
import { Attendants } from './attendants.tsx';
import { CloseVisit } from './close-visit.tsx';
import { Coordinator } from './coordinator.tsx';
import { DayNotice } from './day-notice.tsx';
import { TravelNotice } from './travel-notice.tsx';
import { showVisitEvent, VisitEvents } from './visit-events.tsx';
import { showReply, VisitReplies } from './visit-replies.tsx';
import { VisitRoster } from './visit-roster.tsx';
import { VisitStatusChip } from './visit-status-chip.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('visits') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, url, href } = call;
  const view = await loadRecordView(call, visitRecords);
  const { organization, request, instructors } = await getVisitLinks(ctx, view.id);
  const replies = await listVisitReplies(ctx, view.id);
  const may = (permission: 'visit.write' | 'visit.delete' | 'visit.reply' | 'roster.read') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const day = view.texts['visitOn'] ?? '';
  const status = visitStatuses.find(({ label }) => label === view.texts['status'])?.code ?? 'planned';
  return {
    view,
    status,
    organization: { name: organization.name, href: href(`organizations/${organization.id}`) },
    request: request && { number: request.number, href: href(`requests/${request.id}`) },
    instructors: instructors.map(({ id, number, name }) => ({ number, name, href: href(`instructors/${id}`) })),
    replies: replies.map(showReply),
    clashes: status === 'planned' && isPlainDate(day) ? await showClashes(call, { id: view.id, day }) : [],
    events: (await listVisitEvents(ctx, view.id)).map(showVisitEvent),
    replyHref:
      may('visit.reply') && status === 'planned' && day >= ctx.today() ? href(`visits/${view.id}/reply`) : undefined,
    coordinator: await findCoordinator(ctx, view.id),
    coordinators: may('visit.write') ? await listCoordinators(ctx) : [],
    attendants: await listAttendants(ctx, view.id),
    roster: await countRosterOf(ctx, view.id),
    rosterHref: may('roster.read') ? href(`visits/${view.id}/roster`) : undefined,
    canClose: may('visit.write') && status === 'planned',
    cancels: url.searchParams.get('close') === 'cancel',
    next: nextText(status, { day, today: ctx.today() }),
    isDue: day <= ctx.today(),
    outreachHref: isOutreach(programOfLabel(view.texts['program'])) ? href(`outreach/${view.id}`) : undefined,
    papers: status === 'cancelled' ? [] : listPapers(call, view.id),
    surveyHref: status === 'cancelled' ? undefined : href(`visits/${view.id}/survey`),
    editHref: may('visit.write') ? href(`visits/${view.id}/edit`) : undefined,
    deleteHref: may('visit.delete') ? href(`visits/${view.id}/delete`) : undefined,
  };
});

/** Other visits of the day that leave no time to travel. */
async function showClashes({ ctx, href }: StaffCall, { id, day }: { readonly id: string; readonly day: PlainDate }) {
  const clashes = (await listTravelClashes(ctx, { from: day, to: day })).get(id) ?? [];
  return clashes.map((clash) => ({
    text: travelClashText(clash),
    number: clash.other.number,
    href: href(`visits/${clash.other.id}`),
  }));
}

/** The papers of a visit; the roster for those who may read it. */
function listPapers({ ctx, href }: StaffCall, visitId: string) {
  const mayList = isAllowed(ctx.actor, 'roster.read', { corner: ctx.corner });
  return recordLetterLinks('visit', visitId, href).filter(({ kind }) => mayList || kind !== 'trainee-roster');
}

export const action = staffPage(closeVisit);

function programOfLabel(label: string | undefined): string {
  return programs.find((program) => program.label === label)?.code ?? '';
}

/** The forms that stand beside those of a planned visit. */
function isAside(intent: ClosingAnswer['intent']): boolean {
  return intent === 'coordinator' || intent === 'attendants' || intent === 'reason';
}

export default function VisitDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { view, status, canClose, isDue, editHref, deleteHref, replies, replyHref } = loaderData;
  const errorOf = (intent: ClosingAnswer['intent']) =>
    actionData?.intent === intent ? actionData.errors[0]?.message : undefined;
  const day = view.texts['visitOn'] ?? '';
  return (
    <>
      <PageHeader
        title={`${words.title} ${view.label}`}
        status={<VisitStatusChip status={status} label={view.texts['status'] ?? ''} />}
        lead={loaderData.next}
        hasErrors={actionData !== undefined}
        action={
          <>
            {loaderData.outreachHref ? <ButtonLink href={loaderData.outreachHref}>{words.outreach}</ButtonLink> : null}
            {loaderData.surveyHref ? <ButtonLink href={loaderData.surveyHref}>{words.survey}</ButtonLink> : null}
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      {status === 'planned' ? <DayNotice warning={dayWarningOfText(day)} /> : null}
      <TravelNotice clashes={loaderData.clashes} />
      {canClose ? (
        <CloseVisit
          version={view.version}
          visitOn={isDue ? day.replaceAll('-', '/') : ''}
          lead={isDue ? words.holdLead : words.holdEarlyLead}
          trainees={view.texts['trainees'] ?? ''}
          hours={{ startsAt: view.texts['startsAt'] ?? '', endsAt: view.texts['endsAt'] ?? '' }}
          cancels={loaderData.cancels}
          answer={actionData && isAside(actionData.intent) ? undefined : actionData}
        />
      ) : null}
      {status === 'planned' ? <VisitReplies replies={replies} replyHref={replyHref} /> : null}
      <Coordinator current={loaderData.coordinator} choices={loaderData.coordinators} error={errorOf('coordinator')} />
      <Attendants current={loaderData.attendants} choices={loaderData.coordinators} error={errorOf('attendants')} />
      {status === 'cancelled' && loaderData.roster.listed === 0 ? null : (
        <VisitRoster count={loaderData.roster} href={loaderData.rosterHref} />
      )}
      <VisitEvents events={loaderData.events} mayName={loaderData.coordinators.length > 0} error={errorOf('reason')} />
      <VisitFields {...loaderData} />
      <LinkSection title={words.papers} links={loaderData.papers} />
      <RecordHistory history={view.history} />
    </>
  );
}

type VisitFieldsProps = Pick<Route.ComponentProps['loaderData'], 'view' | 'organization' | 'request' | 'instructors'>;

function VisitFields({ view, organization, request, instructors }: VisitFieldsProps) {
  const day = view.texts['visitOn'] ?? '';
  return (
    <RecordDetails
      fields={visitFields}
      groups={visitGroups}
      texts={view.texts}
      terms={{ organizationNumber: words.organization, instructorNumbers: words.instructors }}
      shown={{
        organizationNumber: (
          <>
            <a href={organization.href}>{organization.name}</a>（{view.texts['organizationNumber']}）
          </>
        ),
        ...(isPlainDate(day) ? { visitOn: formatSlashDate(day) } : {}),
        ...(request ? { requestNumber: <a href={request.href}>{request.number}</a> } : {}),
        instructorNumbers: (
          <ul>
            {instructors.map(({ number, name, href }) => (
              <li key={number}>
                <a href={href}>{name}</a>（{number}）
              </li>
            ))}
          </ul>
        ),
      }}
    />
  );
}
