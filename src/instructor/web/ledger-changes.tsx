import { DataTable } from '#ui/data-table.tsx';
import { instructorText as words } from '../text.ts';
import { recordWords } from '#record/web/text.ts';
import type { showLedgerChanges } from './show-ledger-changes.ts';

/** Where somebody lived and worked, and what they taught, before; as clerks look it up. */
export function LedgerChanges({ changes }: { readonly changes: ReturnType<typeof showLedgerChanges> }) {
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.changes}</h2>
      {changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <DataTable
          caption={words.changes}
          captionHidden
          dense
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'day', header: words.changedOn, cell: ({ day }) => day, rowHeader: true, keepTogether: true },
            { key: 'item', header: words.changedItem, cell: ({ item }) => item, keepTogether: true },
            { key: 'before', header: words.changedFrom, cell: ({ before }) => before || recordWords.blank },
            { key: 'after', header: words.changedTo, cell: ({ after }) => after || recordWords.blank },
            { key: 'who', header: words.changedBy, cell: ({ who }) => who },
          ]}
        />
      )}
    </section>
  );
}
