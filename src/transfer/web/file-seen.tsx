import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList, type DescriptionItem } from '#ui/description-list.tsx';
import type { FileFacts } from '../import-file.server.ts';
import { formatText, grouped } from '../text.ts';
import { pageWords as words } from './text.ts';

const LONGEST_UNBROKEN = 12;

type FileSeenProps = { readonly file: FileFacts; readonly items: readonly DescriptionItem[] };

/** What a file was read as: name, encoding, number of rows, and its first rows to recognise it by (DAT-04). */
export function FileSeen({ file, items }: FileSeenProps) {
  const rows = file.firstRows.map((cells, index) => ({ key: String(index), cells }));
  return (
    <section className="my-6 grid gap-4">
      <h2 className="text-std-20B-150">{words.fileSeen}</h2>
      <div className="max-w-3xl">
        <DescriptionList
          items={[
            ...items,
            { term: words.formatSeen, detail: formatText(file) },
            { term: words.rowCount, detail: words.rows(grouped(file.rowCount)) },
          ]}
        />
      </div>
      {rows.length === 0 ? null : (
        <DataTable
          caption={words.firstRows}
          dense
          rows={rows}
          rowKey={({ key }) => key}
          columns={file.header.map((header, index) => ({
            key: String(index),
            header,
            cell: (row: (typeof rows)[number]) => row.cells[index] ?? '',
            keepTogether: [header, ...file.firstRows.map((cells) => cells[index] ?? '')].every(isShort),
          }))}
        />
      )}
    </section>
  );
}

/** A word or a code that would be broken for no gain; long text may wrap. */
function isShort(text: string): boolean {
  return text.length <= LONGEST_UNBROKEN;
}
