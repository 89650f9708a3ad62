import { certificationBases } from '#certification/domain/certification-basis.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { instructorDivisions } from '#instructor/domain/instructor-kind.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import type { SheetColumn, SheetValue } from '#platform/tabular/write-sheet-cell.ts';
import type { BatchCase } from '../batch-queries.server.ts';
import type { CertificationBatch } from '../domain/batch.ts';
import { paperText as words } from '../paper-text.ts';
import { batchLabel } from '../text.ts';

type BatchList = { readonly batch: CertificationBatch; readonly cases: readonly BatchCase[]; readonly on: PlainDate };

/** 認定申請一覧: one line for each application of a bundle, in the order of the sending. */
export function buildBatchList({ batch, cases, on }: BatchList): DocumentModel {
  return {
    title: words.listTitle(batchLabel(batch)),
    byline: [formatEraDate(on)],
    page: { orientation: 'landscape' },
    blocks: [
      {
        kind: 'table',
        caption: words.listTitle(batchLabel(batch)),
        captionHidden: true,
        widths: [5, 11, 16, 14, 6, 15, 18, 10, 5],
        header: words.listColumns,
        rows: cases.map(({ input, files }, index) => [
          textCell(String(index + 1), { align: 'end' }),
          textCell(input.number),
          textCell(`${input.name}\n（${input.nameKana}）`, { heads: true }),
          textCell(input.trades.map(tradeName).join('、')),
          textCell(divisionName(input.division)),
          textCell(input.employer ?? ''),
          textCell([basisName(input.basisCode), input.basisDetail ?? ''].filter(Boolean).join('\n')),
          textCell(input.recommenderName ?? ''),
          textCell(String(files), { align: 'end' }),
        ]),
      },
    ],
  };
}

function basisName(code: string | null): string {
  return certificationBases.find((basis) => basis.code === code)?.label ?? '';
}

function divisionName(code: string | null): string {
  return instructorDivisions.find((division) => division.code === code)?.label ?? '';
}

/** The columns of the list as a workbook: one fact a column (DAT-01). */
export const batchSheetColumns: readonly SheetColumn[] = [
  { header: '番号', kind: 'integer' },
  { header: '受付番号', kind: 'text' },
  { header: '氏名', kind: 'text' },
  { header: 'フリガナ', kind: 'text' },
  { header: '生年', kind: 'integer' },
  { header: '職種', kind: 'text' },
  { header: '部門', kind: 'text' },
  { header: '勤務先', kind: 'text' },
  { header: '技能の根拠', kind: 'text' },
  { header: '根拠の内容', kind: 'text' },
  { header: '根拠の日', kind: 'date' },
  { header: '申請日', kind: 'date' },
  { header: '推薦者', kind: 'text' },
  { header: '書類の数', kind: 'integer' },
];

/** The rows of the list as a workbook. */
export function tabulateBatch(cases: readonly BatchCase[]): readonly (readonly SheetValue[])[] {
  return cases.map(({ input, files }, index) => [
    index + 1,
    input.number,
    input.name,
    input.nameKana,
    input.birthYear,
    input.trades.map(tradeName).join('、'),
    divisionName(input.division),
    input.employer,
    basisName(input.basisCode),
    input.basisDetail,
    input.basisOn,
    input.appliedOn,
    input.recommenderName,
    files,
  ]);
}
