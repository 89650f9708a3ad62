import { useLocation } from 'react-router';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { instantText } from '#platform/instant-text.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { findTrade } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { listApplications } from '../application-queries.server.ts';
import { applicationStates } from '../domain/public-request.ts';
import { applicationStateLabel, applicationText as words, publicRequestText } from '../text.ts';
import type { Route } from './+types/application-list.ts';
import { applicationTones } from './application-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, href }) => {
  const state = applicationStates.find(({ code }) => code === url.searchParams.get('state'))?.code;
  const page = await listApplications(ctx, {
    state: state ?? '',
    cursor: decodeCursor(url.searchParams.get('cursor') ?? '', 2),
  });
  return {
    ...page,
    state: state ?? ('' as const),
    formHref: `/apply/${ctx.corner}`,
    papers: recordLetterLinks('blank', 'paper', href),
    rows: page.rows.map((row) => ({
      ...row,
      stateLabel: applicationStateLabel(row.state),
      receivedAt: instantText(row.receivedAt),
      trade: findTrade(row.tradeCode)?.name ?? row.tradeCode,
      href: href(`applications/${row.id}`),
    })),
  };
});

export default function ApplicationList({ loaderData }: Route.ComponentProps) {
  const { rows, state, next, previous, formHref, papers } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = state
    ? [{ label: `${words.state}：${applicationStateLabel(state)}`, removeHref: address({ state: undefined }) }]
    : [];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<ButtonLink href={formHref}>{words.form}</ButtonLink>}
      />
      <FilterBar active={active} clearHref={location.pathname}>
        <SelectField
          name="state"
          label={words.state}
          options={applicationStates.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={state}
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
              key: 'number',
              header: publicRequestText.receiptNumber,
              cell: (row) => <a href={row.href}>{row.receiptNumber}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'at', header: words.receivedAt, cell: (row) => row.receivedAt, keepTogether: true },
            { key: 'host', header: words.host, cell: (row) => row.hostName },
            { key: 'trade', header: words.trade, cell: (row) => row.trade },
            { key: 'wished', header: words.wished, cell: (row) => `${row.wished}回`, align: 'end' },
            {
              key: 'state',
              header: words.state,
              cell: (row) => <ChipLabel tone={applicationTones[row.state]}>{row.stateLabel}</ChipLabel>,
              keepTogether: true,
            },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
      <LinkSection title={words.blankPapers} links={papers} />
    </>
  );
}
