import { DataTable } from '#ui/data-table.tsx';
import { STANDARD_TARGET, type OutcomeKey, type Share } from '../domain/outcome.ts';
import { intervalText, outcomeLabel, shareText, surveyText as words } from '../text.ts';

type ShownShare = Share & { readonly key: OutcomeKey; /** The visits behind it. */ readonly href?: string };

/** The three outcome targets: how many of how many, the rate, its interval, and whether there are too few. */
export function OutcomeTable({ shares }: { readonly shares: readonly ShownShare[] }) {
  const [few] = shares.filter(({ small }) => small);
  return (
    <section className="max-w-4xl">
      <DataTable
        caption={words.outcomes}
        dense
        rows={shares}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', header: words.outcome, cell: ({ key }) => outcomeLabel(key), rowHeader: true },
          { key: 'target', header: words.target, cell: () => words.atLeast(STANDARD_TARGET * 100), align: 'end' },
          {
            key: 'count',
            header: `${words.agreed}／${words.answers}`,
            cell: (share) => <Count {...share} />,
            align: 'end',
          },
          {
            key: 'rate',
            header: words.rate,
            cell: ({ rate }) => (rate === null ? words.none : <b>{shareText(rate)}</b>),
            align: 'end',
          },
          { key: 'interval', header: words.interval, cell: intervalText, align: 'end' },
        ]}
      />
      <p className="mt-2 text-dns-14N-130">{words.intervalNote}</p>
      {few ? <p className="mt-1 text-dns-14N-130">※ {words.small(few.needed)}</p> : null}
    </section>
  );
}

function Count({ numerator, denominator, small, href }: ShownShare) {
  const text = `${numerator}／${denominator}件`;
  return (
    <>
      {href === undefined || denominator === 0 ? text : <a href={href}>{text}</a>}
      {small ? `（※${words.smallShort}）` : ''}
    </>
  );
}
