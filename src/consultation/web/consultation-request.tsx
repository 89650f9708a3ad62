import { applicationFields } from '#dispatch/domain/request-application.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import { requestEntries, type RequestEntry } from '#dispatch/request-entries.server.ts';
import { getRequestSuggestions } from '#dispatch/request-queries.server.ts';
import { applicationGroups, requestGroups } from '#dispatch/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import type { RecordUseCases } from '#record/record-use-cases.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getConsultationLinks } from '../consultation-queries.server.ts';
import { draftRequestOf, makeRequestOf } from '../make-request.server.ts';
import { consultationText as words } from '../text.ts';
import type { Route } from './+types/consultation-request.ts';

const fields = [...requestFields, ...applicationFields];
// The contact is already filled in: it is in sight, the other papers come later.
const groups = [
  ...requestGroups,
  ...applicationGroups.map((group, index) => (index === 0 ? group : { ...group, folded: true })),
];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('consultations') },
    { label: data.consultation.number, href: data.detailHref },
    { label: words.requestTitle },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, params, year, href } = call;
  requirePermission(ctx, 'request.write');
  const id = params['id'] ?? '';
  const { consultation, texts } = await draftRequestOf(ctx, { id, fiscalYear: year });
  const { request } = await getConsultationLinks(ctx, id);
  return {
    consultation,
    state: startForm(texts),
    suggestions: await getRequestSuggestions(ctx),
    detailHref: href(`consultations/${id}`),
    hostHref: href('organizations/new'),
    request: request && { number: request.number, href: href(`requests/${request.id}`) },
  };
});

/** Only the creation differs from any other request: it ties the consultation to what came of it. */
function recordsOf({ params }: StaffCall): RecordUseCases<RequestEntry> {
  return { ...requestEntries, create: (ctx, creation) => makeRequestOf(ctx, params['id'] ?? '', creation) };
}

export const action = staffPage((call) =>
  saveForm(call, { records: recordsOf(call), detailHref: (id) => call.href(`requests/${id}`) }),
);

export default function ConsultationRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { consultation, request, detailHref } = loaderData;
  if (request) {
    return (
      <>
        <PageHeader title={words.requestTitle} />
        <Notification kind="info" title={words.alreadyTitle}>
          {words.requestMade(request.number)} <a href={request.href}>{words.openRequest}</a>
        </Notification>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={words.requestTitle}
        lead={words.requestLead(consultation.number)}
        hasErrors={actionData !== undefined}
      />
      <RecordForm
        fields={fields}
        groups={groups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.registerRequest}
        cancelHref={detailHref}
        suggestions={loaderData.suggestions}
      >
        {consultation.hasHost ? null : (
          <div className="mb-6">
            <Notification
              kind="warning"
              title={words.noHostTitle}
              actions={<ButtonLink href={loaderData.hostHref}>{words.registerHost}</ButtonLink>}
            >
              {words.noHostLead(consultation.clientName)}
            </Notification>
          </div>
        )}
      </RecordForm>
    </>
  );
}
