import { useLocation } from 'react-router';
import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';
import { findTrade, listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { scoutingVisitStatuses, scoutingVisitStatusLabel } from '../domain/scouting-visit-status.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { listCoordinators, listScoutingVisits, SCOUTING_CURSOR_LENGTH } from '../scouting-visit-queries.server.ts';
import { scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-list.ts';
import { ScoutingTabs } from './scouting-tabs.tsx';
import { ScoutingVisitTable, showScoutingVisit } from './scouting-visit-table.tsx';

export const handle = { breadcrumb: () => [{ label: words.listTitle }] };

const conditions = ['q', 'coordinator', 'status', 'municipality', 'trade', 'from', 'to'] as const;

export const loader = staffPage(async (call) => {
  const { ctx, year, url, href } = call;
  const typed = Object.fromEntries(
    conditions.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']),
  ) as Record<(typeof conditions)[number], string>;
  const { from, to } = { from: readDay(typed.from), to: readDay(typed.to) };
  const filters = {
    fiscalYear: year,
    q: typed.q,
    coordinator: typed.coordinator,
    status: scoutingVisitStatuses.find(({ code }) => code === typed.status)?.code ?? '',
    municipality: typed.municipality,
    trade: findTrade(typed.trade)?.code ?? '',
    from,
    to,
  };
  const order = url.searchParams.get('sort') === 'earliest' ? ('earliest' as const) : ('latest' as const);
  const cursor = decodeCursor(url.searchParams.get('cursor'), SCOUTING_CURSOR_LENGTH);
  const page = await listScoutingVisits(ctx, { filters, order, cursor });
  return {
    count: countText(page),
    next: page.next,
    previous: page.previous,
    rows: page.rows.map((row) => showScoutingVisit(row, href)),
    typed,
    unread: (['from', 'to'] as const).filter((name) => typed[name] !== '' && filters[name] === undefined),
    order,
    coordinators: (await listCoordinators(ctx, year)).map((name) => ({ value: name, label: name })),
    municipalities: listMunicipalities(ctx.corner).map(({ code, name }) => ({ value: code, label: name })),
    trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
    base: href('scouting'),
    newHref: recordHrefs(call, { records: scoutingVisitRecords, path: 'scouting' }).newHref,
  };
});

function readDay(typed: string): PlainDate | undefined {
  const read = parseJapaneseDate(typed);
  return read.ok ? read.value : undefined;
}

export default function ScoutingVisitList({ loaderData }: Route.ComponentProps) {
  const { rows, order, count, next, previous, newHref, base } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  return (
    <>
      <PageHeader
        title={words.listTitle}
        lead={words.lead}
        action={
          newHref && (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          )
        }
      />
      <ScoutingTabs base={base} current="list" />
      <Filters list={loaderData} active={active} clearHref={location.pathname} />
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <ScoutingVisitTable
          caption={`${words.listTitle} ${count}`}
          rows={rows}
          daySort={{
            href: address({ sort: order === 'latest' ? 'earliest' : undefined }),
            direction: order === 'latest' ? 'descending' : 'ascending',
          }}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

type List = Route.ComponentProps['loaderData'];
type Active = readonly { readonly label: string; readonly removeHref: string }[];

function Filters({
  list,
  active,
  clearHref,
}: {
  readonly list: List;
  readonly active: Active;
  readonly clearHref: string;
}) {
  const { typed, unread, order, coordinators, municipalities, trades } = list;
  const errorOf = (name: 'from' | 'to') => (unread.includes(name) ? words.dateUnread : undefined);
  return (
    <FilterBar
      keep={order === 'latest' ? {} : { sort: order }}
      active={active}
      clearHref={clearHref}
      moreOpen={Boolean(typed.municipality || typed.trade || typed.from || typed.to)}
      more={
        <>
          <SelectField
            name="municipality"
            label={words.municipality}
            options={municipalities}
            defaultValue={typed.municipality}
          />
          <SelectField name="trade" label={words.needs} options={trades} defaultValue={typed.trade} />
          <TextField name="from" label={words.from} defaultValue={typed.from} error={errorOf('from')} width="short" />
          <TextField name="to" label={words.to} defaultValue={typed.to} error={errorOf('to')} width="short" />
        </>
      }
    >
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={typed.q} type="search" />
      <SelectField
        name="coordinator"
        label={words.coordinator}
        options={coordinators}
        defaultValue={typed.coordinator}
      />
      <SelectField
        name="status"
        label={words.status}
        options={scoutingVisitStatuses.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={typed.status}
      />
    </FilterBar>
  );
}

function activeFilters({ typed }: List, address: (changes: Record<string, string | undefined>) => string): Active {
  const shown: readonly (readonly [keyof List['typed'], string, string])[] = [
    ['q', words.search, typed.q],
    ['coordinator', words.coordinator, typed.coordinator],
    ['status', words.status, scoutingVisitStatusLabel(typed.status)],
    ['municipality', words.municipality, findMunicipality(typed.municipality)?.name ?? typed.municipality],
    ['trade', words.needs, findTrade(typed.trade)?.name ?? ''],
    ['from', words.from, typed.from],
    ['to', words.to, typed.to],
  ];
  return shown
    .filter(([, , value]) => value !== '')
    .map(([name, label, value]) => ({ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }));
}
