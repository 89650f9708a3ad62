import { data, Form, useLocation } from 'react-router';
import { roleNames } from '#desk/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed, scopeOf } from '#platform/permission/permission-table.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { isReminded, readReminded, type ReminderCounts } from '../domain/reminder.ts';
import { remindOutside } from '../remind.server.ts';
import { reminderText } from '../reminder-text.ts';
import { dueText, stepText, workLabel, workText as words } from '../text.ts';
import { dueCodes, readWorkFilters, workRoles } from '../work-filters.ts';
import { listWork, sumByKind, WORK_CURSOR_LENGTH, type WorkItem } from '../work-queries.server.ts';
import { workSources } from '../work-sources.server.ts';
import type { Route } from './+types/work-list.ts';
import { ReminderCell, ReminderNotice } from './reminder-cell.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, year, url } = call;
  const filters = readWorkFilters(url.searchParams);
  const cursor = decodeCursor(url.searchParams.get('cursor'), WORK_CURSOR_LENGTH);
  const page = await listWork(ctx, { fiscalYear: year, filters, cursor });
  const sums = await sumByKind(ctx, { fiscalYear: year, filters });
  const counted = sums.filter(({ kind }) => filters.kind === '' || kind === filters.kind);
  return {
    ...page,
    filters,
    whose: url.searchParams.get('whose') ?? '',
    outboxHref: call.href('outbox?state=draft'),
    overdue: counted.reduce((sum, { overdue }) => sum + overdue, 0),
    kinds: sums.map(({ kind, count }) => ({
      value: kind,
      label: `${words.kinds[kind].label}（${count.toLocaleString('ja-JP')}）`,
      group: words.kinds[kind].group,
    })),
    rows: page.rows.map((item) => toRow(call, item)),
  };
});

type Answer = { readonly counts: ReminderCounts | undefined };

/** Drafts reminders: of the row whose button was pressed, or of all that were chosen. */
export const action = staffPage(async ({ ctx, year, request }) => {
  requirePermission(ctx, 'outbox.write');
  const form = await readForm(request);
  const one = textIn(form, 'one');
  const texts = one === '' ? form.getAll('item') : [one];
  const chosen = texts.flatMap((text) => (typeof text === 'string' ? (readReminded(text) ?? []) : []));
  if (chosen.length === 0) return data<Answer>({ counts: undefined }, { status: 422 });
  return data<Answer>({ counts: await remindOutside(ctx, { fiscalYear: year, chosen }) });
});

function toRow({ ctx, href }: StaffCall, item: WorkItem) {
  const { kind, recordId, personId, step, since, due, ownerName } = item;
  const [number, about, person] = item.shown ?? [];
  const source = workSources[kind];
  const roles = workRoles.filter((role) => scopeOf(role, source.act) !== undefined);
  return {
    id: `${kind}:${recordId}:${personId}`,
    mayRemind: isReminded(kind) && isAllowed(ctx.actor, 'outbox.write', { corner: ctx.corner }),
    reminded: item.remindedOn === null ? '' : reminderText.last(formatSlashDate(item.remindedOn)),
    label: workLabel(kind, step),
    step: stepText(step),
    number: number || words.open,
    about: [about, person].filter(Boolean).join('／'),
    href: href(source.path(recordId, personId)),
    since: since === null ? '' : formatSlashDate(since),
    due: due === null ? undefined : dueText(due, ctx.today()),
    outside: words.kinds[kind].outside,
    owner: ownerName === null ? undefined : words.inCharge(ownerName),
    roles: roles.length === workRoles.length ? words.anybody : words.roles(roles.map((role) => roleNames[role])),
  };
}

type Loaded = Route.ComponentProps['loaderData'];
type Row = Loaded['rows'][number];
type Address = (changes: Record<string, string | undefined>) => string;

