import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { listDecisionPage } from '../decision-queries.server.ts';
import { decisionViews, type DecisionView } from '../domain/decision-view.ts';
import { decisionStates, type DecisionState } from '../domain/decision.ts';
import { decisionStateLabel, decisionText as words, decisionViewNames } from '../text.ts';
import type { Route } from './+types/decision-list.ts';
import { decisionTones } from './decision-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.listTitle }] };

export const loader = staffPage(async ({ ctx, url, href }) => {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const view = decisionViews.find((known) => known === parameter('view')) ?? 'mine';
  const state: DecisionState | '' = decisionStates.find(({ code }) => code === parameter('state'))?.code ?? '';
  const filters: { readonly view: DecisionView; readonly state: DecisionState | ''; readonly q: string } = {
    view,
    state,
    q: parameter('q').slice(0, 200),
  };
  const page = await listDecisionPage(ctx, { filters, cursor: decodeCursor(parameter('cursor'), 2) });
  return {
    ...page,
    filters,
    rows: page.rows.map((row) => ({
      ...row,
      draftedOn: formatSlashDate(row.draftedOn),
      stateText: decisionStateLabel(row.state),
      href: href(`requests/${row.requestId}/decision`),
    })),
    requestsHref: href('requests'),
  };
});

export default function DecisionList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, next, previous, requestsHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const isNarrowed = filters.q !== '' || filters.state !== '';
  const active = [
    { name: 'state', term: words.state, value: filters.state === '' ? '' : decisionStateLabel(filters.state) },
    { name: 'q', term: words.q, value: filters.q },
  ].flatMap(({ name, term, value }) =>
    value === '' ? [] : [{ label: `${term}：${value}`, removeHref: address({ [name]: undefined }) }],
  );
  const empty = isNarrowed
    ? { title: words.nothingFits, lead: words.nothingFitsLead }
    : filters.view === 'mine'
      ? { title: words.emptyMine, lead: words.emptyMineLead }
      : { title: words.emptyTitle, lead: words.emptyLead };
  return (
    <>
      <PageHeader title={words.listTitle} lead={words.listLead} />
      <FilterBar active={active} clearHref={location.pathname}>
        <SelectField
          name="view"
          label={words.view}
          blank={null}
          options={decisionViews.map((view) => ({ value: view, label: decisionViewNames[view] }))}
          defaultValue={filters.view}
        />
        <SelectField
          name="state"
          label={words.state}
          options={decisionStates.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={filters.state}
        />
        <TextField type="search" name="q" label={words.q} hint={words.qHint} defaultValue={filters.q} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...empty}
          clearHref={isNarrowed ? location.pathname : undefined}
          add={{ label: words.requests, href: requestsHref }}
        />
      ) : (
        <DataTable
          caption={`${decisionViewNames[filters.view]} ${countText(loaderData)}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'request',
              header: words.request,
              cell: ({ requestNumber, href }) => <a href={href}>{requestNumber}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'host', header: words.host, cell: ({ hostName }) => hostName },
            { key: 'subject', header: words.subject, cell: ({ subject }) => subject },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateText }) => <ChipLabel tone={decisionTones[state]}>{stateText}</ChipLabel>,
            },
            { key: 'waits', header: words.waitsFor, cell: ({ waitsFor }) => waitsFor ?? '' },
            { key: 'drafter', header: words.drafter, cell: ({ drafterName }) => drafterName },
            { key: 'day', header: words.draftedOn, cell: ({ draftedOn }) => draftedOn, keepTogether: true },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
