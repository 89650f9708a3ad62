import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { partsOf, type PlainDate } from '#kernel/plain-date.ts';
import {
  textCell,
  type Block,
  type Cell,
  type DocumentModel,
  type TableBlock,
} from '#platform/document-rendering/document-model.ts';
import { targetText } from '#plan/domain/target.ts';
import { rateText } from '../domain/measure.ts';
import { isGoal, isGoalsOnly, isHeadingOnly, isSilent } from '../domain/section-shape.ts';
import type {
  MetricValue,
  NoRequestLine,
  Outcome,
  StatusReport,
  StatusSection,
  StatusTable,
} from '../domain/status-report.ts';
import { figureText, intervalText, reportText as words } from '../text.ts';

const COLUMN_SHARES = [22, 30, 48] as const;

/**
 * The 実施状況 report in the form that corners publish (S0): three columns, the figures as tables inside the third,
 * then the goals. Plan sections of one outermost heading follow each other under it.
 */
export function buildStatusReportDocument(report: StatusReport, prefecture: string): DocumentModel {
  const { sections, unreported, uncounted } = report;
  return {
    title: words.documentTitle(fiscalYearLabel(report.fiscalYear), prefecture),
    byline: [words.asOfText(formatEraDate(report.asOf))],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: words.programName },
      ...sectionBlocks(sections),
      ...goalBlocks(report),
      { kind: 'note', text: `※ ${words.sources}` },
      ...(unreported > 0 ? [{ kind: 'note', text: words.unreportedNote(unreported) } as const] : []),
      ...(uncounted > 0 ? [{ kind: 'note', text: words.uncountedNote(uncounted) } as const] : []),
    ],
  };
}

/** A section that is only a heading stands above the table of what follows it, as 【…】 does in the published report. */
function sectionBlocks(sections: readonly StatusSection[]): readonly Block[] {
  const blocks: Block[] = [];
  let group: StatusSection[] = [];
  const endGroup = (caption: string) => {
    if (group.length > 0) blocks.push(sectionTable(caption, group));
    group = [];
  };
  let caption: string = words.title;
  for (const section of sections.filter((candidate) => !isGoalsOnly(candidate))) {
    if (!isHeadingOnly(section)) group.push(section);
    else {
      endGroup(caption);
      caption = [section.number, section.title].filter(Boolean).join('　');
      blocks.push({ kind: 'heading', level: 2, text: caption });
    }
  }
  endGroup(caption);
  return blocks;
}

function sectionTable(caption: string, sections: readonly StatusSection[]): TableBlock {
  const { guideline, plan, status } = words.columns;
  return {
    kind: 'table',
    caption,
    captionHidden: true,
    widths: COLUMN_SHARES,
    header: [guideline, plan, status],
    rows: sections.map((section): readonly Cell[] => [
      { heads: true, blocks: [headingOf(section), ...paragraphs(section.guideline)] },
      {
        blocks: [...paragraphs(section.plan), ...section.metrics.filter((metric) => !isGoal(metric)).flatMap(planLine)],
      },
      { blocks: statusBlocks(section) },
    ]),
  };
}

function headingOf({ number, title }: StatusSection): Block {
  return { kind: 'paragraph', text: [number, title].filter(Boolean).join('　'), strong: true };
}

/** Blank lines part paragraphs; single line ends stay inside them. */
function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));
}

/** A target as the middle column states it: 「派遣回数：170回」. */
function planLine({ label, target, targetUnit, atLeast }: MetricValue): readonly Block[] {
  if (target === null) return [];
  return [{ kind: 'paragraph', text: `・${label}：${targetText({ value: target, unit: targetUnit ?? '', atLeast })}` }];
}

function statusBlocks(section: StatusSection): readonly Block[] {
  const inTables = new Set(section.tables.flatMap(({ metricKeys }) => metricKeys));
  const alone = section.metrics.filter(
    (metric) => !isGoal(metric) && !isSilent(metric) && (metric.key === null || !inTables.has(metric.key)),
  );
  return [
    ...section.tables.flatMap((table) => tableBlocks(table, section.metrics)),
    ...alone.map((metric) => line(metricLine(metric))),
    ...section.noRequests.flatMap(noRequestBlocks),
    ...paragraphs(section.status),
  ];
}

/** 「サポステ：要請なし」, and what was done to find somebody. */
function noRequestBlocks({ label, statedOn, efforts }: NoRequestLine): readonly Block[] {
  const stated = line(words.noRequest(label, formatEraDate(statedOn)));
  return efforts === null ? [stated] : [stated, ...paragraphs(words.noRequestEfforts(efforts))];
}

function line(text: string): Block {
  return { kind: 'paragraph', text: `・${text}` };
}

