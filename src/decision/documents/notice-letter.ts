import { letterText, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { officialLetter } from '#letter/official-letter.ts';
import { numberedPlaceholders, recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';

/** 派遣決定の通知 to the host; its 文書番号 is given at issue (DOC-06, DOC-09). */
export const dispatchNotice: LetterForm = {
  kind: 'dispatch-notice',
  title: recordLetterTitles['dispatch-notice'],
  numbered: true,
  bound: false,
  loops: [],
  placeholders: [
    ...numberedPlaceholders,
    {
      name: '宛先',
      meaning: '派遣先と担当者（様）。担当者がわからないときは派遣先（御中）',
      sample: '株式会社架空精機\n山口 花子　様',
    },
    { name: '郵便番号', meaning: '派遣先の郵便番号。登録がないときは空', sample: '753-0000' },
    { name: '住所', meaning: '派遣先の住所。登録がないときは空', sample: '山口県山口市○○町1-1' },
    { name: '要請番号', meaning: '派遣要請の番号', sample: 'Y4-001' },
    { name: '事業区分', meaning: '派遣の種類', sample: '実技指導' },
    { name: '職種', meaning: '指導の職種', sample: '機械加工' },
    { name: '回数', meaning: '計画の回数', sample: '4回' },
    { name: '日', meaning: '計画の日（読点で区切る）', sample: '令和4年12月5日（月）、令和4年12月6日（火）' },
    { name: '講師', meaning: '指導するマイスター等（読点で区切る）', sample: '山口 太郎' },
    { name: '受講者数', meaning: '受講する予定の人の数', sample: '5人' },
    { name: '決裁の日', meaning: '派遣を決めた日', sample: '令和4年11月30日' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildNotice,
};

function buildNotice(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return officialLetter({
    values,
    addressee: text('宛先'),
    title: `${text('事業区分')}の派遣の決定について（通知）`,
    body: [
      '日頃から、若年技能者人材育成支援等事業にご理解とご協力をいただき、厚くお礼申し上げます。',
      'ご依頼のありました派遣について、下記のとおり決定しましたので、お知らせします。各回の内容は、講習計画書のとおりです。',
    ],
    items: [
      ['要請番号', text('要請番号')],
      ['職種', text('職種')],
      ['回数', text('回数')],
      ['実施日', text('日')],
      ['講師', text('講師')],
      ['受講者', text('受講者数')],
      ['決定の日', text('決裁の日')],
    ],
  });
}
