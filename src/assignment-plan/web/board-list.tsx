import { Form } from 'react-router';
import { countText } from '#record/list-address.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { Choice } from '#ui/choice.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Pager } from '#ui/pager.tsx';
import { boardText as words } from '../board-text.ts';
import type { ShownList, ShownRequest, ShownSession } from './board-list.server.ts';

/** The requests in order of urgency with what is proposed for them; ticked ones are adopted together. */
export function BoardList({ list }: { readonly list: ShownList }) {
  const { rows, mayAdopt, adoptHref, count, more, nextHref, previousHref, isNarrowed } = list;
  if (rows.length === 0) {
    return (
      <EmptyState title={isNarrowed ? words.emptyTitle : words.nothingTitle}>
        {isNarrowed ? words.emptyLead : words.nothingLead}
      </EmptyState>
    );
  }
  const table = (
    <DataTable
      caption={`${words.request} ${countText({ count, more })}`}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[...(mayAdopt ? [selectColumn] : []), ...columns]}
    />
  );
  return (
    <>
      {mayAdopt ? (
        <Form method="get" action={adoptHref} className="flex flex-col gap-4">
          {table}
          <div className="print:hidden">
            <Button variant="solid">{words.adopt}</Button>
          </div>
        </Form>
      ) : (
        table
      )}
      <Pager nextHref={nextHref} previousHref={previousHref} />
    </>
  );
}

const selectColumn: Column<ShownRequest> = {
  key: 'select',
  header: words.select,
  acts: true,
  cell: ({ id, number, isOpen }) =>
    isOpen ? (
      <Choice
        type="checkbox"
        name="request"
        value={id}
        label={
          <span className="sr-only">
            {number}を{words.select}
          </span>
        }
      />
    ) : null,
};

const columns: readonly Column<ShownRequest>[] = [
  {
    key: 'request',
    header: words.request,
    rowHeader: true,
    cell: ({ hostName, number, href, place, trade }) => (
      <>
        <a href={href}>{number}</a>　{hostName}
        <span className="block text-solid-gray-700">
          {trade}・{place}
        </span>
      </>
    ),
  },
  { key: 'priority', header: words.priority, cell: ({ priority }) => priority, align: 'end', keepTogether: true },
  {
    key: 'sessions',
    header: words.sessions,
    cell: ({ sessions }) => (
      <ul>
        {sessions.map(({ key, ...session }) => (
          <Session key={key} {...session} />
        ))}
      </ul>
    ),
  },
  {
    key: 'detail',
    header: words.detail,
    acts: true,
    keepTogether: true,
    cell: ({ number, href }) => (
      <a href={href} className="inline-flex min-h-6 items-center" aria-label={`${number}の${words.detail}`}>
        {words.detail}
      </a>
    ),
  },
];

function Session({ day, time, people, chips, reason }: Omit<ShownSession, 'key'>) {
  return (
    <li className="border-b border-solid-gray-200 py-1 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="whitespace-nowrap">{day}</span>
        <span className="whitespace-nowrap">{time}</span>
        {people.map(({ key, name, way }) => (
          <span key={key} className="whitespace-nowrap">
            {name}（{way}）
          </span>
        ))}
        {chips.map(({ label, tone }) => (
          <ChipLabel key={label} tone={tone}>
            {label}
          </ChipLabel>
        ))}
      </p>
      {reason ? <p className="text-solid-gray-700">{reason}</p> : null}
    </li>
  );
}
