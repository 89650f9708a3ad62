import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { loadCandidatePage } from './candidate-page.server.ts';
import { matchingText as words } from '../text.ts';

type CandidatePage = Awaited<ReturnType<typeof loadCandidatePage>>;
type RankedRow = CandidatePage['ranked'][number];
type ExcludedRow = CandidatePage['excluded'][number];

type RankedTableProps = {
  readonly rows: readonly RankedRow[];
  readonly mayAssign: boolean;
  readonly chosenId: string | undefined;
};

/** The candidates in their order, each with the reasons for it. */
export function RankedTable({ rows, mayAssign, chosenId }: RankedTableProps) {
  return (
    <div className="mb-6">
      <DataTable
        caption={`${words.ranked} ${rows.length}人`}
        dense
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'rank', header: words.rank, cell: (row) => row.rank, align: 'end', keepTogether: true },
          { key: 'name', header: words.name, cell: (row) => <Person row={row} />, rowHeader: true },
          { key: 'distance', header: words.distance, cell: (row) => row.distance, align: 'end', keepTogether: true },
          { key: 'free', header: words.freeDays, cell: (row) => row.freeDays, align: 'end', keepTogether: true },
          { key: 'left', header: words.left, cell: (row) => row.left, align: 'end', keepTogether: true },
          { key: 'last', header: words.lastActivity, cell: (row) => row.lastActivity, keepTogether: true },
          { key: 'score', header: words.score, cell: (row) => <Score row={row} /> },
          ...(mayAssign
            ? [{ key: 'choose', header: words.chooseHeader, cell: chooseCell(chosenId), keepTogether: true }]
            : []),
        ]}
      />
    </div>
  );
}

function Person({ row }: { readonly row: ExcludedRow | RankedRow }) {
  return (
    <>
      <a href={row.href}>{row.name}</a>
      <span className="block text-dns-14N-130 text-solid-gray-700">
        {row.kind}・{row.number}
      </span>
    </>
  );
}

function Score({ row }: { readonly row: RankedRow }) {
  return (
    <Disclosure
      summary={
        <>
          {row.score}
          <span className="sr-only">
            {words.scoreUnit}。{row.name}の{words.reasons}
          </span>
        </>
      }
    >
      <p className="font-700">{words.reasons}</p>
      <Lines lines={row.reasons} />
      <p className="mt-2 font-700">{words.verdicts}</p>
      <Lines lines={row.verdicts} />
    </Disclosure>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="list-disc pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function chooseCell(chosenId: string | undefined) {
  return function Choose(row: RankedRow) {
    if (row.id === chosenId) return <ChipLabel tone="progress">{words.chosen}</ChipLabel>;
    return (
      <ButtonLink size="sm" href={row.chooseHref} aria-label={`${row.name}：${words.choose}`}>
        {words.choose}
      </ButtonLink>
    );
  };
}

/** Who may not take the request, and every rule that says so. */
export function ExcludedTable({ rows }: { readonly rows: readonly ExcludedRow[] }) {
  return (
    <DataTable
      caption={words.excluded}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', header: words.name, cell: (row) => <Person row={row} />, rowHeader: true },
        { key: 'why', header: words.why, cell: (row) => <Lines lines={row.reasons} /> },
      ]}
    />
  );
}
