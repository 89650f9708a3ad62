import { useLocation } from 'react-router';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { standardDormancyRule } from '#instructor/domain/dormancy.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { addYears, type PlainDate } from '#kernel/plain-date.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { upkeepStateLabel, upkeepText as words } from '../text.ts';
import { countUpkeep, listUpkeep, upkeepViews } from '../upkeep-queries.server.ts';
import type { Route } from './+types/upkeep-list.ts';
import { upkeepTones } from './upkeep-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, href }) => {
  const view = upkeepViews.find((known) => known === url.searchParams.get('view')) ?? 'dormant';
  const cursor = decodeCursor(url.searchParams.get('cursor'), 2);
  const page = await listUpkeep(ctx, { view, cursor });
  const counts = await countUpkeep(ctx);
  return {
    ...page,
    view,
    tabs: upkeepViews.map((known) => ({
      label: words.views[known],
      href: href(known === 'dormant' ? 'upkeep' : `upkeep?view=${known}`),
      count: counts[known],
      current: known === view,
    })),
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
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <TabLinks label={words.view} tabs={tabs} />
      <p className="my-4">{words.viewLeads[view]}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.empty[view]}>{words.emptyLead}</EmptyState>
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
