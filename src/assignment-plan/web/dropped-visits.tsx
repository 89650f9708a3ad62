import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import { boardText, droppedText as words } from '../board-text.ts';
import type { ShownDropped } from './dropped-visits.server.ts';

/** Visits that stay though the proposal has no place for them, each with the way to call it off. Nothing where there is none. */
export function DroppedVisits({ visits }: { readonly visits: ShownDropped }) {
  if (visits.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Notification kind="warning" title={words.title(visits.length)}>
        {words.lead}
      </Notification>
      <DataTable
        caption={words.caption}
        dense
        rows={visits}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'visit',
            header: words.visit,
            rowHeader: true,
            cell: ({ href, number, when, people }) => (
              <>
                <a href={href}>{number}</a>　{when}
                <span className="block">{people}</span>
              </>
            ),
          },
          {
            key: 'request',
            header: boardText.request,
            cell: ({ requestHref, request, hostName }) => (
              <>
                <a href={requestHref}>{request}</a>　{hostName}
              </>
            ),
          },
          {
            key: 'act',
            header: words.whatToDo,
            cell: ({ blocked, cancelHref, number }) => (
              <>
                {blocked}
                {cancelHref === undefined ? null : (
                  <a
                    href={cancelHref}
                    className="flex min-h-6 w-fit items-center print:hidden"
                    aria-label={`${number}：${words.cancel}`}
                  >
                    {words.cancel}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