export default function WorkList({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, next, previous, overdue } = loaderData;
  const reminds = rows.some(({ mayRemind }) => mayRemind);
  const location = useLocation();
  const address: Address = (changes) => listAddress(location, changes);
  const active = listActive(loaderData, address);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {actionData ? <ReminderNotice counts={actionData.counts} outboxHref={loaderData.outboxHref} /> : null}
      <Filters list={loaderData} active={active} clearHref={location.pathname} />
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
        />
      ) : (
        <Form method="post" data-once data-density="compact">
          <DataTable
            caption={[`${words.title} ${countText(loaderData)}`, overdue > 0 && words.overdueCount(overdue)]
              .filter(Boolean)
              .join('　')}
            dense
            rows={rows}
            rowKey={({ id }) => id}
            columns={reminds ? [...columns, reminderColumn] : columns}
          />
          {reminds ? (
            <div className="mt-4 print:hidden">
              <p className="mb-2">{reminderText.manyLead}</p>
              <Button>{reminderText.many}</Button>
            </div>
          ) : null}
        </Form>
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

const columns = [
  { key: 'due', header: words.due, cell: (row: Row) => <Due due={row.due} />, keepTogether: true },
  {
    key: 'work',
    header: words.kind,
    cell: ({ label, step }: Row) => (
      <>
        {label}
        {step && <span className="block text-dns-14N-130 text-solid-gray-700">{step}</span>}
      </>
    ),
  },
  {
    key: 'record',
    header: words.record,
    cell: ({ href, number }: Row) => <a href={href}>{number}</a>,
    rowHeader: true,
    keepTogether: true,
  },
  { key: 'about', header: words.about, cell: ({ about }: Row) => about },
  { key: 'since', header: words.since, cell: ({ since }: Row) => since, keepTogether: true },
  { key: 'owner', header: words.owner, cell: (row: Row) => <Owner {...row} /> },
];

const reminderColumn = {
  key: 'reminder',
  header: reminderText.column,
  cell: (row: Row) => <ReminderCell row={row} />,
  acts: true,
};

function Owner({ outside, owner, roles }: Row) {
  if (!outside) return owner ?? roles;
  return (
    <>
      {words.waitsFor(outside)}
      {owner && <span className="block text-dns-14N-130 text-solid-gray-700">{owner}</span>}
    </>
  );
}

function Due({ due }: Pick<Row, 'due'>) {
  if (!due) return null;
  return (
    <>
      {due.day}
      {due.overdue && (
        <span className="block">
          <ChipLabel tone="attention">{due.overdue}</ChipLabel>
        </span>
      )}
    </>
  );
}

const whoseLabels: Readonly<Record<string, string>> = {
  mine: words.mine,
  everybody: words.everybody,
  ...Object.fromEntries(workRoles.map((role) => [role, words.workOf(roleNames[role])])),
};

const dueLabels: Readonly<Record<string, string>> = { overdue: words.overdue, week: words.week };

function listActive({ filters, whose }: Pick<Loaded, 'filters' | 'whose'>, address: Address) {
  const conditions = [
    { key: 'kind', name: words.kind, label: filters.kind && words.kinds[filters.kind].label },
    { key: 'whose', name: words.whose, label: whoseLabels[whose] },
    { key: 'due', name: words.whenDue, label: dueLabels[filters.due] },
  ];
  return conditions.flatMap(({ key, name, label }) =>
    label ? [{ label: `${name}：${label}`, removeHref: address({ [key]: undefined }) }] : [],
  );
}

type FilterProps = {
  readonly list: Loaded;
  readonly active: ReturnType<typeof listActive>;
  readonly clearHref: string;
};

function Filters({ list: { filters, whose, kinds }, active, clearHref }: FilterProps) {
  const chosen = filters.kind;
  const missing = chosen !== '' && kinds.every(({ value }) => value !== chosen);
  const options = missing
    ? [...kinds, { value: chosen, label: `${words.kinds[chosen].label}（0）`, group: words.kinds[chosen].group }]
    : kinds;
  return (
    <FilterBar active={active} clearHref={clearHref}>
      <SelectField name="kind" label={words.kind} options={options} defaultValue={chosen} width="long" />
      <SelectField
        name="whose"
        label={words.whose}
        options={Object.entries(whoseLabels).map(([value, label]) => ({ value, label }))}
        blank={words.own}
        defaultValue={whose}
      />
      <SelectField
        name="due"
        label={words.whenDue}
        options={dueCodes.map((value) => ({ value, label: dueLabels[value] ?? value }))}
        defaultValue={filters.due}
      />
    </FilterBar>
  );
}
