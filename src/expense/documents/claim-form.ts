import { letterRows, letterText, type LetterLoop, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { personPlaceholders, recordLetterTitles, senderPlaceholders, visitPlaceholders } from '#letter/text.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import { expenseText as words } from '../text.ts';

const lineLoop: LetterLoop = {
  name: '内訳',
  meaning: '請求の1行ごと',
  placeholders: [
    { name: '費目', meaning: '謝金・旅費・材料費・テキスト作成費', sample: '謝金' },
    { name: '計算', meaning: '金額の計算', sample: 'ものづくりマイスター 5,100円/時間 × 120分' },
    { name: '金額', meaning: '金額', sample: '10,200円' },
  ],
};

/** 講師謝金等請求書 (domain.md §5.8): what an instructor claims for one visit, to sign and send in (DOC-06, DOC-07). */
export const claimForm: LetterForm = {
  kind: 'claim-form',
  title: recordLetterTitles['claim-form'],
  numbered: false,
  bound: false,
  loops: [lineLoop],
  placeholders: [
    ...personPlaceholders,
    ...visitPlaceholders,
    { name: '請求金額', meaning: '内訳の合計', sample: '10,200円' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildClaimForm,
};

function buildClaimForm(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  const total = [textCell(words.total, { heads: true }), textCell(''), textCell(text('請求金額'), { align: 'end' })];
  return {
    opening: [
      paragraph('令和　　年　　月　　日', 'end'),
      paragraph(`${text('団体名')}\n${text('コーナー名')}　御中`),
      paragraph(`登録番号　${text('登録番号')}\n氏名　${text('氏名')}`, 'end'),
    ],
    title: recordLetterTitles['claim-form'],
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('次のとおり請求します。'),
      { kind: 'paragraph', text: `請求金額　${text('請求金額')}`, strong: true },
      {
        kind: 'table',
        caption: words.lines,
        captionHidden: true,
        widths: [22, 56, 22],
        header: [words.item, words.reckoning, words.amount],
        rows: [
          ...letterRows(values, lineLoop.name).map(({ 費目 = '', 計算 = '', 金額 = '' }) => [
            textCell(費目, { heads: true }),
            textCell(計算),
            textCell(金額, { align: 'end' }),
          ]),
          total,
        ],
      },
      factTable(words.visit, [
        ['派遣番号', text('派遣番号')],
        ['実施日', text('実施日')],
        ['時間', text('実施時間')],
        ['派遣先', text('派遣先')],
        ['職種', text('職種')],
      ]),
      { kind: 'note', text: words.documentNote },
    ],
  };
}
