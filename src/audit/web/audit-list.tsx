import { useLocation } from 'react-router';
import { formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { instantText } from '#platform/instant-text.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { listAddress } from '#record/list-address.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { listAuditActors, listAuditEntries } from '../audit-log-queries.server.ts';
import { entryChanges } from '../entry-changes.ts';
import { actionNames, entityNames } from '../entry-text.ts';
import { auditText as words, sourceNames } from '../text.ts';
import type { Route } from './+types/audit-list.ts';
import { EntryContent } from './entry-content.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url }) => {
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const typed = {
    actor: parameter('actor'),
    kind: parameter('kind'),
    action: parameter('action'),
    from: parameter('from'),
    until: parameter('until'),
  };
  const filters = { ...typed, from: dayOf(typed.from), until: dayOf(typed.until) };
  const page = await listAuditEntries(ctx, { filters, cursor: decodeCursor(parameter('cursor'), 1) });
  return {
    typed,
    period: filters.from || filters.until ? words.period(filters.from, filters.until, formatSlashDate) : '',
    unreadable: { from: typed.from !== '' && !filters.from, until: typed.until !== '' && !filters.until },
    actors: await listAuditActors(ctx),
    next: page.next,
    previous: page.previous,
    rows: page.rows.map(
      ({ sequence, occurredAt, actorName, action, kind, entityId, label, before, after, source }) => ({
        sequence,
        at: instantText(occurredAt),
        actorName,
        action: `${actionNames[action] ?? action}（${sourceNames[source] ?? source}）`,
        kind: entityNames[kind] ?? kind,
        label: label || entityId,
        changes: entryChanges({ kind, before, after }),
      }),
    ),
  };
});

function dayOf(text: string): PlainDate | undefined {
  const parsed = text === '' ? undefined : parseJapaneseDate(text);
  return parsed?.ok ? parsed.value : undefined;
}

type Data = Route.ComponentProps['loaderData'];

const columns: readonly Column<Data['rows'][number]>[] = [
  { key: 'at', header: words.at, cell: ({ at }) => at, keepTogether: true },
  { key: 'who', header: words.who, cell: ({ actorName }) => actorName, keepTogether: true },
  { key: 'action', header: words.action, cell: ({ action }) => action },
  { key: 'kind', header: words.kind, cell: ({ kind }) => kind, keepTogether: true },
  { key: 'target', header: words.target, cell: ({ label }) => label, rowHeader: true },
  { key: 'content', header: words.content, cell: ({ changes }) => <EntryContent changes={changes} /> },
];

export default function AuditList({ loaderData }: Route.ComponentProps) {
  const { rows, typed, actors, unreadable, next, previous } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={unreadable.from || unreadable.until} />
      <FilterBar active={activeFilters(loaderData, address)} clearHref={location.pathname}>
        <SelectField
          name="actor"
          label={words.who}
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed.actor}
        />
        <SelectField name="kind" label={words.kind} options={toOptions(entityNames)} defaultValue={typed.kind} />
        <SelectField name="action" label={words.action} options={toOptions(actionNames)} defaultValue={typed.action} />
        <DateField
          name="from"
          label={words.from}
          defaultValue={typed.from}
          error={unreadable.from ? words.dayUnreadable(words.from) : undefined}
        />
        <DateField
          name="until"
          label={words.until}
          defaultValue={typed.until}
          error={unreadable.until ? words.dayUnreadable(words.until) : undefined}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState>
      ) : (
        <DataTable
          caption={`${words.title}（${words.newest}）`}
          dense
          rows={rows}
          rowKey={({ sequence }) => String(sequence)}
          columns={columns}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

function toOptions(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function activeFilters(
  { typed, actors, period }: Data,
  address: (changes: Record<string, string | undefined>) => string,
) {
  const actor = actors.find(({ id }) => id === typed.actor)?.name;
  const kind = entityNames[typed.kind];
  const action = actionNames[typed.action];
  return [
    ...(actor ? [{ label: `${words.who}：${actor}`, removeHref: address({ actor: undefined }) }] : []),
    ...(kind ? [{ label: `${words.kind}：${kind}`, removeHref: address({ kind: undefined }) }] : []),
    ...(action ? [{ label: `${words.action}：${action}`, removeHref: address({ action: undefined }) }] : []),
    ...(period ? [{ label: period, removeHref: address({ from: undefined, until: undefined }) }] : []),
  ];
}
