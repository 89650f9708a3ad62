import { DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { planText as words } from '../text.ts';
import type { ComparedRow } from '../compare-figures.ts';

type PlanComparisonProps = {
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly ComparedRow[];
};

/** The plans side by side, figure by figure; the best of each line is marked by word and weight, not by colour. */
export function PlanComparison({ plans, rows }: PlanComparisonProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="comparison-heading">
      <h2 id="comparison-heading" className="text-std-20B-150 mb-1">
        {words.comparison}
      </h2>
      <p className="mb-2 max-w-3xl">{words.comparisonLead}</p>
      <DataTable
        caption={words.comparison}
        captionHidden
        dense
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'figure', header: words.figure, cell: ({ name }) => name, rowHeader: true },
          ...plans.map(({ id, name }, index) => ({
            key: id,
            header: name,
            align: 'end' as const,
            cell: ({ cells }: ComparedRow) => <Figure {...cells[index]} />,
          })),
        ]}
      />
    </section>
  );
}

function Figure({ text = '', note, best = false }: Partial<ComparedRow['cells'][number]>) {
  return (
    <>
      {best ? (
        <span className="mr-2 inline-flex items-center text-dns-14B-130 whitespace-nowrap text-success-2">
          <Icon name="check" />
          {words.best}
        </span>
      ) : null}
      {best ? <b>{text}</b> : text}
      {note ? <span className="ml-1 text-solid-gray-700">（{note}）</span> : null}
    </>
  );
}
