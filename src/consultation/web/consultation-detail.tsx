import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { loadRecordView, recordHrefs } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getConsultationLinks } from '../consultation-queries.server.ts';
import { consultationRecords } from '../consultation-records.server.ts';
import { consultationFields } from '../domain/consultation-fields.ts';
import { consultationState, isFollowUpDue } from '../domain/consultation.ts';
import { consultationGroups, consultationText as words, nextOfConsultation } from '../text.ts';
import type { Route } from './+types/consultation-detail.ts';
import { ConsultationStateChip } from './consultation-state-chip.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('consultations') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  const view = await loadRecordView(call, consultationRecords);
  const { organization, request } = await getConsultationLinks(ctx, view.id);
  const followUpOn = view.texts['followUpOn'] || null;
  const outcome = view.texts['outcome'] || null;
  const state = consultationState({ followUpOn, outcome, hasRequest: request !== undefined });
  const hrefs = recordHrefs(call, { records: consultationRecords, path: 'consultations' });
  const mayRequest = isAllowed(ctx.actor, 'request.write', { corner: ctx.corner });
  const day = (key: string) => (view.texts[key] ? formatSlashDate(plainDate(view.texts[key])) : '');
  return {
    view,
    state,
    isDue: isFollowUpDue(state, followUpOn, ctx.today()),
    receivedOn: day('receivedOn'),
    followUpOn: day('followUpOn'),
    organization: organization && { name: organization.name, href: href(`organizations/${organization.id}`) },
    request: request && { number: request.number, href: href(`requests/${request.id}`) },
    requestHref: mayRequest && !request ? href(`consultations/${view.id}/request`) : undefined,
    editHref: hrefs.editHref(view.id),
    deleteHref: hrefs.deleteHref(view.id),
  };
});

export default function ConsultationDetail({ loaderData }: Route.ComponentProps) {
  const { view, state, isDue, followUpOn, requestHref, editHref, deleteHref } = loaderData;
  return (
    <>
      <PageHeader
        title={`${words.title} ${view.label}`}
        status={<ConsultationStateChip state={state} isDue={isDue} />}
        lead={nextOfConsultation(state, { day: followUpOn, isDue })}
        action={
          <>
            {requestHref ? (
              <ButtonLink variant="solid" href={requestHref}>
                {words.makeRequest}
              </ButtonLink>
            ) : null}
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <CameOfIt request={loaderData.request} />
      <RecordDetails
        fields={consultationFields}
        groups={consultationGroups}
        texts={view.texts}
        terms={{ organizationNumber: words.organization }}
        shown={showValues(loaderData)}
      />
      <RecordHistory history={view.history} />
    </>
  );
}

function CameOfIt({ request }: { readonly request: { readonly number: string; readonly href: string } | undefined }) {
  if (!request) return null;
  return (
    <div className="mb-6">
      <Notification kind="info" title={words.requestMade(request.number)}>
        <a href={request.href}>{words.openRequest}</a>
      </Notification>
    </div>
  );
}

/** Links, days and lines as people read them; what is blank is left to the list of values. */
function showValues({ view, organization, receivedOn, followUpOn }: Route.ComponentProps['loaderData']) {
  const lines = (key: string) =>
    view.texts[key] ? { [key]: <span className="whitespace-pre-wrap">{view.texts[key]}</span> } : {};
  return {
    ...lines('detail'),
    ...lines('advice'),
    ...lines('outcome'),
    receivedOn,
    topics: (view.texts['topics'] ?? '').replaceAll(';', '、'),
    ...(followUpOn ? { followUpOn } : {}),
    ...(organization
      ? {
          organizationNumber: (
            <>
              <a href={organization.href}>{organization.name}</a>（{view.texts['organizationNumber']}）
            </>
          ),
        }
      : {}),
  };
}
