import { useLocation } from 'react-router';
import { instantText } from '#platform/instant-text.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { mailKinds, mailStates } from '../domain/mail-draft.ts';
import { listMailDrafts } from '../outbox-queries.server.ts';
import { mailKindLabel, mailStateLabel, outboxText as words } from '../text.ts';
import type { Route } from './+types/outbox-list.ts';
import { mailTones } from './mail-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, href }) => {
  const chosen = <Code extends string>(name: string, list: readonly { readonly code: Code }[]): Code | '' =>
    list.find(({ code }) => code === url.searchParams.get(name))?.code ?? '';
  const filters = { state: chosen('state', mailStates), kind: chosen('kind', mailKinds) };
  const cursor = decodeCursor(url.searchParams.get('cursor') ?? '', 2);
  const page = await listMailDrafts(ctx, { filters, cursor });
  return {
    ...page,
    filters,
    rows: page.rows.map((row) => ({
      ...row,
      kindLabel: mailKindLabel(row.kind),
      stateLabel: mailStateLabel(row.state),
      draftedAt: instantText(row.draftedAt),
      href: href(`outbox/${row.id}`),
    })),
  };
});

export default function OutboxList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, next, previous } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = [
    ...(filters.state
      ? [{ label: `${words.state}：${mailStateLabel(filters.state)}`, removeHref: address({ state: undefined }) }]
      : []),
    ...(filters.kind
      ? [{ label: `${words.kind}：${mailKindLabel(filters.kind)}`, removeHref: address({ kind: undefined }) }]
      : []),
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FilterBar active={active} clearHref={location.pathname}>
        <SelectField
          name="state"
          label={words.state}
          options={mailStates.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={filters.state}
        />
        <SelectField
          name="kind"
          label={words.kind}
          options={mailKinds.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={filters.kind}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
        />
      ) : (
        <DataTable
          caption={`${words.title} ${countText(loaderData)}`}
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'subject',
              header: words.subject,
              cell: (row) => <a href={row.href}>{row.subject}</a>,
              rowHeader: true,
            },
            { key: 'to', header: words.to, cell: (row) => <span className="break-all">{row.to}</span> },
            { key: 'kind', header: words.kind, cell: (row) => row.kindLabel },
            {
              key: 'state',
              header: words.state,
              cell: (row) => <ChipLabel tone={mailTones[row.state]}>{row.stateLabel}</ChipLabel>,
              keepTogether: true,
            },
            { key: 'at', header: words.draftedAt, cell: (row) => row.draftedAt, keepTogether: true },
            { key: 'by', header: words.draftedBy, cell: (row) => row.draftedBy },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
