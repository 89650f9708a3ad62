import { BulletBar } from '#ui/bullet-bar.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { rateText } from '../domain/measure.ts';
import type { Outcome, StatusReport } from '../domain/status-report.ts';
import { toStatusBar, type MetricLinks } from '../status-links.ts';
import { intervalText, reportText as words } from '../text.ts';

/** 成果目標 and 活動目標, which close the report. */
export function StatusGoals({ report, links }: { readonly report: StatusReport; readonly links: MetricLinks }) {
  const few = report.outcomes.find(({ small, rate }) => small && rate !== null);
  return (
    <section className="mt-8 border-t border-solid-gray-420 pt-3">
      <h2 className="mb-2 text-std-20B-150">{words.goals}</h2>
      <div className="mb-6 max-w-3xl">
        <DataTable
          caption={words.outcomes}
          dense
          rows={report.outcomes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', header: words.metric, cell: ({ label }) => label, rowHeader: true },
            {
              key: 'target',
              header: words.target,
              cell: ({ target }) => (target === null ? words.noTarget : `${target}%以上`),
              align: 'end',
            },
            {
              key: 'answers',
              header: words.answers,
              cell: (outcome) => <Answers outcome={outcome} href={links[outcome.key]?.actual} />,
              align: 'end',
            },
            {
              key: 'rate',
              header: words.share,
              cell: ({ rate }) => (rate === null ? '' : <b>{rateText(rate)}</b>),
              align: 'end',
            },
            { key: 'interval', header: words.interval, cell: intervalText, align: 'end' },
          ]}
        />
        {few ? <p className="mt-2 text-dns-14N-130">{words.few(few.needed)}</p> : null}
      </div>
      <h3 className="mb-2 text-std-16B-170">{words.outputs}</h3>
      <div className="max-w-3xl">
        {report.outputs.map((output) => {
          const bar = toStatusBar(output, links);
          return bar ? <BulletBar key={output.label} {...bar} /> : null;
        })}
      </div>
    </section>
  );
}

/** 「28/30件」, leading to the visits behind it. */
function Answers({ outcome, href }: { readonly outcome: Outcome; readonly href: string | undefined }) {
  const { numerator, denominator, rate, small } = outcome;
  if (rate === null || numerator === null || denominator === null) return words.noAnswers;
  const text = words.ofAnswers(numerator, denominator);
  return (
    <>
      {href === undefined ? text : <a href={href}>{text}</a>}
      {small ? words.fewMark : ''}
    </>
  );
}
