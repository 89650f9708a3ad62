import { useLocation } from 'react-router';
import { plainDate } from '#kernel/plain-date.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findTrade, listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { programLabel, programs } from '../domain/program.ts';
import { requestStages } from '../domain/request-stage.ts';
import { requestStatus, requestStatuses, requestStatusLabel, type RequestStatus } from '../domain/request-status.ts';
import { listRequests, requestOrders, type RequestOrder } from '../request-queries.server.ts';
import { requestRecords } from '../request-records.server.ts';
import { ruleText } from '../rule-text.ts';
import { stageNames } from '../stage-text.ts';
import { requestText as words } from '../text.ts';
import type { Route } from './+types/request-list.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, year, url, href } = call;
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const choose = <Code extends string>(name: string, choices: readonly { readonly code: Code }[]): Code | '' =>
    choices.find(({ code }) => code === parameter(name))?.code ?? '';
  const filters = {
    fiscalYear: year,
    q: parameter('q'),
    program: choose('program', programs),
    trade: findTrade(parameter('trade'))?.code ?? '',
    status: choose('status', requestStatuses),
    stage: requestStages.find((stage) => stage === parameter('stage')) ?? ('' as const),
    priority: choose('priority', priorities),
    organization: parameter('organization'),
  };
  const sort = parameter('sort');
  const order: RequestOrder = Object.hasOwn(requestOrders, sort) ? (sort as RequestOrder) : 'received';
  const cursor = decodeCursor(parameter('cursor'), order === 'number' ? 1 : 2);
  const page = await listRequests(ctx, { filters, order, cursor });
  const rows = page.rows.map((row) => {
    const status = requestStatus(row);
    return {
      id: row.id,
      number: row.number,
      receivedOn: formatSlashDate(plainDate(row.receivedOn)),
      organizationName: row.organizationName,
      program: programLabel(row.program),
      trade: findTrade(row.tradeCode)?.name ?? row.tradeCode,
      wished: row.wished,
      planned: row.planned,
      held: row.held,
      priority: row.priority,
      status,
      statusLabel: requestStatusLabel(status),
      stage: stageNames[row.stage],
      href: href(`requests/${row.id}`),
    };
  });
  const trades = listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group }));
  return {
    ...page,
    rows,
    filters,
    order,
    trades,
    rulesHref: href('requests/rules'),
    newHref: recordHrefs(call, { records: requestRecords, path: 'requests' }).newHref,
  };
});

const priorities = [{ code: '1' }, { code: '2' }, { code: '3' }] as const;

const tones: Record<RequestStatus, 'attention' | 'progress' | 'done'> = {
  open: 'attention',
  assigned: 'progress',
  done: 'done',
};

export default function RequestList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, order, trades, next, previous, newHref, rulesHref } = loaderData;
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
            {newHref && (
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            )}
            <ButtonLink href={rulesHref}>{ruleText.title}</ButtonLink>
          </>
        }
      />
      <FilterBar
        keep={order === 'received' ? {} : { sort: order }}
        active={active}
        clearHref={location.pathname}
        moreOpen={Boolean(filters.trade || filters.priority)}
        more={
          <>
            <SelectField name="trade" label={words.trade} options={trades} defaultValue={filters.trade} />
            <SelectField
              name="priority"
              label={words.priority}
              options={priorities.map(({ code }) => ({ value: code, label: code }))}
              defaultValue={filters.priority}
            />
          </>
        }
      >
        <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={filters.q} type="search" />
        <SelectField
          name="status"
          label={words.status}
          options={optionsOf(requestStatuses)}
          defaultValue={filters.status}
        />
        <SelectField name="stage" label={words.stage} options={stageOptions} defaultValue={filters.stage} />
        <SelectField
          name="program"
          label={words.program}
          options={optionsOf(programs)}
          defaultValue={filters.program}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <RequestTable list={loaderData} address={address} />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

type RequestTableProps = {
  readonly list: Route.ComponentProps['loaderData'];
  readonly address: (changes: Record<string, string | undefined>) => string;
};

const byReceipt = { received: 'descending', waiting: 'ascending', number: 'none' } as const;

function RequestTable({ list, address }: RequestTableProps) {
  const { rows, order } = list;
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
          cell: (row) => <a href={row.href}>{row.number}</a>,
          sort: { href: address({ sort: 'number' }), direction: order === 'number' ? 'ascending' : 'none' },
          rowHeader: true,
          keepTogether: true,
        },
        {
          key: 'received',
          header: words.received,
          cell: (row) => row.receivedOn,
          sort: {
            href: address({ sort: order === 'received' ? 'waiting' : undefined }),
            direction: byReceipt[order],
          },
          keepTogether: true,
        },
        { key: 'organization', header: words.organization, cell: (row) => row.organizationName },
        { key: 'program', header: words.program, cell: (row) => row.program },
        { key: 'trade', header: words.trade, cell: (row) => row.trade },
        { key: 'wished', header: words.wished, cell: (row) => row.wished, align: 'end', keepTogether: true },
        { key: 'planned', header: words.planned, cell: (row) => row.planned, align: 'end', keepTogether: true },
        { key: 'held', header: words.held, cell: (row) => row.held, align: 'end', keepTogether: true },
        {
          key: 'priority',
          header: words.priority,
          cell: (row) => row.priority ?? '',
          align: 'end',
          keepTogether: true,
        },
        {
          key: 'status',
          header: words.status,
          cell: (row) => <ChipLabel tone={tones[row.status]}>{row.statusLabel}</ChipLabel>,
          keepTogether: true,
        },
        { key: 'stage', header: words.stage, cell: (row) => row.stage, keepTogether: true },
      ]}
    />
  );
}

/** The stages that a request can reach here, in the order of the procedure. */
const stageOptions = requestStages.map((stage) => ({ value: stage, label: stageNames[stage] }));

function optionsOf(choices: readonly { readonly code: string; readonly label: string }[]) {
  return choices.map(({ code, label }) => ({ value: code, label }));
}

function activeFilters(
  { filters, trades }: Route.ComponentProps['loaderData'],
  address: (changes: Record<string, string | undefined>) => string,
) {
  const shown: readonly (readonly [string, string, string])[] = [
    ['q', words.search, filters.q],
    ['status', words.status, filters.status && requestStatusLabel(filters.status)],
    ['stage', words.stage, filters.stage && stageNames[filters.stage]],
    ['program', words.program, filters.program && programLabel(filters.program)],
    ['trade', words.trade, trades.find(({ value }) => value === filters.trade)?.label ?? filters.trade],
    ['priority', words.priority, filters.priority],
    ['organization', words.organization, filters.organization],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
