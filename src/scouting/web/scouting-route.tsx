import { formatEraDate, formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import { isPlainDate } from '#kernel/plain-date.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { orderByNearest } from '../domain/route-order.ts';
import { getOfficePlace } from '../office-place.server.ts';
import { listCoordinators, listScoutingDays } from '../scouting-visit-queries.server.ts';
import { scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-route.ts';
import { ScoutingStatusChip } from './scouting-status-chip.tsx';
import { ScoutingTabs } from './scouting-tabs.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: words.route },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const typed = url.searchParams.get('day')?.trim() ?? '';
  const read = isPlainDate(typed) ? ({ ok: true, value: typed } as const) : parseJapaneseDate(typed);
  const day = read.ok ? read.value : ctx.today();
  const coordinator = url.searchParams.get('coordinator')?.trim() ?? '';
  const visits = await listScoutingDays(ctx, { from: day, to: day, coordinator });
  const office = await getOfficePlace(ctx);
  const stops = visits
    .filter(({ status }) => status !== 'cancelled')
    .map((item) => ({ item, place: findMunicipality(item.municipalityCode) }));
  const legs = orderByNearest(office, stops).map(({ item, kilometres }, index) => ({
    id: item.id,
    order: index + 1,
    host: item.host,
    municipality: findMunicipality(item.municipalityCode)?.name ?? item.municipalityCode,
    time: item.startsAt ?? '',
    coordinator: item.coordinator,
    status: item.status,
    kilometres,
    href: href(`scouting/${item.id}`),
  }));
  return {
    title: formatEraDate(day, 'weekday'),
    typed: typed !== '' && !read.ok ? typed : formatSlashDate(day),
    isUnread: typed !== '' && !read.ok,
    coordinator,
    coordinators: (await listCoordinators(ctx, year)).map((name) => ({ value: name, label: name })),
    office: office.name,
    legs,
    total: legs.reduce((sum, { kilometres = 0 }) => sum + kilometres, 0),
    base: href('scouting'),
  };
});

export default function ScoutingRoute({ loaderData }: Route.ComponentProps) {
  const { title, typed, isUnread, coordinator, coordinators, office, legs, total, base } = loaderData;
  return (
    <>
      <PageHeader title={`${words.route} ${title}`} lead={words.routeLead} />
      <ScoutingTabs base={base} current="route" />
      <FilterBar>
        <TextField
          name="day"
          label={words.day}
          defaultValue={typed}
          error={isUnread ? words.dateUnread : undefined}
          width="short"
        />
        <SelectField
          name="coordinator"
          label={words.coordinator}
          options={coordinators}
          blank={words.everybody}
          defaultValue={coordinator}
        />
      </FilterBar>
      {legs.length === 0 ? (
        <p>{words.routeEmpty}</p>
      ) : (
        <>
          <p className="mb-2">{words.routeFrom(office)}</p>
          <DataTable
            caption={words.routeTotal(total)}
            dense
            rows={legs}
            rowKey={({ id }) => id}
            columns={[
              { key: 'order', header: words.order, cell: (leg) => leg.order, align: 'end' },
              { key: 'host', header: words.host, cell: (leg) => <a href={leg.href}>{leg.host}</a>, rowHeader: true },
              { key: 'municipality', header: words.municipality, cell: (leg) => leg.municipality },
              { key: 'leg', header: words.leg, cell: (leg) => words.kilometres(leg.kilometres), align: 'end' },
              { key: 'time', header: words.time, cell: (leg) => leg.time, keepTogether: true },
              { key: 'coordinator', header: words.coordinator, cell: (leg) => leg.coordinator },
              { key: 'status', header: words.status, cell: (leg) => <ScoutingStatusChip status={leg.status} /> },
            ]}
          />
        </>
      )}
    </>
  );
}
