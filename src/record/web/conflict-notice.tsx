import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import type { Difference } from './record-pages.server.ts';
import { recordWords } from './text.ts';

/** Two people changed one record: nothing was saved, and both contents stand side by side so that no typing is lost. */
export function ConflictNotice({
  differences,
  editHref,
}: {
  readonly differences: readonly Difference[];
  readonly editHref: string;
}) {
  return (
    <>
      <Notification kind="warning" title={recordWords.conflictTitle}>
        {recordWords.conflictLead}
      </Notification>
      <div className="my-6">
        <DataTable
          caption={recordWords.conflictTitle}
          captionHidden
          columns={[
            { key: 'header', header: recordWords.conflictField, cell: (row) => row.header, rowHeader: true },
            { key: 'current', header: recordWords.conflictCurrent, cell: (row) => row.current || recordWords.blank },
            { key: 'yours', header: recordWords.conflictYours, cell: (row) => row.yours || recordWords.blank },
          ]}
          rows={differences}
          rowKey={(row) => row.header}
        />
      </div>
      <ButtonLink variant="solid" href={editHref}>
        {recordWords.conflictReload}
      </ButtonLink>
    </>
  );
}
