import type { ImportCounts } from '#record/import-records.server.ts';
import { problemText } from '#record/text.ts';
import { cellAddress, type RawTable } from '#platform/tabular/raw-table.ts';
import { tableProblemText } from '#platform/tabular/text.ts';
import type { HeaderProblem } from './domain/match-header.ts';
import type { TransferKindRefusal } from './domain/transfer-kind.ts';
import type { ImportProblem, ImportProblems } from './import-problem.ts';

/** Words of the 取込・書出 pages and commands. */
export const transferText = {
  title: '取込・書出',
  lead: 'Excelの名簿やほかの仕組みのデータを、まとめて取り込んだり書き出したりします。',
  kinds: {
    organizations: '派遣先',
    instructors: 'マイスター等',
    requests: '派遣要請',
    visits: '派遣',
    'plan-items': '計画の項目',
    'scouting-leads': '見込み先',
    'scouting-visits': '開拓の訪問',
    'scouting-territories': '担当区域',
    certifications: '認定申請',
    surveys: 'アンケート',
  },
  later: { measures: '施策', kpis: '施策の指標' },
} as const;

/** 「派遣先（organizations）、…」: the kinds that can be named. */
export function kindsText(): string {
  return Object.entries(transferText.kinds)
    .map(([name, label]) => `${name}（${label}）`)
    .join('、');
}

/** Why a word names no kind that can be taken. */
export function kindRefusalText(refusal: TransferKindRefusal): string {
  switch (refusal.kind) {
    case 'later-kind':
      return `${refusal.name}（${transferText.later[refusal.name]}）は、この版ではまだ取込・書出ができません。いま使えるのは ${kindsText()} です。`;
    case 'unknown-kind':
      return `種類「${refusal.name}」はありません。${refusal.suggestion === undefined ? '' : `「${refusal.suggestion}」ではありませんか。`}使えるのは ${kindsText()} です。`;
  }
}

/** What was wrong with one place of a file: 事象・原因・対処 (FRM-32). */
export function importProblemText({ header, reason }: ImportProblem): string {
  switch (reason.kind) {
    case 'table':
      return tableProblemText(reason.problem);
    case 'header':
      return headerProblemText(reason.problem);
    case 'other-kind':
      return `見出しが${transferText.kinds[reason.name]}のファイルと同じです。種類で「${transferText.kinds[reason.name]}」を選ぶか、ファイルを選び直してください。`;
    case 'no-rows':
      return '取り込む行がありません。見出しの下に1件1行でデータを入れてください。';
    case 'cell':
      return problemText(reason.problem.header, reason.problem.problem);
    case 'repeated-number':
      return `${header ?? '番号'}「${reason.number}」が${reason.firstLine}行目にもあります。どちらかの行を消すか、番号を変えてください。`;
    case 'number-of-deleted':
      return `${header ?? '番号'}「${reason.number}」は、削除した記録の番号です。履歴が混ざらないよう、別の番号にしてください。`;
    case 'closed':
      return `${header ?? '番号'}「${reason.number}」はいま「${reason.state}」のため、内容を変えられません。この行を消すか、画面で手続を戻してから取り込んでください。`;
  }
}

function headerProblemText(problem: HeaderProblem): string {
  switch (problem.kind) {
    case 'unknown-column':
      return `見出し「${problem.header}」の列は取り込めません。${problem.suggestion === undefined ? '列を削除するか、見出しを確かめてください。' : `「${problem.suggestion}」ではありませんか。見出しを直すか、列を削除してください。`}`;
    case 'repeated-column':
      return `見出し「${problem.header}」が${problem.firstColumn}列目にもあります。どちらかの列を削除してください。`;
    case 'missing-column':
      return `必須の見出し「${problem.header}」がありません。列を加え、すべての行に値を入れてください。`;
  }
}

/** 「3行目」, 「見出し」 or 「ファイル全体」. */
export function lineText({ line, reason }: ImportProblem): string {
  if (line !== null) return `${line}行目`;
  return reason.kind === 'header' ? '見出し' : 'ファイル全体';
}

/** 「C列（名称）」, as the column is labelled in a spreadsheet. */
export function columnText({ column, header }: ImportProblem): string {
  const letters = column === null ? '' : `${cellAddress(1, column).slice(0, -1)}列`;
  if (header === null) return letters;
  return letters === '' ? header : `${letters}（${header}）`;
}

/** One line of the list of problems on a terminal. */
export function problemLine(problem: ImportProblem): string {
  const place = [lineText(problem), columnText(problem)].filter((part) => part !== '').join('・');
  return `${place}：${importProblemText(problem)}`;
}

/** 「…件の誤り」 and, where not all are listed, how many more there are. */
export function problemCountText({ listed, count }: ImportProblems): string {
  const rest = count - listed.length;
  const more = rest > 0 ? `先の${listed.length}件を示しています（ほか${grouped(rest)}件）。` : '';
  return `取り込めない箇所が${grouped(count)}件あります。1件も取り込んでいません。${more}`;
}

/** 「新規10件、更新2件、変更なし0件」. */
export function countsText({ created, updated, unchanged }: ImportCounts): string {
  return `新規${grouped(created)}件、更新${grouped(updated)}件、変更なし${grouped(unchanged)}件`;
}

/** 「CSV（UTF-8・BOM付き）」. */
export function formatText({ format, encoding }: Pick<RawTable, 'format' | 'encoding'>): string {
  if (format === 'xlsx' || encoding === null) return 'Excelブック（.xlsx）';
  const names = { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8・BOM付き', cp932: 'Shift_JIS（CP932）' } as const;
  return `CSV（${names[encoding]}）`;
}

/** Tells that rows belong to another 年度 than the one in view. */
export function otherYearText(count: number, yearLabel: string): string {
  return `${yearLabel}以外の日付の行が${grouped(count)}件あります。日付の年度に取り込みます。`;
}

export function grouped(value: number): string {
  return value.toLocaleString('ja-JP');
}
