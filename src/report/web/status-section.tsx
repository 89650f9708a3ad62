import type { ReactNode } from 'react';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { targetText } from '#plan/domain/target.ts';
import { BulletBar } from '#ui/bullet-bar.tsx';
import type { MetricValue, StatusSection } from '../domain/status-report.ts';
import { isHeadingOnly } from '../domain/section-shape.ts';
import { toStatusBar, type MetricLinks } from '../status-links.ts';
import { absentText, reportText as words } from '../text.ts';
import { StatusTableView } from './status-table.tsx';

type SectionProps = { readonly section: StatusSection; readonly links: MetricLinks };

/** One item of the plan in the three columns of the report; on a narrow screen they follow each other. */
export function StatusSectionView({ section, links }: SectionProps) {
  const { number, title, guideline, plan, status, metrics, tables } = section;
  const heading = [number, title].filter(Boolean).join('　');
  if (isHeadingOnly(section)) return <h2 className="mt-8 mb-2 text-std-24B-150">{heading}</h2>;
  return (
    <section className="mb-6 border-t border-solid-gray-420 pt-3">
      <h3 className="mb-2 text-std-18B-160">{heading}</h3>
      <div className="grid gap-x-6 gap-y-4 wide:grid-cols-12 print:grid-cols-12">
        <Column title={words.columns.guideline} span="wide:col-span-3 print:col-span-3">
          <Prose text={guideline} />
        </Column>
        <Column title={words.columns.plan} span="wide:col-span-3 print:col-span-3">
          <Prose text={plan} />
          <Targets metrics={metrics} />
        </Column>
        <Column title={words.columns.status} span="wide:col-span-6 print:col-span-6">
          <Bars metrics={metrics} links={links} />
          {tables.map((table) => (
            <StatusTableView key={table.title} table={table} links={links} />
          ))}
          <NoRequests lines={section.noRequests} />
          <Prose text={status} />
        </Column>
      </div>
    </section>
  );
}

function Column({
  title,
  span,
  children,
}: {
  readonly title: string;
  readonly span: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`min-w-0 ${span}`}>
      <h4 className="mb-1.5 text-dns-14B-130 text-solid-gray-700">{title}</h4>
      <div className="flex flex-col gap-4">{children}</div>
    </div>
  );
}

function Prose({ text }: { readonly text: string }) {
  return text === '' ? null : <p className="whitespace-pre-line">{text}</p>;
}

function NoRequests({ lines }: { readonly lines: StatusSection['noRequests'] }) {
  return lines.map(({ line, label, statedOn, efforts }) => (
    <div key={line}>
      <p>
        <b>{words.noRequest(label, formatSlashDate(statedOn))}</b>
      </p>
      {efforts === null ? null : <p className="whitespace-pre-line">{words.noRequestEfforts(efforts)}</p>}
    </div>
  ));
}

function Targets({ metrics }: { readonly metrics: readonly MetricValue[] }) {
  const targets = metrics.filter(({ target }) => target !== null);
  if (targets.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {targets.map(({ label, target, targetUnit, atLeast }) => (
        <li key={label}>
          {label}：
          <b className="whitespace-nowrap">{targetText({ value: target ?? 0, unit: targetUnit ?? '', atLeast })}</b>
        </li>
      ))}
    </ul>
  );
}

function Bars({ metrics, links }: { readonly metrics: readonly MetricValue[]; readonly links: MetricLinks }) {
  return metrics.map((metric) => {
    const bar = toStatusBar(metric, links);
    if (!bar) {
      return (
        <p key={metric.label}>
          {metric.label}：{absentText(metric)}
        </p>
      );
    }
    // What the plan sets no target for stands in the tables below, or has nothing to tell.
    return bar.target === null ? null : <BulletBar key={metric.label} {...bar} />;
  });
}
