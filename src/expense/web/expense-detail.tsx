import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { expenseText as words } from '../text.ts';
import type { Route } from './+types/expense-detail.ts';
import { loadClaimPage, takeClaimStep } from './claim-page.server.ts';
import { ClaimSteps } from './claim-steps.tsx';
import { SubjectDetails } from './claim-subject.tsx';
import { claimTones } from './expense-tones.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('expenses') },
    { label: data.title },
  ],
};

export const loader = staffPage(loadClaimPage);

export const action = staffPage(takeClaimStep);

export default function ExpenseDetail({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={page.title}
        status={<ChipLabel tone={claimTones[page.state]}>{page.stateText}</ChipLabel>}
        lead={page.next}
        hasErrors={errors.length > 0}
        action={
          <>
            {page.editHref ? <ButtonLink href={page.editHref}>{words.edit}</ButtonLink> : null}
            {page.letters.map(({ label, href }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      {page.warnings.map((warning) => (
        <div key={warning} className="mb-6">
          <Notification kind="warning" title={warning} />
        </div>
      ))}
      <ClaimSteps page={page} answer={actionData} />
      <section className="mb-6">
        <h2 className="mb-2 text-std-18B-160">{words.lines}</h2>
        <ClaimLines page={page} />
      </section>
      <section className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.withheldBase, detail: page.withheldBase },
            { term: words.tax, detail: page.tax },
            { term: words.net, detail: page.net },
            { term: words.rateUsed, detail: page.rate },
            { term: words.drafter, detail: page.drafter },
            { term: words.note, detail: page.note },
            { term: words.account, detail: <a href={page.accountHref}>{words.accountOpen}</a> },
            ...(page.batchHref ? [{ term: words.inBatch, detail: <a href={page.batchHref}>{words.payments}</a> }] : []),
          ]}
        />
        {page.state === 'paid' ? null : (
          <p className="mt-2 text-dns-14N-130">
            {words.taxNote}
            {page.taxSource ? `（${page.taxSource}）` : ''}
          </p>
        )}
      </section>
      <section className="mb-6">
        <h2 className="mb-2 text-std-18B-160">{words.visit}</h2>
        <SubjectDetails subject={page.subject} />
      </section>
      <section>
        <h2 className="mb-2 text-std-18B-160">{words.history}</h2>
        <HistoryTimeline entries={page.history} />
      </section>
    </>
  );
}

function ClaimLines({ page }: { readonly page: Route.ComponentProps['loaderData'] }) {
  const hasExcess = page.lines.some(({ excess }) => excess !== '');
  const total = { key: 'total', item: words.total, reckoning: '', amount: page.total, excess: '' };
  return (
    <DataTable
      caption={words.lines}
      captionHidden
      rows={page.lines}
      totals={[total]}
      rowKey={({ key }) => key}
      columns={[
        { key: 'item', header: words.item, cell: ({ item }) => item, rowHeader: true, keepTogether: true },
        { key: 'reckoning', header: words.reckoning, cell: ({ reckoning }) => reckoning },
        ...(hasExcess
          ? [
              {
                key: 'excess',
                header: words.excess,
                cell: ({ excess }: { excess: string }) => excess,
                align: 'end' as const,
                keepTogether: true,
              },
            ]
          : []),
        { key: 'amount', header: words.amount, cell: ({ amount }) => amount, align: 'end', keepTogether: true },
      ]}
    />
  );
}
