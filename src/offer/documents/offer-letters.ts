import { letterText, type LetterPlaceholder, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, officialLetter, paragraph } from '#letter/official-letter.ts';
import { numberedPlaceholders, personPlaceholders, recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';

const about: readonly LetterPlaceholder[] = [
  { name: '要請番号', meaning: '派遣要請の番号', sample: 'Y4-001' },
  { name: '派遣先', meaning: '派遣先の名称', sample: '株式会社架空精機' },
  { name: '職種', meaning: '指導の職種', sample: '機械加工' },
  { name: '内容', meaning: '指導の内容。ないときは空', sample: '普通旋盤の段取り' },
  {
    name: '日時',
    meaning: '打診した日と開始の時刻（読点で区切る）',
    sample: '令和4年12月5日（月）、12月6日（火）　13:30から',
  },
  { name: '受講者数', meaning: '受講する予定の人の数', sample: '5人' },
];

/** 実技指導の依頼 to an instructor: the days that were offered, and by when they answer (domain.md §5.8). */
export const instructionRequest: LetterForm = {
  kind: 'instruction-request',
  title: recordLetterTitles['instruction-request'],
  numbered: true,
  bound: false,
  loops: [],
  placeholders: [
    ...numberedPlaceholders,
    ...personPlaceholders,
    ...about,
    { name: '返事の期限', meaning: '返事の期限', sample: '令和4年12月2日' },
    { name: '伝えること', meaning: '打診で伝えたこと。ないときは空', sample: '作業着を持参してください' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildRequest,
};

function buildRequest(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return officialLetter({
    values,
    addressee: `${text('氏名')}　様`,
    title: '実技指導について（依頼）',
    body: [
      '日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。',
      `このたび、${text('派遣先')}から実技指導の派遣の要請がありました。ご多用のところ恐縮ですが、下記のとおり指導をお願いいたします。`,
      `お引き受けいただけるときは、${text('返事の期限')}までに、同封の派遣承諾書か本人用の画面でお知らせください。`,
    ],
    items: [
      ['派遣先', text('派遣先')],
      ['日時', text('日時')],
      ['職種', text('職種')],
      ['内容', text('内容')],
      ['受講者', text('受講者数')],
      ['連絡事項', text('伝えること')],
      ['要請番号', text('要請番号')],
    ],
  });
}

/** 派遣承諾書 of an instructor to the corner, made from the offer that they accepted (domain.md §5.8). */
export const dispatchAcceptance: LetterForm = {
  kind: 'dispatch-acceptance',
  title: recordLetterTitles['dispatch-acceptance'],
  numbered: false,
  bound: false,
  loops: [],
  placeholders: [
    ...personPlaceholders,
    ...about,
    { name: '承諾の日', meaning: '承諾を受けた日', sample: '令和4年12月1日' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildAcceptance,
};

function buildAcceptance(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [
      paragraph(text('承諾の日'), 'end'),
      paragraph(`${text('コーナー名')}　御中`),
      paragraph(`登録番号　${text('登録番号')}\n氏名　${text('氏名')}`, 'end'),
    ],
    title: '派遣承諾書',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('　下記の実技指導の派遣を承諾します。'),
      paragraph('記', 'center'),
      factTable('記', [
        ['派遣先', text('派遣先')],
        ['日時', text('日時')],
        ['職種', text('職種')],
        ['内容', text('内容')],
        ['受講者', text('受講者数')],
        ['要請番号', text('要請番号')],
      ]),
      paragraph('以上', 'end'),
    ],
  };
}
