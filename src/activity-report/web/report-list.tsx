import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { listAddress } from '#record/list-address.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { countReports, listReports, MOST_REPORTS, reportViews } from '../report-queries.server.ts';
import { reportStateLabel, reportText as words } from '../text.ts';
import type { Route } from './+types/report-list.ts';
import { reportTones } from './report-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, year, href }) => {
  const view = reportViews.find((known) => known === url.searchParams.get('view')) ?? 'missing';
  const rows = await listReports(ctx, { fiscalYear: year, view });
  const counts = await countReports(ctx, year);
  return {
    tabs: reportViews.map((known) => ({
      view: known,
      label: words[known],
      count: counts[known],
      current: known === view,
    })),
    most: rows.length === MOST_REPORTS ? words.most(MOST_REPORTS) : undefined,
    caption: words[view],
    rows: rows.map((row) => ({
      key: `${row.visitId} ${row.instructorId}`,
      instructor: row.instructorName,
      visit: row.visitNumber,
      day: formatSlashDate(row.visitOn),
      host: row.host,
      tone: row.state === undefined ? ('attention' as const) : reportTones[row.state],
      state: reportStateLabel(row.state),
      href: href(`visits/${row.visitId}/report/${row.instructorId}`),
    })),
  };
});

export default function ReportList({ loaderData: { tabs, rows, caption, most } }: Route.ComponentProps) {
  const location = useLocation();
  return (
    <>
      <PageHeader title={words.title} lead={`${words.lead}${most ?? ''}`} />
      <div className="mb-4">
        <TabLinks
          label={words.views}
          tabs={tabs.map(({ view, ...tab }) => ({ ...tab, href: listAddress(location, { view }) }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState>
      ) : (
        <DataTable
          caption={caption}
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
            {
              key: 'state',
              header: words.state,
              cell: ({ state, tone }) => <ChipLabel tone={tone}>{state}</ChipLabel>,
            },
          ]}
        />
      )}
    </>
  );
}
