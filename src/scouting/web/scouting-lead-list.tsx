import { useLocation } from 'react-router';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade, listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { listAreas } from '../domain/corner-area.ts';
import { scoutingLeadStates } from '../domain/scouting-lead.ts';
import { LEAD_CURSOR_LENGTH, listScoutingLeads } from '../scouting-lead-queries.server.ts';
import { scoutingLeadRecords } from '../scouting-records.server.ts';
import { leadText as words, scoutingText } from '../text.ts';
import type { Route } from './+types/scouting-lead-list.ts';
import { LeadStateChip } from './lead-state-chip.tsx';
import { ScoutingTabs } from './scouting-tabs.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: scoutingText.listTitle, href: href('scouting') },
    { label: words.title },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, url, href } = call;
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const areas = listAreas(ctx.corner);
  const area = areas.find(({ code }) => code === parameter('area'));
  const trade = findTrade(parameter('trade'))?.code ?? '';
  const state = scoutingLeadStates.find(({ code }) => code === parameter('state'))?.code;
  const page = await listScoutingLeads(ctx, {
    filters: { q: parameter('q'), trade, municipalities: area?.municipalities ?? [], state },
    cursor: decodeCursor(parameter('cursor'), LEAD_CURSOR_LENGTH),
  });
  return {
    count: countText(page),
    next: page.next,
    previous: page.previous,
    rows: page.rows.map((row) => ({
      ...row,
      municipality: findMunicipality(row.municipalityCode)?.name ?? row.municipalityCode,
      trades: row.trades.map(tradeName).join('、'),
      href: href(`scouting/leads/${row.id}`),
    })),
    typed: { q: parameter('q'), trade, area: area?.code ?? '', state: state ?? '' },
    trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
    areas: areas.map(({ code, name }) => ({ value: code, label: name })),
    base: href('scouting'),
    newHref: recordHrefs(call, { records: scoutingLeadRecords, path: 'scouting/leads' }).newHref,
    importHref: isAllowed(ctx.actor, 'transfer.import', { corner: ctx.corner }) ? href('transfer') : undefined,
  };
});

export default function ScoutingLeadList({ loaderData }: Route.ComponentProps) {
  const { rows, typed, trades, areas, count, next, previous, base, newHref, importHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <>
            {newHref ? (
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            ) : null}
            {importHref ? <ButtonLink href={importHref}>{words.importMany}</ButtonLink> : null}
          </>
        }
      />
      <ScoutingTabs base={base} current="leads" />
      <FilterBar active={active} clearHref={location.pathname}>
        <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={typed.q} type="search" />
        <SelectField name="trade" label={scoutingText.trade} options={trades} defaultValue={typed.trade} />
        <SelectField name="area" label={words.area} options={areas} defaultValue={typed.area} />
        <SelectField
          name="state"
          label={words.state}
          options={scoutingLeadStates.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={typed.state}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <DataTable
          caption={`${words.title} ${count}`}
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'number', header: words.number, cell: (row) => row.number, keepTogether: true },
            { key: 'name', header: words.name, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
            { key: 'municipality', header: scoutingText.municipality, cell: (row) => row.municipality },
            { key: 'trades', header: scoutingText.trade, cell: (row) => row.trades },
            { key: 'examinees', header: words.examinees, cell: (row) => people(row.examinees), align: 'end' },
            { key: 'first', header: words.firstGrades, cell: (row) => people(row.firstGrades), align: 'end' },
            {
              key: 'state',
              header: words.state,
              cell: (row) => <LeadStateChip state={row.state} />,
              keepTogether: true,
            },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

function people(count: number | null): string {
  return count === null ? '' : `${count.toLocaleString('ja-JP')}人`;
}

function activeFilters(
  { typed, areas }: Route.ComponentProps['loaderData'],
  address: (changes: Record<string, string | undefined>) => string,
) {
  const shown: readonly (readonly [string, string, string | undefined])[] = [
    ['q', words.search, typed.q],
    ['trade', scoutingText.trade, findTrade(typed.trade)?.name],
    ['area', words.area, areas.find(({ value }) => value === typed.area)?.label],
    ['state', words.state, scoutingLeadStates.find(({ code }) => code === typed.state)?.label],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
