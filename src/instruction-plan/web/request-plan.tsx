import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { planText as words } from '../text.ts';
import type { Route } from './+types/request-plan.ts';
import { loadPlanPage, takePlanVisits } from './plan-page.server.ts';
import { planTones } from './plan-tones.ts';

type Page = Route.ComponentProps['loaderData'];
type Plan = NonNullable<Page['open']>;

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title },
  ],
};

export const loader = staffPage(loadPlanPage);

export const action = staffPage(takePlanVisits);

export default function RequestPlan({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const { open, decided, editHref, editLabel, decisionHref, documentHref } = page;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={`${page.request.number}　${page.request.host}　${page.stage}。${page.next}`}
        hasErrors={errors.length > 0}
        action={
          <>
            {editHref ? (
              <ButtonLink variant={open ? 'outline' : 'solid'} href={editHref}>
                {editLabel}
              </ButtonLink>
            ) : null}
            {open ? (
              <ButtonLink variant="solid" href={decisionHref}>
                {open.state === 'draft' ? words.propose : words.decision}
              </ButtonLink>
            ) : decided ? (
              <ButtonLink href={decisionHref}>{words.decision}</ButtonLink>
            ) : null}
            {documentHref ? <ButtonLink href={documentHref}>{words.document}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      <Meetings page={page} />
      {open ? <PlanSection plan={open} heading={`${words.inWork}　${open.revision}`} /> : null}
      {decided ? <PlanSection plan={decided} heading={`${words.inForce}　${decided.revision}`} /> : null}
      {open || decided ? null : (
        <section className="mb-6">
          <h2 className="mb-2 text-std-18B-160">{words.plan}</h2>
          <EmptyState title={words.noPlan}>{words.noPlanLead}</EmptyState>
        </section>
      )}
      {page.versions.length > 1 ? <Versions page={page} /> : null}
    </>
  );
}

function Meetings({ page }: { readonly page: Page }) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-std-18B-160">{words.meetings}</h2>
      {page.meetings.length === 0 ? (
        <EmptyState title={words.noMeetings}>{words.noMeetingsLead}</EmptyState>
      ) : (
        page.meetings.map((meeting) => (
          <article key={meeting.id} className="mb-4">
            <h3 className="mb-1 flex flex-wrap items-center gap-x-4 text-std-16B-170">
              {`${meeting.day}　${meeting.means}`}
              {meeting.href ? (
                <a href={meeting.href} className="inline-flex min-h-11 items-center print:hidden">
                  {words.editMeeting}
                </a>
              ) : null}
            </h3>
            <DescriptionList
              items={[
                { term: '出席者', detail: <Lines text={meeting.present} /> },
                { term: '決めたこと', detail: <Lines text={meeting.agreed} /> },
                { term: '派遣先の用意', detail: meeting.hostPrepares && <Lines text={meeting.hostPrepares} /> },
                { term: words.recordedBy, detail: meeting.recordedBy },
              ]}
            />
          </article>
        ))
      )}
      {page.newMeetingHref ? (
        <div className="mt-2">
          <ButtonLink variant="text" href={page.newMeetingHref}>
            {words.newMeeting}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}

function Lines({ text }: { readonly text: string }) {
  return <span className="wrap-anywhere whitespace-pre-line">{text}</span>;
}

function PlanSection({ plan, heading }: { readonly plan: Plan; readonly heading: string }) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 flex flex-wrap items-center gap-3 text-std-18B-160">
        {heading}
        <ChipLabel tone={planTones[plan.state]}>{plan.stateText}</ChipLabel>
      </h2>
      {plan.moved === '' ? null : (
        <div className="mb-3">
          <Notification kind="warning" title={words.moved(plan.moved)}>
            {words.movedLead}
          </Notification>
        </div>
      )}
      <div className="mb-3">
        <DescriptionList
          columns={2}
          items={[
            { term: words.goal, detail: plan.goal },
            { term: words.materialTotal, detail: plan.total },
            { term: words.note, detail: plan.note && <Lines text={plan.note} /> },
            { term: words.draftedBy, detail: plan.draftedBy },
          ]}
        />
      </div>
      <Sessions plan={plan} />
      {plan.mayMakeVisits && plan.unplanned > 0 ? (
        <Form method="post" data-once className="mt-3 print:hidden">
          <input type="hidden" name="plan" value={plan.id} />
          <Button>{words.makeVisits(plan.unplanned)}</Button>
        </Form>
      ) : null}
    </section>
  );
}

function Sessions({ plan }: { readonly plan: Plan }) {
  return (
    <DataTable
      caption={words.sessions}
      dense
      folds
      rows={plan.sessions}
      rowKey={({ key }) => key}
      columns={[
        { key: 'no', header: words.no, cell: ({ no }) => no, rowHeader: true, keepTogether: true },
        {
          key: 'day',
          header: words.day,
          cell: ({ day, hours }) => (
            <>
              <span className="whitespace-nowrap">{day}</span> <span className="whitespace-nowrap">{hours}</span>
            </>
          ),
        },
        { key: 'place', header: words.place, cell: ({ place }) => place },
        { key: 'content', header: words.content, cell: ({ content }) => <Lines text={content} /> },
        { key: 'material', header: words.material, cell: ({ material }) => material },
        { key: 'instructor', header: words.instructor, cell: ({ instructor }) => instructor },
        {
          key: 'visit',
          header: words.visit,
          cell: ({ visitHref }) => (visitHref ? <a href={visitHref}>{words.hasVisit}</a> : words.noVisit),
          keepTogether: true,
        },
      ]}
    />
  );
}

function Versions({ page }: { readonly page: Page }) {
  return (
    <section className="mb-6">
      <DataTable
        caption={words.versions}
        dense
        folds
        rows={page.versions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'revision', header: words.version, cell: ({ revision }) => revision, rowHeader: true },
          {
            key: 'state',
            header: words.state,
            cell: ({ state, stateText }) => <ChipLabel tone={planTones[state]}>{stateText}</ChipLabel>,
          },
          { key: 'draftedBy', header: words.draftedBy, cell: ({ draftedBy }) => draftedBy },
          { key: 'updatedAt', header: words.updatedAt, cell: ({ updatedAt }) => updatedAt, keepTogether: true },
        ]}
      />
    </section>
  );
}
