import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CONSULTATION_CURSOR_LENGTH, listConsultations } from '../consultation-queries.server.ts';
import { consultationRecords } from '../consultation-records.server.ts';
import { clientKinds, consultationChannels, consultationTopics } from '../domain/consultation-fields.ts';
import {
  channelLabel,
  clientKindLabel,
  consultationStates,
  isFollowUpDue,
  topicLabel,
} from '../domain/consultation.ts';
import { consultationText as words } from '../text.ts';
import type { Route } from './+types/consultation-list.ts';
import { ConsultationStateChip } from './consultation-state-chip.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

const states = [...consultationStates, { code: 'due', label: words.due }] as const;

export const loader = staffPage(async (call) => {
  const { ctx, url, href, year } = call;
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const known = <Code extends string>(name: string, list: readonly { readonly code: Code }[]): Code | '' =>
    list.find(({ code }) => code === parameter(name))?.code ?? '';
  const typed = {
    q: parameter('q'),
    channel: known('channel', consultationChannels),
    kind: known('kind', clientKinds),
    topic: known('topic', consultationTopics),
    state: known('state', states),
  };
  const page = await listConsultations(ctx, {
    filters: { ...typed, fiscalYear: year },
    cursor: decodeCursor(parameter('cursor'), CONSULTATION_CURSOR_LENGTH),
  });
  return {
    typed,
    count: countText(page),
    next: page.next,
    previous: page.previous,
    rows: page.rows.map((row) => ({
      ...row,
      received: formatSlashDate(row.receivedOn),
      channel: channelLabel(row.channel),
      kind: clientKindLabel(row.clientKind),
      topics: row.topics.map(topicLabel).join('、'),
      followUp: row.followUpOn === null ? '' : formatSlashDate(row.followUpOn),
      isDue: isFollowUpDue(row.state, row.followUpOn, ctx.today()),
      href: href(`consultations/${row.id}`),
    })),
    newHref: recordHrefs(call, { records: consultationRecords, path: 'consultations' }).newHref,
  };
});

export default function ConsultationList({ loaderData }: Route.ComponentProps) {
  const { rows, count, next, previous, newHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          newHref ? (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      />
      <Filters typed={loaderData.typed} active={active} clearHref={location.pathname} />
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <ConsultationTable caption={`${words.title} ${count}`} rows={rows} />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

type List = Route.ComponentProps['loaderData'];

function ConsultationTable({ caption, rows }: { readonly caption: string; readonly rows: List['rows'] }) {
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: words.number,
          cell: (row) => <a href={row.href}>{row.number}</a>,
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'received', header: words.received, cell: (row) => row.received, keepTogether: true },
        { key: 'client', header: words.client, cell: (row) => row.clientName },
        { key: 'kind', header: words.kind, cell: (row) => row.kind, keepTogether: true },
        { key: 'channel', header: words.channel, cell: (row) => row.channel, keepTogether: true },
        { key: 'topic', header: words.topic, cell: (row) => row.topics },
        { key: 'followUp', header: words.followUp, cell: (row) => row.followUp, keepTogether: true },
        { key: 'takenBy', header: words.takenBy, cell: (row) => row.takenBy, keepTogether: true },
        {
          key: 'state',
          header: words.state,
          cell: (row) => <ConsultationStateChip state={row.state} isDue={row.isDue} />,
          keepTogether: true,
        },
      ]}
    />
  );
}

type FiltersProps = {
  readonly typed: List['typed'];
  readonly active: ReturnType<typeof activeFilters>;
  readonly clearHref: string;
};

function Filters({ typed, active, clearHref }: FiltersProps) {
  const options = (list: readonly { readonly code: string; readonly label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }));
  return (
    <FilterBar active={active} clearHref={clearHref}>
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={typed.q} type="search" />
      <SelectField name="kind" label={words.kind} options={options(clientKinds)} defaultValue={typed.kind} />
      <SelectField name="topic" label={words.topic} options={options(consultationTopics)} defaultValue={typed.topic} />
      <SelectField
        name="channel"
        label={words.channel}
        options={options(consultationChannels)}
        defaultValue={typed.channel}
      />
      <SelectField name="state" label={words.state} options={options(states)} defaultValue={typed.state} />
    </FilterBar>
  );
}

function activeFilters({ typed }: List, address: (changes: Record<string, string | undefined>) => string) {
  const shown: readonly (readonly [string, string, string | undefined])[] = [
    ['q', words.search, typed.q],
    ['kind', words.kind, typed.kind && clientKindLabel(typed.kind)],
    ['topic', words.topic, typed.topic && topicLabel(typed.topic)],
    ['channel', words.channel, typed.channel && channelLabel(typed.channel)],
    ['state', words.state, states.find(({ code }) => code === typed.state)?.label],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