/** 「連携会議：1回（今後予定 1回）達成率 50.0%」, or why there is no figure. */
function metricLine(metric: MetricValue): string {
  const { label, actual, scheduled, rate } = metric;
  const ahead = scheduled === null || scheduled === 0 ? '' : words.ahead(figureText(scheduled, metric));
  return `${label}：${figureText(actual, metric)}${ahead}${rate === null ? '' : `　${words.rate} ${rateText(rate)}`}`;
}

function tableBlocks(table: StatusTable, metrics: readonly MetricValue[]): readonly Block[] {
  const notes = table.note === null ? [] : [line(table.note)];
  return [...notes, table.kind === 'by-line' ? byLineTable(table, metrics) : talksTable(table)];
}

/** 達成率 gets a column where the plan sets a target for one of the rows. */
function byLineTable(
  { title, columns, rows, units, metricKeys }: StatusTable,
  metrics: readonly MetricValue[],
): TableBlock {
  const figure = (value: string | number | null | undefined, unit: string) =>
    typeof value === 'number' ? `${value.toLocaleString('ja-JP')}${unit}` : words.noRecords;
  const rates = metricKeys.map((key) => metrics.find((metric) => metric.key === key)?.rate ?? null);
  const hasRates = rates.some((rate) => rate !== null);
  const rateCell = (rate: number | null) => textCell(rate === null ? '' : rateText(rate), { align: 'end' });
  return {
    kind: 'table',
    caption: `○${title}`,
    widths: hasRates ? [29, 22, 25, 24] : [36, 30, 34],
    header: hasRates ? [...columns, words.rate] : columns,
    rows: rows.map(([label, actual, scheduled], index) => [
      textCell(String(label), { heads: true }),
      textCell(figure(actual, units[index] ?? ''), { align: 'end' }),
      textCell(figure(scheduled, units[index] ?? ''), { align: 'end' }),
      ...(hasRates ? [rateCell(rates[index] ?? null)] : []),
    ]),
  };
}

function talksTable({ title, columns, rows }: StatusTable): TableBlock {
  const shares = columns.length === 5 ? [27, 19, 12, 25, 17] : [30, 25, 45];
  return {
    kind: 'table',
    caption: `○${title}`,
    widths: shares,
    header: columns,
    rows: rows.map((row) => row.map((value, index) => talkCell(value, { first: index === 0 }))),
  };
}

function talkCell(value: string | number | null, { first }: { readonly first: boolean }): Cell {
  if (typeof value === 'number') return textCell(value.toLocaleString('ja-JP'), { align: 'end' });
  return textCell(dayText(value ?? ''), { heads: first });
}

/** The day of a talk as the published table writes it, 11.15; the year is the report's. */
function dayText(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  const { month, day } = partsOf(text as PlainDate);
  return `${month}.${day}`;
}

function goalBlocks({ outcomes, outputs }: StatusReport): readonly Block[] {
  const percent = (value: number | null) => (value === null ? words.noTarget : `${value}%以上`);
  const outcomeRows = outcomes.map((outcome) => [
    textCell(outcome.label, { heads: true }),
    textCell(percent(outcome.target), { align: 'end' }),
    textCell(answersText(outcome), { align: 'end' }),
    textCell(outcome.rate === null ? '' : rateText(outcome.rate), { align: 'end' }),
    textCell(intervalText(outcome), { align: 'end' }),
  ]);
  const few = outcomes.find(({ small, rate }) => small && rate !== null);
  const outputRows = outputs.map((output) => [
    textCell(output.label, { heads: true }),
    textCell(
      output.target === null
        ? words.noTarget
        : targetText({ value: output.target, unit: output.targetUnit ?? output.unit, atLeast: output.atLeast }),
      { align: 'end' },
    ),
    textCell(metricFigure(output), { align: 'end' }),
  ]);
  const widths = [56, 18, 26];
  const header = [words.metric, words.target, words.actual];
  return [
    { kind: 'heading', level: 2, text: words.goals },
    {
      kind: 'table',
      caption: `ア　${words.outcomes}`,
      widths: [36, 14, 18, 12, 20],
      header: [words.metric, words.target, words.answers, words.share, words.interval],
      rows: outcomeRows,
    },
    ...(few ? [{ kind: 'note', text: `※ ${words.few(few.needed)}` } as const] : []),
    { kind: 'table', caption: `イ　${words.outputs}`, widths, header, rows: outputRows },
  ];
}

function answersText({ numerator, denominator, rate, small }: Outcome): string {
  if (rate === null || numerator === null || denominator === null) return words.noAnswers;
  return `${words.ofAnswers(numerator, denominator)}${small ? words.fewMark : ''}`;
}

function metricFigure(metric: MetricValue): string {
  const rate = metric.rate === null ? '' : `（${rateText(metric.rate)}）`;
  return `${figureText(metric.actual, metric)}${rate}`;
}
