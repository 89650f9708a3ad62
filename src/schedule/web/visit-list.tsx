import { useLocation } from 'react-router';
import { programLabel } from '#dispatch/domain/program.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { visitStatusLabel } from '../domain/visit-status.ts';
import { seriesText } from '../series-text.ts';
import { visitText as words } from '../text.ts';
import { isNarrowed, readVisitFilters } from '../visit-filters.ts';
import { listCoordinators } from '../visit-coordinator-queries.server.ts';
import { countVisits, listVisits, sumVisits, VISIT_CURSOR_LENGTH, type VisitOrder } from '../visit-queries.server.ts';
import type { Route } from './+types/visit-list.ts';
import { visitRecords } from '../visit-records.server.ts';
import { VisitTabs } from './calendar-frame.tsx';
import { VisitFilterBar } from './visit-filter-bar.tsx';
import { VisitStatusChip } from './visit-status-chip.tsx';
import { VisitSumsLine } from './visit-sums-line.tsx';

export const handle = { breadcrumb: () => [{ label: words.listTitle }] };

export const loader = staffPage(async (call) => {
  const { ctx, year, url, href } = call;
  const { filters, unread } = readVisitFilters(url.searchParams, year);
  const order: VisitOrder = url.searchParams.get('sort') === 'earliest' ? 'earliest' : 'latest';
  const cursor = decodeCursor(url.searchParams.get('cursor'), VISIT_CURSOR_LENGTH);
  const narrowed = isNarrowed(filters);
  const [page, sums, count] = await Promise.all([
    listVisits(ctx, { filters, order, cursor }),
    narrowed ? sumVisits(ctx, filters) : undefined,
    narrowed ? undefined : countVisits(ctx, year),
  ]);
  const rows = page.rows.map((row) => ({
    id: row.id,
    number: row.number,
    day: formatSlashDate(plainDate(row.visitOn)),
    time: [row.startsAt, row.endsAt].filter(Boolean).join('〜'),
    program: programLabel(row.program),
    organizationName: row.organizationName,
    trade: findTrade(row.tradeCode)?.name ?? row.tradeCode,
    instructors: row.instructorNames.join('、'),
    trainees: row.trainees,
    status: row.status,
    href: href(`visits/${row.id}`),
  }));
  return {
    next: page.next,
    previous: page.previous,
    rows,
    filters,
    unread,
    typed: { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' },
    order,
    sums,
    count,
    today: ctx.today(),
    coordinators: (await listCoordinators(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    base: href('visits'),
    newHref: recordHrefs(call, { records: visitRecords, path: 'visits' }).newHref,
  };
});

export default function VisitList({ loaderData }: Route.ComponentProps) {
  const { rows, order, sums, count, next, previous, newHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  return (
    <>
      <PageHeader
        title={words.listTitle}
        lead={words.lead}
        action={
          newHref && (
            <>
              <ButtonLink href={`${loaderData.base}/series`}>{seriesText.title}</ButtonLink>
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            </>
          )
        }
      />
      <VisitTabs base={loaderData.base} current="list" />
      <VisitFilterBar list={loaderData} address={address} clearHref={location.pathname} />
      {sums ? <VisitSumsLine sums={sums} address={address} /> : null}
      {rows.length === 0 ? (
        <EmptyList
          title={words.emptyTitle}
          lead={sums ? words.nothingFitsLead : words.nothingYetLead}
          clearHref={sums ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <DataTable
          caption={count ? `${words.title} ${countText(count)}` : words.title}
          captionHidden={count === undefined}
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'day',
              header: words.day,
              cell: (row) => row.day,
              sort: {
                href: address({ sort: order === 'latest' ? 'earliest' : undefined }),
                direction: order === 'latest' ? 'descending' : 'ascending',
              },
              keepTogether: true,
            },
            { key: 'time', header: words.time, cell: (row) => row.time, keepTogether: true },
            {
              key: 'number',
              header: words.number,
              cell: (row) => <a href={row.href}>{row.number}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'program', header: words.program, cell: (row) => row.program },
            { key: 'organization', header: words.organization, cell: (row) => row.organizationName },
            { key: 'trade', header: words.trade, cell: (row) => row.trade },
            { key: 'instructors', header: words.instructors, cell: (row) => row.instructors },
            { key: 'trainees', header: words.trainees, cell: (row) => row.trainees, align: 'end' },
            {
              key: 'status',
              header: words.status,
              cell: (row) => <VisitStatusChip status={row.status} label={visitStatusLabel(row.status)} />,
              keepTogether: true,
            },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
