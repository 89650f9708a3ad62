import { staffPage } from '#server/staff-page.server.ts';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { loadCandidatePage, takeAssignment } from './candidate-page.server.ts';
import { matchingText as words, sessionsText } from '../text.ts';
import type { Route } from './+types/candidate-list.ts';
import { AssignmentForm } from './assignment-form.tsx';
import { ExcludedTable, RankedTable } from './candidate-tables.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title },
  ],
};

export const loader = staffPage(loadCandidatePage);

export const action = staffPage(takeAssignment);

export default function CandidateList({ loaderData, actionData }: Route.ComponentProps) {
  const { request, ranked, excluded, choosing, mayAssign, pageHref } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.title} lead={words.rankedLead} hasErrors={errors.length > 0} />
      <div className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.host, detail: `${request.hostName}（${request.place}）` },
            { term: words.program, detail: `${request.program}・${request.trade}` },
            { term: words.sessions, detail: sessionsText(request) },
          ]}
        />
      </div>
      {request.open === 0 ? (
        <div className="mb-6">
          <Notification kind="info" title={words.full}>
            {words.fullLead}
          </Notification>
        </div>
      ) : null}
      {mayAssign && choosing ? (
        <AssignmentForm choosing={choosing} request={request} answer={actionData} cancelHref={pageHref} />
      ) : null}
      {errors.length > 0 && !choosing ? (
        <div className="mb-6">
          <Notification kind="error" title={errors.map(({ message }) => message).join('')} announce />
        </div>
      ) : null}
      <Ranked page={loaderData} />
      {excluded.length > 0 ? (
        <Disclosure summary={`${words.excluded}（${excluded.length}人）`} open={ranked.length === 0}>
          <p className="mb-2">{words.excludedLead}</p>
          <ExcludedTable rows={excluded} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Ranked({ page: { ranked, excluded, mayAssign, choosing } }: { readonly page: Page }) {
  if (ranked.length > 0) return <RankedTable rows={ranked} mayAssign={mayAssign} chosenId={choosing?.id} />;
  const nobody = excluded.length === 0;
  return (
    <EmptyState title={nobody ? words.nobody : words.none}>{nobody ? words.nobodyLead : words.noneLead}</EmptyState>
  );
}
