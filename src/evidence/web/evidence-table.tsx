import { DataTable } from '#ui/data-table.tsx';
import type { ShownEvidence } from '../show-evidence.ts';
import { evidenceText as words } from '../text.ts';

/** The files of an application; the name of each downloads it. */
export function EvidenceTable({ rows }: { readonly rows: readonly ShownEvidence[] }) {
  const removable = rows.some(({ removeHref }) => removeHref !== undefined);
  return (
    <DataTable
      caption={`${words.files} ${rows.length}件`}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', header: words.kind, cell: ({ kind }) => kind },
        {
          key: 'name',
          header: words.file,
          cell: ({ fileName, href }) => (
            <a href={href} download className="break-all" aria-label={words.downloadOf(fileName)}>
              {fileName}
            </a>
          ),
          rowHeader: true,
        },
        { key: 'size', header: words.size, cell: ({ size }) => size, align: 'end', keepTogether: true },
        { key: 'added', header: words.added, cell: ({ added }) => added, keepTogether: true },
        { key: 'who', header: words.who, cell: ({ who }) => who },
        ...(removable
          ? [
              {
                key: 'act',
                header: words.act,
                acts: true,
                cell: ({ fileName, removeHref }: ShownEvidence) =>
                  removeHref && (
                    <a href={removeHref} aria-label={words.removeOf(fileName)}>
                      {words.remove}
                    </a>
                  ),
                keepTogether: true,
              },
            ]
          : []),
      ]}
    />
  );
}
