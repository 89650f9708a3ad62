import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { outreachLineLabel } from '../domain/outreach-line.ts';
import type { LineRow } from '../line-queries.server.ts';
import { lineStateLabel, outreachText as words } from '../text.ts';
import { lineTones } from './outreach-tones.ts';

/** A line of the plan as pages show it. */
export function showLine({ line, held, planned, requests, state }: LineRow) {
  return { key: line, label: outreachLineLabel(line), held, planned, requests, state };
}

type ShownLine = ReturnType<typeof showLine> & { readonly href: string };

/** What each line of the plan has come to in the 年度; the word leads to where 「要請なし」 is recorded. */
export function LinesTable({ lines }: { readonly lines: readonly ShownLine[] }) {
  const times = (count: number) => `${count.toLocaleString('ja-JP')}回`;
  return (
    <div className="mb-6">
      <DataTable
        caption={words.lines}
        dense
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', header: words.line, cell: ({ label, href }) => <a href={href}>{label}</a>, rowHeader: true },
          { key: 'held', header: words.held, cell: ({ held }) => times(held), align: 'end', keepTogether: true },
          {
            key: 'planned',
            header: words.planned,
            cell: ({ planned }) => times(planned),
            align: 'end',
            keepTogether: true,
          },
          {
            key: 'requests',
            header: words.requests,
            cell: ({ requests }) => `${requests.toLocaleString('ja-JP')}件`,
            align: 'end',
            keepTogether: true,
          },
          {
            key: 'state',
            header: words.state,
            cell: ({ state }) => <ChipLabel tone={lineTones[state]}>{lineStateLabel(state)}</ChipLabel>,
            keepTogether: true,
          },
        ]}
      />
    </div>
  );
}
