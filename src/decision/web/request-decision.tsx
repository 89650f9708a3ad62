import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { decisionText as words } from '../text.ts';
import type { Route } from './+types/request-decision.ts';
import { DecisionSteps, ProposalForm } from './decision-forms.tsx';
import { loadDecisionPage, takeDecision } from './decision-page.server.ts';
import { decisionTones } from './decision-tones.ts';

type Page = Route.ComponentProps['loaderData'];
type Shown = Page['earlier'][number];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title },
  ],
};

export const loader = staffPage(loadDecisionPage);

export const action = staffPage(takeDecision);

export default function RequestDecision({ loaderData: page, actionData: answer }: Route.ComponentProps) {
  const { current, draft, earlier, noticeHref, documentHref } = page;
  const errors = answer?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.titleOf(page.request.number)}
        status={current ? <ChipLabel tone={decisionTones[current.state]}>{current.stateText}</ChipLabel> : undefined}
        lead={`${page.request.host}　${current?.next ?? ''}`}
        hasErrors={errors.length > 0}
        action={
          <>
            {noticeHref ? (
              <ButtonLink variant="solid" href={noticeHref}>
                {words.notice}
              </ButtonLink>
            ) : null}
            <ButtonLink href={page.planHref}>{words.toPlan}</ButtonLink>
            {documentHref ? <ButtonLink href={documentHref}>{words.document}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      {current && current.commands.length > 0 ? <DecisionSteps current={current} answer={answer} /> : null}
      {draft ? <ProposalForm draft={draft} answer={answer} cancelHref={page.planHref} /> : null}
      {page.hasPlan ? null : (
        <EmptyState title={words.noPlanTitle}>
          <p>{words.noPlanLead}</p>
          <ButtonLink href={page.planHref}>{words.toPlan}</ButtonLink>
        </EmptyState>
      )}
      {current ? <Decision shown={current} /> : null}
      {page.isDecided ? <p className="mb-6 print:hidden">{words.decidedLead}</p> : null}
      {earlier.length > 0 ? (
        <section>
          <h2 className="mb-2 text-std-18B-160">{words.earlier}</h2>
          {earlier.map((shown) => (
            <Disclosure key={shown.id} summary={`${shown.draftedOn}　${shown.subject}（${shown.stateText}）`}>
              <Decision shown={shown} />
            </Disclosure>
          ))}
        </section>
      ) : null}
    </>
  );
}

function Decision({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <section className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.subject, detail: shown.subject },
            { term: words.revision, detail: shown.revision },
            { term: words.drafter, detail: shown.drafter },
            { term: words.draftedOn, detail: shown.draftedOn },
            ...(shown.waitsFor === '' ? [] : [{ term: words.waitsFor, detail: shown.waitsFor }]),
            ...(shown.decidedOn === '' ? [] : [{ term: words.decidedOn, detail: shown.decidedOn }]),
            ...(shown.note === ''
              ? []
              : [{ term: words.note, detail: <span className="whitespace-pre-line">{shown.note}</span> }]),
          ]}
        />
      </section>
      {shown.rounds.map(({ round, isPresent, rows }) => (
        <section key={round} className="mb-6">
          <DataTable
            caption={isPresent ? words.route : `${words.earlierRounds}　${words.round(round)}`}
            dense
            folds
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: 'order', header: words.order, cell: ({ order }) => order, keepTogether: true },
              { key: 'name', header: words.person, cell: ({ name }) => name, rowHeader: true },
              { key: 'answer', header: words.answer, cell: ({ answer }) => answer, keepTogether: true },
              { key: 'at', header: words.answeredAt, cell: ({ at }) => at, keepTogether: true },
              { key: 'comment', header: words.comment, cell: ({ comment }) => comment },
            ]}
          />
        </section>
      ))}
      <section className="mb-6">
        <h2 className="mb-2 text-std-18B-160">{words.history}</h2>
        <HistoryTimeline entries={shown.events} />
      </section>
    </>
  );
}
