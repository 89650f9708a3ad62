import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { findTrade, listTrades } from '#reference/domain/trade.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  certificationOrders,
  countByState,
  listCertifications,
  type CertificationListRow,
  type CertificationOrder,
} from '../certification-queries.server.ts';
import { certificationRecords } from '../certification-records.server.ts';
import { certificationStates, type CertificationState } from '../domain/certification-state.ts';
import { findSuspension } from '../domain/move.ts';
import { listIntakeSuspensions } from '../intake.server.ts';
import { certificationText as words } from '../page-text.ts';
import { stateNames } from '../text.ts';
import type { Route } from './+types/certification-list.ts';
import { stateTones } from './case-standing.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, url, href } = call;
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const state = certificationStates.find((known) => known === parameter('state')) ?? '';
  const filters: Filters = { q: parameter('q'), state, trade: findTrade(parameter('trade'))?.code ?? '' };
  const sort = parameter('sort');
  const order: CertificationOrder = Object.hasOwn(certificationOrders, sort) ? (sort as CertificationOrder) : 'open';
  const cursor = decodeCursor(parameter('cursor'), certificationOrders[order].columns.length);
  const page = await listCertifications(ctx, { filters, order, cursor });
  const counts = await countByState(ctx, filters);
  const suspension = findSuspension(await listIntakeSuspensions(ctx), ctx.today());
  return {
    ...page,
    rows: page.rows.map((row) => showRow(row, call)),
    filters,
    order,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
    suspension: suspension && {
      title: words.suspended(formatSlashDate(suspension.since)),
      lead: words.suspendedLead(suspension.reason),
    },
    newHref: recordHrefs(call, { records: certificationRecords, path: 'certifications' }).newHref,
    intakeHref: href('certifications/intake'),
    criteriaHref: href('certifications/criteria'),
  };
});

type Filters = { readonly q: string; readonly state: CertificationState | ''; readonly trade: string };

function showRow(row: CertificationListRow, { href }: StaffCall) {
  const { id, number, name, nameKana, state, trades, employer, appliedOn, lastStepOn } = row;
  const [first, ...more] = trades;
  return {
    id,
    number,
    name,
    nameKana,
    state,
    stateName: stateNames[state],
    trade: `${first === undefined ? '' : tradeName(first)}${more.length > 0 ? ` ${words.moreTrades(more.length)}` : ''}`,
    employer: employer ?? words.noEmployer,
    appliedOn: appliedOn === null ? words.notYet : formatSlashDate(appliedOn),
    lastStepOn: lastStepOn === '' ? words.notYet : formatSlashDate(lastStepOn),
    href: href(`certifications/${id}`),
  };
}

export default function CertificationList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, order, trades, next, previous, newHref, suspension } = loaderData;
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
            <ButtonLink href={loaderData.intakeHref}>{words.intake}</ButtonLink>
            <ButtonLink href={loaderData.criteriaHref}>{words.criteriaPage}</ButtonLink>
          </>
        }
      />
      {suspension ? (
        <div className="mb-4">
          <Notification kind="warning" title={suspension.title}>
            {suspension.lead}
          </Notification>
        </div>
      ) : null}
      <div className="mb-4">
        <TabLinks label={words.states} tabs={stateTabs(loaderData, address)} />
      </div>
      <FilterBar
        keep={{ ...(filters.state && { state: filters.state }), ...(order === 'open' ? {} : { sort: order }) }}
        active={active}
        clearHref={location.pathname}
      >
        <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={filters.q} type="search" />
        <SelectField name="trade" label={words.trade} options={trades} defaultValue={filters.trade} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <CaseTable list={loaderData} address={address} />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

type ListProps = {
  readonly list: Route.ComponentProps['loaderData'];
  readonly address: (changes: Record<string, string | undefined>) => string;
};

/** Every state with its count under the other conditions, in the order of the procedure. */
function stateTabs({ filters, counts, total }: ListProps['list'], address: ListProps['address']) {
  return [
    { label: words.everyState, href: address({ state: undefined }), current: filters.state === '', count: total },
    ...certificationStates.map((state) => ({
      label: stateNames[state],
      href: address({ state }),
      current: filters.state === state,
      count: counts[state] ?? 0,
    })),
  ];
}

function CaseTable({ list, address }: ListProps) {
  const { rows, order } = list;
  const sortLink = (name: CertificationOrder) => ({
    href: address({ sort: name }),
    direction: order === name ? ('ascending' as const) : ('none' as const),
  });
  return (
    <DataTable
      caption={`${words.title} ${countText(list)}`}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: words.number,
          cell: (row) => row.number,
          sort: sortLink('number'),
          keepTogether: true,
        },
        {
          key: 'name',
          header: words.name,
          cell: (row) => <a href={row.href}>{row.name}</a>,
          sort: sortLink('kana'),
          rowHeader: true,
          keepTogether: true,
        },
        {
          key: 'state',
          header: words.state,
          cell: (row) => <ChipLabel tone={stateTones[row.state]}>{row.stateName}</ChipLabel>,
        },
        { key: 'trade', header: words.trade, cell: (row) => row.trade },
        { key: 'employer', header: words.employer, cell: (row) => row.employer },
        { key: 'appliedOn', header: words.appliedOn, cell: (row) => row.appliedOn, keepTogether: true },
        {
          key: 'lastStepOn',
          header: words.lastStep,
          cell: (row) => row.lastStepOn,
          sort: sortLink('waiting'),
          keepTogether: true,
        },
      ]}
    />
  );
}

function activeFilters({ filters, trades }: ListProps['list'], address: ListProps['address']) {
  const trade = trades.find(({ value }) => value === filters.trade)?.label;
  return [
    ...(filters.q ? [{ label: `${words.search}：${filters.q}`, removeHref: address({ q: undefined }) }] : []),
    ...(filters.state
      ? [{ label: `${words.state}：${stateNames[filters.state]}`, removeHref: address({ state: undefined }) }]
      : []),
    ...(trade ? [{ label: `${words.trade}：${trade}`, removeHref: address({ trade: undefined }) }] : []),
  ];
}
