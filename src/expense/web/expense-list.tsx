import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen } from '#kernel/money.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { CLAIM_CURSOR_LENGTH, countClaims, listClaims } from '../claim-queries.server.ts';
import { claimStates } from '../domain/claim-state.ts';
import { claimFormats } from '../export-claims.server.ts';
import { claimStateLabel, expenseText as words } from '../text.ts';
import type { Route } from './+types/expense-list.ts';
import { readClaimFilters } from './claim-filters.ts';
import { claimTones } from './expense-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, year, href }) => {
  const filters = readClaimFilters(url);
  const cursor = decodeCursor(url.searchParams.get('cursor') ?? '', CLAIM_CURSOR_LENGTH);
  const page = await listClaims(ctx, { filters, cursor, fiscalYear: year });
  const counts = await countClaims(ctx, year);
  const may = (permission: 'expense.write' | 'transfer.export') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      visit: row.visitNumber,
      day: formatSlashDate(row.visitOn),
      instructor: row.instructorName,
      host: row.host,
      state: row.state,
      stateText: claimStateLabel(row.state),
      total: formatYen(row.totalYen),
      href: href(`expenses/${row.id}`),
    })),
    states: claimStates.map(({ code, label }) => ({ value: code, label: `${label}（${counts.get(code) ?? 0}）` })),
    filters,
    newHref: may('expense.write') ? href('expenses/unclaimed') : undefined,
    ratesHref: href('expenses/rates'),
    budgetHref: href('expenses/budget'),
    paymentsHref: href('payments'),
    files: may('transfer.export')
      ? claimFormats.map((format) => ({
          label: words.formats[format],
          href: `${href(`expenses/file/${format}`)}${url.search}`,
        }))
      : [],
  };
});

export default function ExpenseList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, states, next, previous, newHref, ratesHref, budgetHref, paymentsHref, files } = loaderData;
  const location = useLocation();
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = [
    { name: 'state', term: words.state, value: filters.state === '' ? '' : claimStateLabel(filters.state) },
    { name: 'q', term: words.q, value: filters.q },
  ].flatMap(({ name, term, value }) =>
    value === '' ? [] : [{ label: `${term}：${value}`, removeHref: address({ [name]: undefined }) }],
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <>
            {newHref ? (
              <ButtonLink variant="solid" href={newHref}>
                {words.draft}
              </ButtonLink>
            ) : null}
            <ButtonLink href={paymentsHref}>{words.payments}</ButtonLink>
            <ButtonLink href={budgetHref}>{words.budget}</ButtonLink>
            <ButtonLink href={ratesHref}>{words.rates}</ButtonLink>
          </>
        }
      />
      <FilterBar active={active} clearHref={location.pathname}>
        <TextField type="search" name="q" label={words.q} hint={words.qHint} defaultValue={filters.q} />
        <SelectField name="state" label={words.state} options={states} defaultValue={filters.state} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          title={isNarrowed ? words.nothingFits : words.emptyTitle}
          lead={isNarrowed ? words.nothingFitsLead : words.emptyLead}
          clearHref={isNarrowed ? location.pathname : undefined}
          add={{ label: words.draft, href: newHref }}
        />
      ) : (
        <DataTable
          caption={`${words.title} ${countText(loaderData)}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'instructor',
              header: words.instructor,
              cell: ({ instructor, href }) => <a href={href}>{instructor}</a>,
              rowHeader: true,
            },
            { key: 'day', header: words.visitOn, cell: ({ day }) => day, keepTogether: true },
            { key: 'visit', header: words.visit, cell: ({ visit }) => visit, keepTogether: true },
            { key: 'host', header: words.host, cell: ({ host }) => host },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateText }) => <ChipLabel tone={claimTones[state]}>{stateText}</ChipLabel>,
            },
            { key: 'total', header: words.amount, cell: ({ total }) => total, align: 'end', keepTogether: true },
          ]}
        />
      )}
      {rows.length > 0 ? <LinkSection title={words.files} links={files} /> : null}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
