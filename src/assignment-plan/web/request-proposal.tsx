import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { boardText } from '../board-text.ts';
import { requestText as words } from '../request-text.ts';
import { planText } from '../text.ts';
import type { Route } from './+types/request-proposal.ts';
import { PostForm } from './post-form.tsx';
import { loadRequestProposal, takeRequestStep } from './request-page.server.ts';
import { SessionCard } from './session-card.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: planText.title, href: href('assignment') },
    { label: data.planName, href: data.planHref },
    { label: data.request.number },
  ],
};

export const loader = staffPage(loadRequestProposal);

export const action = staffPage(takeRequestStep);

export default function RequestProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { request, planName, sessions, unplaced, visits, adoptHref } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${request.number}　${request.hostName}`}
        lead={words.lead}
        hasErrors={errors.length > 0}
        action={
          adoptHref === undefined ? null : (
            <ButtonLink variant="solid" href={adoptHref}>
              {words.adopt}
            </ButtonLink>
          )
        }
      />
      {errors.map(({ message }) => (
        <div key={message} className="mb-4">
          <Notification kind="error" title={message} announce />
        </div>
      ))}
      <div className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: planText.plan, detail: planName },
            { term: words.requests, detail: <a href={request.href}>{request.number}</a> },
            { term: boardText.trade, detail: request.trade },
            { term: words.progress, detail: request.progress },
          ]}
        />
      </div>
      <Notices page={loaderData} />
      {sessions.length === 0 ? <EmptyState title={words.none}>{words.noneLead}</EmptyState> : null}
      {sessions.map((session) => (
        <SessionCard key={session.visitOn} session={session} page={loaderData} />
      ))}
      {unplaced === undefined ? null : (
        <section className="mb-8">
          <h2 className="mb-2 text-std-20B-150">{words.unplaced(unplaced.sessions)}</h2>
          <ul className="list-disc pl-5">
            {unplaced.blockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
          <p className="mt-2">
            {boardText.remedy}：{unplaced.remedy?.text ?? boardText.noRemedy}{' '}
            {unplaced.remedy ? <a href={unplaced.remedy.href}>{unplaced.remedy.act}</a> : null}
          </p>
        </section>
      )}
      {visits.length > 0 ? (
        <section className="mb-8">
          <h2 className="mb-2 text-std-20B-150">{words.today}</h2>
          <DataTable
            caption={words.today}
            captionHidden
            dense
            rows={visits}
            rowKey={({ id }) => id}
            columns={[
              { key: 'day', header: words.day, cell: ({ day, href }) => <a href={href}>{day}</a>, rowHeader: true },
              { key: 'time', header: words.time, cell: ({ time }) => time },
              { key: 'people', header: words.instructors, cell: ({ people }) => people },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

/** Who was excluded by hand, and the calculation that takes all of it in. */
function Notices({ page: { forbidden, mayPlan, hasNewPins, runKey } }: { readonly page: Page }) {
  return (
    <>
      {hasNewPins && mayPlan ? (
        <div className="mb-6">
          <Notification
            kind="info"
            title={words.pinsChanged}
            actions={
              <PostForm fields={{ intent: 'run', 'idempotency-key': runKey }}>
                <Button variant="solid">{words.replan}</Button>
              </PostForm>
            }
          >
            {words.replanLead}
          </Notification>
        </div>
      ) : null}
      {forbidden.length > 0 ? (
        <section className="mb-6">
          <h2 className="mb-2 text-std-18B-160">{words.forbidden}</h2>
          <ul className="flex flex-col gap-2">
            {forbidden.map(({ pinId, text }) => (
              <li key={pinId} className="flex flex-wrap items-center gap-3">
                {text}
                {mayPlan ? (
                  <PostForm fields={{ intent: 'unpin', pin: pinId }}>
                    <Button size="sm" aria-label={`${text}：${words.unforbid}`}>
                      {words.unforbid}
                    </Button>
                  </PostForm>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
