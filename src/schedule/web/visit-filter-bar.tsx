import { programLabel, programs } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { findTrade, listTrades } from '#reference/domain/trade.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { reportLines } from '../domain/report-line.ts';
import { replyFilters } from '../domain/visit-reply.ts';
import { visitStatuses, visitStatusLabel } from '../domain/visit-status.ts';
import { visitText as words } from '../text.ts';
import type { VisitFilters, VisitOrder } from '../visit-queries.server.ts';

type FilteredList = {
  readonly filters: VisitFilters;
  readonly unread: readonly string[];
  readonly typed: { readonly from: string; readonly to: string };
  readonly order: VisitOrder;
  readonly coordinators: readonly SelectOption[];
  /** Decides which trades can be chosen. */
  readonly today: PlainDate;
};

type VisitFilterBarProps = {
  readonly list: FilteredList;
  readonly address: (changes: Record<string, string | undefined>) => string;
  readonly clearHref: string;
};

const programOptions = programs.map(toOption);
const kindOptions = organizationKinds.map(toOption);
const lineOptions = reportLines.map(toOption);
const replyOptions = replyFilters.map(toOption);

function toOption({ code, label }: { readonly code: string; readonly label: string }): SelectOption {
  return { value: code, label };
}

/** The conditions of the list of visits: the daily ones in one line, the others folded away. */
export function VisitFilterBar({ list, address, clearHref }: VisitFilterBarProps) {
  const { filters, unread, typed, order, today, coordinators } = list;
  const tradeOptions = listTrades(today).map(({ code, name, group }) => ({ value: code, label: name, group }));
  const errorOf = (name: string) => (unread.includes(name) ? words.dateUnread : undefined);
  const { program, kind, line, organization, instructor, trade, reply, coordinator, attendant } = filters;
  return (
    <FilterBar
      keep={order === 'latest' ? {} : { sort: order }}
      active={activeFilters(list, address)}
      clearHref={clearHref}
      moreOpen={Boolean(
        program ?? kind ?? line ?? organization ?? instructor ?? trade ?? reply ?? coordinator ?? attendant,
      )}
      more={
        <>
          <SelectField name="program" label={words.program} options={programOptions} defaultValue={program} />
          <SelectField name="kind" label={words.kind} options={kindOptions} defaultValue={kind} />
          <SelectField name="line" label={words.line} options={lineOptions} defaultValue={line} />
          <SelectField name="trade" label={words.trade} options={tradeOptions} defaultValue={trade} />
          <SelectField name="reply" label={words.reply} options={replyOptions} defaultValue={reply} />
          <SelectField name="coordinator" label={words.coordinator} options={coordinators} defaultValue={coordinator} />
          <SelectField name="attendant" label={words.attendants} options={coordinators} defaultValue={attendant} />
          <TextField name="organization" label={words.organizationNumber} defaultValue={organization} width="short" />
          <TextField name="instructor" label={words.instructorNumber} defaultValue={instructor} width="short" />
        </>
      }
    >
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={filters.q} type="search" />
      <TextField
        name="from"
        label={words.from}
        hint={words.fromHint}
        defaultValue={typed.from}
        error={errorOf('from')}
        width="short"
      />
      <TextField
        name="to"
        label={words.to}
        hint={words.toHint}
        defaultValue={typed.to}
        error={errorOf('to')}
        width="short"
      />
      <SelectField
        name="status"
        label={words.status}
        options={visitStatuses.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={filters.status}
      />
    </FilterBar>
  );
}

function activeFilters({ filters, coordinators }: FilteredList, address: VisitFilterBarProps['address']) {
  const labelOf = (options: readonly SelectOption[], value: string | undefined) =>
    options.find((option) => option.value === value)?.label ?? value;
  const shown: readonly (readonly [string, string, string | undefined])[] = [
    ['q', words.search, filters.q],
    ['from', words.from, filters.from],
    ['to', words.to, filters.to],
    ['program', words.program, filters.program && programLabel(filters.program)],
    ['status', words.status, filters.status && visitStatusLabel(filters.status)],
    ['reply', words.reply, labelOf(replyOptions, filters.reply)],
    ['coordinator', words.coordinator, labelOf(coordinators, filters.coordinator)],
    ['attendant', words.attendants, labelOf(coordinators, filters.attendant)],
    ['kind', words.kind, labelOf(kindOptions, filters.kind)],
    ['line', words.line, reportLines.find(({ code }) => code === filters.line)?.label],
    ['trade', words.trade, filters.trade && (findTrade(filters.trade)?.name ?? filters.trade)],
    ['organization', words.organizationNumber, filters.organization],
    ['instructor', words.instructorNumber, filters.instructor],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
