import { requirePermission } from '#platform/context.server.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listUnclaimed, MOST_UNCLAIMED } from '../claim-queries.server.ts';
import { expenseText as words } from '../text.ts';
import type { Route } from './+types/expense-unclaimed.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('expenses') },
    { label: words.choose },
  ],
};

export const loader = staffPage(async ({ ctx, year, href, url }) => {
  requirePermission(ctx, 'expense.write');
  const visitId = url.searchParams.get('visit') ?? undefined;
  const visits = await listUnclaimed(ctx, year, visitId === undefined ? {} : { visitId });
  return {
    most: visits.length === MOST_UNCLAIMED ? words.chooseMost(MOST_UNCLAIMED) : undefined,
    rows: visits.map((visit) => ({
      key: `${visit.visitId} ${visit.instructorId}`,
      day: formatSlashDate(visit.visitOn),
      visit: visit.visitNumber,
      host: visit.host,
      instructor: visit.instructorName,
      href: href(`expenses/new?visit=${visit.visitId}&instructor=${visit.instructorId}`),
    })),
  };
});

export default function ExpenseUnclaimed({ loaderData: { rows, most } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.choose} lead={`${words.chooseLead}${most ?? ''}`} />
      {rows.length === 0 ? (
        <EmptyState title={words.nothingToClaim}>{words.nothingToClaimLead}</EmptyState>
      ) : (
        <DataTable
          caption={words.choose}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'instructor',
              header: words.instructor,
              cell: ({ instructor, href }) => <a href={href}>{instructor}</a>,
              rowHeader: true,
            },
            { key: 'day', header: words.visitOn, cell: ({ day }) => day, keepTogether: true },
            { key: 'visit', header: words.visit, cell: ({ visit }) => visit, keepTogether: true },
            { key: 'host', header: words.host, cell: ({ host }) => host },
          ]}
        />
      )}
    </>
  );
}
