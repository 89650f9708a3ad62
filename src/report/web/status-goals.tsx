import { BulletBar } from '#ui/bullet-bar.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { rateText } from '../domain/measure.ts';
import type { StatusReport } from '../domain/status-report.ts';
import { toStatusBar, type MetricLinks } from '../status-links.ts';
import { reportText as words } from '../text.ts';

/** 成果目標 and 活動目標, which close the report. */
export function StatusGoals({ report, links }: { readonly report: StatusReport; readonly links: MetricLinks }) {
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
              key: 'rate',
              header: words.actual,
              cell: ({ rate }) => (rate === null ? words.noRecords : rateText(rate)),
              align: 'end',
            },
          ]}
        />
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
