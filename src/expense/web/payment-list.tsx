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
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { listBatches } from '../payment-queries.server.ts';
import { batchStateLabel, paymentText as words } from '../payment-text.ts';
import { expenseText } from '../text.ts';
import type { Route } from './+types/payment-list.ts';
import { batchTones } from './payment-tones.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, url, year, href }) => {
  const cursor = decodeCursor(url.searchParams.get('cursor') ?? '', 2);
  const page = await listBatches(ctx, { fiscalYear: year, cursor });
  const may = (permission: 'expense.pay' | 'bank-account.read') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      day: formatSlashDate(row.paidOn),
      state: row.state,
      stateText: batchStateLabel(row.state),
      maker: row.makerName,
      people: `${row.people}人`,
      total: formatYen(row.netYen),
      href: href(`payments/${row.id}`),
    })),
    newHref: may('expense.pay') ? href('payments/new') : undefined,
    payerHref: may('bank-account.read') ? href('payments/payer') : undefined,
  };
});

export default function PaymentList({ loaderData }: Route.ComponentProps) {
  const { rows, newHref, payerHref, next, previous } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
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
            {payerHref ? <ButtonLink href={payerHref}>{words.payer}</ButtonLink> : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyList title={words.emptyTitle} lead={words.emptyLead} add={{ label: words.add, href: newHref }} />
      ) : (
        <DataTable
          caption={`${words.title} ${countText(loaderData)}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'day', header: words.paidOn, cell: ({ day, href }) => <a href={href}>{day}</a>, rowHeader: true },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateText }) => <ChipLabel tone={batchTones[state]}>{stateText}</ChipLabel>,
            },
            { key: 'people', header: words.people, cell: ({ people }) => people, align: 'end' },
            { key: 'total', header: words.total, cell: ({ total }) => total, align: 'end', keepTogether: true },
            { key: 'maker', header: words.maker, cell: ({ maker }) => maker },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
