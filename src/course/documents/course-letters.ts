import { letterText, type LetterPlaceholder, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { numberedPlaceholders, senderPlaceholders } from '#letter/text.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';

const common: readonly LetterPlaceholder[] = [
  { name: '氏名', meaning: '宛先の人の氏名', sample: '山口 太郎' },
  { name: '登録番号', meaning: '宛先の人の登録番号', sample: 'M-001' },
  { name: '講習名', meaning: '講習の種類', sample: '指導技法等講習' },
  { name: '講習の内容', meaning: '講習の内容（読点で区切る）', sample: '指導技法、報告書作成事務、個人情報保護' },
];

/** 修了証 of one person: who completed what on which day, signed by the corner (DOC-05, DOC-06). */
export const courseCertificate: LetterForm = {
  kind: 'course-certificate',
  title: '修了証',
  numbered: false,
  bound: false,
  loops: [],
  placeholders: [
    ...common,
    { name: '修了年月日', meaning: '講習の最後の日', sample: '令和5年2月14日' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildCertificate,
};

function buildCertificate(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [{ kind: 'paragraph', text: `登録番号 ${text('登録番号')}`, align: 'end' }],
    title: '修了証',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: `${text('氏名')}　様`, strong: true, align: 'center' },
      {
        kind: 'paragraph',
        text: `あなたは、若年技能者人材育成支援等事業の${text('講習名')}を修了しました。ここに、これを証します。`,
      },
      { kind: 'paragraph', text: `修了年月日　${text('修了年月日')}` },
      { kind: 'paragraph', text: `講習の内容　${text('講習の内容')}` },
      { kind: 'paragraph', text: `${text('修了年月日')}\n${text('発信者')}`, align: 'end' },
    ],
  };
}

/** 講習の案内 of one person: when and where, what is taught, and how to answer. */
export const courseInvitation: LetterForm = {
  kind: 'course-invitation',
  title: '講習の案内',
  numbered: true,
  bound: true,
  loops: [],
  placeholders: [
    ...numberedPlaceholders,
    ...common,
    { name: '郵便番号', meaning: '宛先の郵便番号。登録がないときは空', sample: '753-0000' },
    { name: '住所', meaning: '宛先の住所。登録がないときは空', sample: '山口県山口市○○町1-1' },
    { name: '日時', meaning: '開催日と時刻', sample: '令和5年2月14日（火）13:30〜16:30' },
    { name: '開催方法', meaning: '対面・オンラインなど', sample: '対面' },
    { name: '会場', meaning: '会場。オンラインだけのときは「オンライン」', sample: '山口県職業能力開発協会 研修室' },
    {
      name: '参加用のURL',
      meaning: 'オンラインで参加するアドレス。ないときは空',
      sample: 'https://example.jp/meeting',
    },
    { name: '講師', meaning: '講師。未定のときは空', sample: '山口 花子' },
    { name: '教材', meaning: '教材。未定のときは空', sample: '指導技法等講習テキスト 令和4年度版' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildInvitation,
};

function buildInvitation(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  const place = [text('会場'), text('参加用のURL')].filter(Boolean).join('\n');
  const facts = [
    ['講習', text('講習名')],
    ['日時', text('日時')],
    ['開催方法', text('開催方法')],
    ['会場', place],
    ['内容', text('講習の内容')],
    ['講師', text('講師')],
    ['教材', text('教材')],
  ] as const;
  return {
    opening: [
      { kind: 'paragraph', text: `${text('文書番号')}\n${text('日付')}`, align: 'end' },
      { kind: 'paragraph', text: `${text('氏名')}　様` },
      { kind: 'paragraph', text: text('発信者'), align: 'end' },
    ],
    title: '講習の開催について（案内）',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      {
        kind: 'paragraph',
        text: '日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。',
      },
      {
        kind: 'paragraph',
        text: `このたび、下記のとおり${text('講習名')}を開催します。ご都合をお繰り合わせのうえ、ご出席くださいますようご案内します。`,
      },
      { kind: 'paragraph', text: '記', align: 'center' },
      {
        kind: 'table',
        caption: '記',
        captionHidden: true,
        widths: [22, 78],
        header: [],
        rows: facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => [textCell(label, { heads: true }), textCell(value)]),
      },
      {
        kind: 'paragraph',
        text: 'ご出席・ご欠席は、本人用の画面か、下の連絡先へお知らせください。交通費は、定めによりお支払いします。',
      },
      { kind: 'paragraph', text: '以上', align: 'end' },
      { kind: 'note', text: text('連絡先') },
    ],
  };
}
