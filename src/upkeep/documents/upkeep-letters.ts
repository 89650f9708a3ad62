import { letterText, type LetterPlaceholder, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { numberedPlaceholders, senderPlaceholders } from '#letter/text.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';

/** The placeholder that a link stands for; it is put in when the letter is printed, and kept nowhere. */
export const REPLY_ADDRESS = '回答のアドレス';

const person: readonly LetterPlaceholder[] = [
  { name: '氏名', meaning: '宛先の人の氏名', sample: '山口 太郎' },
  { name: '登録番号', meaning: '宛先の人の登録番号', sample: 'M-001' },
  { name: '郵便番号', meaning: '宛先の郵便番号。登録がないときは空', sample: '753-0000' },
  { name: '住所', meaning: '宛先の住所。登録がないときは空', sample: '山口県山口市○○町1-1' },
];

const common = [...numberedPlaceholders, ...person, ...Object.values(senderPlaceholders)];

/** 意向確認の手紙: asks whether somebody goes on, to be answered by the link, on paper or by phone (domain.md §5.2). */
export const intentLetter: LetterForm = {
  kind: 'intent-enquiry',
  title: '意向確認の手紙',
  numbered: true,
  bound: false,
  loops: [],
  placeholders: [
    ...common,
    { name: '最終活動日', meaning: '最後に指導した日。記録がないときは「記録なし」', sample: '令和元年10月2日' },
    {
      name: '活動の状況',
      meaning: '最後に指導した日から後のことを言う文',
      sample: '令和元年10月2日の後、指導の記録がありません',
    },
    { name: '回答期限', meaning: '返事の期限', sample: '令和5年1月29日' },
    {
      name: REPLY_ADDRESS,
      meaning: '本人が開いて答えるアドレス',
      sample: 'https://desk.example.jp/replies/35.example',
    },
  ],
  build: buildIntentLetter,
};

function buildIntentLetter(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: openingOf(values),
    title: '活動継続の意向の確認について（依頼）',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。'),
      paragraph(
        `${text('氏名')}様（登録番号 ${text('登録番号')}）には、${text('活動の状況')}。この事業では、3年間活動のない方に、これからも活動を続けるご意向を確認しています。`,
      ),
      paragraph(
        `お手数ですが、${text('回答期限')}までに、下のアドレスを開いて回答するか、この紙の欄に印を付けてFAXか郵便でお送りください。お電話でも承ります。`,
      ),
      paragraph('記', 'center'),
      paragraph(`1　回答のアドレス（1回だけ使えます）\n${text(REPLY_ADDRESS)}`),
      {
        kind: 'table',
        caption: '2　紙での回答（どちらかに○を付けてください）',
        widths: [15, 85],
        header: [],
        rows: [
          [textCell(''), textCell('活動を続ける（再講習を受けていただくか、最新のテキスト・事例集をお送りします）')],
          [textCell(''), textCell('活動を続けない（登録を解除し、通知をお送りします）')],
        ],
      },
      paragraph('以上', 'end'),
      { kind: 'note', text: text('連絡先') },
    ],
  };
}

/** 登録解除の通知: from which day somebody is no longer registered, and why. */
export const endLetter: LetterForm = {
  kind: 'registration-end',
  title: '登録解除の通知',
  numbered: true,
  bound: false,
  loops: [],
  placeholders: [
    ...common,
    { name: '解除の日', meaning: '登録が終わる日', sample: '令和4年11月30日' },
    {
      name: '解除の経緯',
      meaning: '登録が終わるわけを言う文の初め',
      sample: '活動を続けないご意向を承り、',
    },
  ],
  build: buildEndLetter,
};

function buildEndLetter(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: openingOf(values),
    title: '登録の解除について（通知）',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。'),
      paragraph(
        `${text('解除の経緯')}${text('解除の日')}をもって、${text('氏名')}様（登録番号 ${text('登録番号')}）の登録を解除しましたので、お知らせします。`,
      ),
      paragraph('これまで若い技能者の育成にお力添えをいただき、心からお礼申し上げます。'),
      paragraph('以上', 'end'),
      { kind: 'note', text: text('連絡先') },
    ],
  };
}

function openingOf(values: LetterValues): readonly Block[] {
  return [
    paragraph(`${letterText(values, '文書番号')}\n${letterText(values, '日付')}`, 'end'),
    paragraph(`${letterText(values, '氏名')}　様`),
    paragraph(letterText(values, '発信者'), 'end'),
  ];
}

function paragraph(text: string, align?: 'center' | 'end'): Block {
  return { kind: 'paragraph', text, ...(align && { align }) };
}
