import { useLocation } from 'react-router';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { standardDormancyRule } from '#instructor/domain/dormancy.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { addYears, type PlainDate } from '#kernel/plain-date.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { upkeepStateLabel, upkeepText as words } from '../text.ts';
import { countUpkeep, listUpkeep, UPKEEP_CURSOR_LENGTH, upkeepViews } from '../upkeep-queries.server.ts';
import type { Route } from './+types/upkeep-list.ts';
import { activeUpkeepFilters, readUpkeepFilters, UpkeepFilterBar } from './upkeep-filters.tsx';
import { upkeepTones } from './upkeep-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, href }) => {
  const view = upkeepViews.find((known) => known === url.searchParams.get('view')) ?? 'dormant';
  const cursor = decodeCursor(url.searchParams.get('cursor'), UPKEEP_CURSOR_LENGTH);
  const { typed, filters, unread } = readUpkeepFilters(url);
  const page = await listUpkeep(ctx, { view, filters, cursor });
  const counts = await countUpkeep(ctx, filters);
  const address = { pathname: href('upkeep'), search: url.search };
  return {
    ...page,
    view,
    tabs: upkeepViews.map((known) => ({
      label: words.views[known],
      href: listAddress(address, { view: known === 'dormant' ? undefined : known }),
      count: counts[known],
      current: known === view,
    })),
    typed,
    unread,
    trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
    municipalities: listMunicipalities(ctx.corner).map(({ code, name }) => ({ value: code, label: name })),
    rows: page.rows.map(({ id, number, name, kind, state, lastActivityOn, since, endedOn }) => ({
      id,
      number,
      name,
      kind: instructorKinds.find(({ code }) => code === kind)?.label ?? kind,
      state,
      stateText: upkeepStateLabel(state),
      lastActivity: dayText(lastActivityOn),
      lapse: since === null ? words.never : formatSlashDate(addYears(since, standardDormancyRule.years)),
      endedOn: dayText(endedOn),
      href: href(`upkeep/${id}`),
    })),
  };
});

function dayText(day: PlainDate | null): string {
  return day === null ? words.never : formatSlashDate(day);
}

export default function UpkeepList({ loaderData }: Route.ComponentProps) {
  const { rows, view, tabs, next, previous } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeUpkeepFilters(loaderData.typed, address);
  const clearHref = view === 'dormant' ? location.pathname : `${location.pathname}?view=${view}`;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <TabLinks label={words.view} tabs={tabs} />
      <p className="my-4">{words.viewLeads[view]}</p>
      <UpkeepFilterBar list={loaderData} active={active} clearHref={clearHref} />
      {rows.length === 0 ? (
        <EmptyList
          title={active.length > 0 ? words.nothingFits : words.empty[view]}
          lead={active.length > 0 ? words.nothingFitsLead : words.emptyLead}
          clearHref={active.length > 0 ? clearHref : undefined}
        />
      ) : (
        <DataTable
          caption={`${words.views[view]} ${countText(loaderData)}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: words.name, cell: ({ name, href }) => <a href={href}>{name}</a>, rowHeader: true },
            {
              key: 'number',
              header: words.number,
              cell: ({ number, kind }) => (
                <>
                  {number}
                  <span className="block text-dns-14N-130 text-solid-gray-700">{kind}</span>
                </>
              ),
            },
            {
              key: 'last',
              header: words.lastActivity,
              cell: ({ lastActivity }) => lastActivity,
              keepTogether: true,
            },
            view === 'ended'
              ? { key: 'ended', header: words.endedOn, cell: (row) => row.endedOn, keepTogether: true }
              : { key: 'lapse', header: words.lapse, cell: (row) => row.lapse, keepTogether: true },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateText }) => <ChipLabel tone={upkeepTones[state]}>{stateText}</ChipLabel>,
            },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
