import type { CountedMetrics } from './domain/count-metrics.ts';
import { metricOf, type MetricFamily, type MetricKey } from './domain/metric.ts';
import { attendeeCounts, type SplitLine } from './domain/outreach-metric.ts';
import type { MedalistTalk, StatusTable } from './domain/status-report.ts';
import { reportText as words } from './text.ts';

type TableFacts = {
  readonly counted: CountedMetrics;
  readonly talks: readonly MedalistTalk[];
  readonly skilledTrades: readonly string[];
  readonly named: boolean;
};

/** The tables that stand inside 実施状況 as in the published report (S0): only these families have one. */
export function buildTables(family: MetricFamily, facts: TableFacts): readonly StatusTable[] {
  const { counts } = facts.counted;
  switch (family) {
    case 'dispatch':
      return [
        buildByLine(words.tables.visits, lineRows('visits', counts), { counts }),
        buildByLine(words.tables.trainees, lineRows('trainees', counts), { counts }),
      ];
    case 'skilled': {
      const rows = [
        { label: words.tables.visits, key: 'skilled.visits' },
        { label: words.tables.trainees, key: 'skilled.trainees' },
      ] as const;
      const note = facts.skilledTrades.length > 0 ? words.skilledTrades(facts.skilledTrades) : null;
      return [buildByLine(words.tables.skilled, rows, { counts, note })];
    }
    case 'medalist':
      return [
        ...[buildTalks('actual', facts), buildTalks('scheduled', facts)].filter(({ rows }) => rows.length > 0),
        ...buildAttendees(family, counts),
      ];
    case 'place': {
      const rows = [
        { label: words.tables.sessions, key: 'outreach.place.sessions' },
        { label: words.tables.trainees, key: 'outreach.place.personDays' },
      ] as const;
      return [buildByLine(words.splitLines.place, rows, { counts }), ...buildAttendees(family, counts)];
    }
    case 'school':
    case 'station':
      return buildAttendees(family, counts);
    case 'certification':
    case 'course':
    case 'council':
    case 'output':
    case 'outcome':
      return [];
  }
}

type Row = { readonly label: string; readonly key: MetricKey };

/** 中小企業・高等学校・計; visits at other hosts get a line of their own only where there are any, so that 計 is the sum. */
function lineRows(figure: 'visits' | 'trainees', counts: CountedMetrics['counts']): readonly Row[] {
  const other = counts[`${figure}.other`];
  const hasOther = (other.actual ?? 0) > 0 || (other.scheduled ?? 0) > 0;
  return [
    { label: words.lines.sme, key: `${figure}.sme` },
    { label: words.lines.school, key: `${figure}.school` },
    ...(hasOther ? [{ label: words.lines.other, key: `${figure}.other` } as const] : []),
    { label: words.lines.total, key: `${figure}.total` },
  ];
}

function buildByLine(
  title: string,
  rows: readonly Row[],
  { counts, note = null }: { readonly counts: CountedMetrics['counts']; readonly note?: string | null },
): StatusTable {
  return {
    kind: 'by-line',
    title,
    columns: words.tables.byLine,
    rows: rows.map(({ label, key }) => [label, counts[key].actual, counts[key].scheduled]),
    units: rows.map(({ key }) => metricOf(key).unit),
    metricKeys: rows.map(({ key }) => key),
    bucket: null,
    note,
  };
}

/** Who came to a line of 魅力発信, apart; nothing where nobody counted. */
function buildAttendees(line: SplitLine, counts: CountedMetrics['counts']): readonly StatusTable[] {
  const rows = attendeeCounts
    .map(({ code, label }) => ({ label, key: `outreach.${line}.${code}` as const }))
    .filter(({ key }) => (counts[key].actual ?? 0) > 0 || (counts[key].scheduled ?? 0) > 0);
  return rows.length === 0 ? [] : [buildByLine(words.tables.attendees(words.splitLines[line]), rows, { counts })];
}

function buildTalks(bucket: MedalistTalk['bucket'], { talks, named }: TableFacts): StatusTable {
  const rows = talks.filter((talk) => talk.bucket === bucket);
  const { host, on, trainees, employers, trade } = words.tables.talks;
  return {
    kind: 'talks',
    title: bucket === 'actual' ? words.tables.talksHeld(rows.length) : words.tables.talksAhead(rows.length),
    columns: named ? [host, on, trainees, employers, trade] : [on, trainees, trade],
    rows: rows.map((talk) =>
      named ? [talk.host, talk.on, talk.trainees, talk.employers, talk.trade] : [talk.on, talk.trainees, talk.trade],
    ),
    units: [],
    metricKeys: [],
    bucket,
    note: null,
  };
}
