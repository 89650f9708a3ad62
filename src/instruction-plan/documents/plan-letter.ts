import { letterRows, letterText, type LetterPlaceholder, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { numberedPlaceholders, recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';

const session: readonly LetterPlaceholder[] = [
  { name: '回', meaning: '何回目か', sample: '1' },
  { name: '実施日時', meaning: '日と曜日、始まりと終わりの時刻', sample: '12/5（月）13:30〜15:30' },
  { name: '場所', meaning: '実施する場所', sample: '本社工場' },
  { name: '内容', meaning: '指導の内容', sample: '普通旋盤の段取り' },
  { name: '課題', meaning: '使う課題。ないときは空', sample: '技能検定2級の課題' },
  { name: '材料', meaning: '材料と費用の見込み。ないときは空', sample: 'S45C 丸棒　3,000円' },
  { name: '講師', meaning: '指導するマイスター等', sample: '山口 太郎' },
];

/** 講習計画書 to the instructors and the host after the pre-meeting (domain.md §5.8). */
export const planLetter: LetterForm = {
  kind: 'instruction-plan',
  title: recordLetterTitles['instruction-plan'],
  numbered: true,
  bound: true,
  loops: [{ name: '各回', meaning: '講習の1回ごと', placeholders: session }],
  placeholders: [
    ...numberedPlaceholders,
    { name: '宛先', meaning: '派遣先（御中）かマイスター等（様）', sample: '株式会社架空精機　御中' },
    { name: '要請番号', meaning: '派遣要請の番号', sample: 'Y4-001' },
    { name: '版', meaning: '計画書の版', sample: '第1版' },
    { name: '派遣先', meaning: '派遣先の名称', sample: '株式会社架空精機' },
    { name: '職種', meaning: '指導の職種', sample: '機械加工' },
    { name: '目標', meaning: '講習の目標。ないときは空', sample: '技能検定2級の課題を時間内に仕上げる' },
    { name: '受講者数', meaning: '受講する予定の人の数', sample: '5人' },
    { name: '材料費の合計', meaning: '材料費の見込みの合計', sample: '12,000円' },
    { name: '打合せの日', meaning: '事前打合せの日。記録がないときは空', sample: '令和4年11月22日' },
    { name: '用意するもの', meaning: '派遣先が用意するもの。ないときは空', sample: '普通旋盤2台、保護めがね' },
    { name: '備考', meaning: '備考。ないときは空', sample: '雨天でも実施します' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildPlan,
};

function buildPlan(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [
      paragraph(`${text('文書番号')}\n${text('日付')}`, 'end'),
      paragraph(text('宛先')),
      paragraph(text('発信者'), 'end'),
    ],
    title: '講習計画書',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      factTable('概要', [
        ['要請番号', `${text('要請番号')}　${text('版')}`],
        ['派遣先', text('派遣先')],
        ['職種', text('職種')],
        ['目標', text('目標')],
        ['受講者', text('受講者数')],
        ['事前打合せ', text('打合せの日')],
        ['派遣先の用意', text('用意するもの')],
        ['材料費の見込み', text('材料費の合計')],
        ['備考', text('備考')],
      ]),
      {
        kind: 'table',
        caption: '各回の内容',
        widths: [6, 19, 17, 29, 15, 14],
        header: ['回', '日時', '場所', '内容・課題', '材料', '講師'],
        rows: letterRows(values, '各回').map((row) => [
          textCell(row['回'] ?? '', { heads: true }),
          textCell(row['実施日時'] ?? ''),
          textCell(row['場所'] ?? ''),
          textCell([row['内容'], row['課題'] ? `課題：${row['課題']}` : ''].filter(Boolean).join('\n')),
          textCell(row['材料'] ?? ''),
          textCell(row['講師'] ?? ''),
        ]),
      },
      { kind: 'note', text: text('連絡先') },
    ],
  };
}
