import { countText } from '#record/list-address.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Pager } from '#ui/pager.tsx';
import { boardText as words } from '../board-text.ts';
import type { ShownUnplaced } from './unplaced-list.server.ts';

/** What is left out, why, and the cheapest change that would make room, with the page on which it is made. */
export function UnplacedList({ list }: { readonly list: ShownUnplaced }) {
  const { rows, count, more, nextHref, previousHref } = list;
  if (rows.length === 0) return <EmptyState title={words.unplacedNone} />;
  return (
    <>
      <p className="mb-3 max-w-3xl">{words.unplacedLead}</p>
      <DataTable
        caption={`${words.unplaced} ${countText({ count, more })}`}
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'request',
            header: words.request,
            rowHeader: true,
            cell: ({ requestHref, number, hostName, trade, place }) => (
              <>
                <a href={requestHref}>{number}</a>　{hostName}
                <span className="block text-solid-gray-700">
                  {trade}・{place}
                </span>
              </>
            ),
          },
          {
            key: 'priority',
            header: words.priority,
            cell: ({ priority }) => priority,
            align: 'end',
            keepTogether: true,
          },
          { key: 'left', header: words.left, cell: ({ left }) => left },
          {
            key: 'blockers',
            header: words.blockers,
            cell: ({ blockers }) => (
              <ul className="list-disc pl-5">
                {blockers.map((blocker) => (
                  <li key={blocker}>{blocker}</li>
                ))}
              </ul>
            ),
          },
          {
            key: 'remedy',
            header: words.remedy,
            cell: ({ number, remedy, shortageHref }) =>
              remedy ? (
                <>
                  {remedy.text}
                  <a
                    href={remedy.href}
                    className="flex min-h-6 w-fit items-center print:hidden"
                    aria-label={`${number}：${remedy.act}`}
                  >
                    {remedy.act}
                  </a>
                </>
              ) : (
                <>
                  {words.noRemedy}
                  <a
                    href={shortageHref}
                    className="flex min-h-6 w-fit items-center print:hidden"
                    aria-label={`${number}：${words.shortage}`}
                  >
                    {words.shortage}
                  </a>
                </>
              ),
          },
        ]}
      />
      <Pager nextHref={nextHref} previousHref={previousHref} />
    </>
  );
}
