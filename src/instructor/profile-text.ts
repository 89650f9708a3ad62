import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { tradeName } from './domain/instructor-codecs.ts';
import {
  consentState,
  publicItems,
  type Consent,
  type ConsentState,
  type PublicItem,
} from './domain/public-profile.ts';
import type { QualificationFinding, QualificationWay } from './domain/qualification.ts';

/** Words of 資格と公開. */
export const profileText = {
  title: '資格と公開',
  edit: '資格と公開を編集',
  save: '保存する',
  changed: '開いている間に、ほかの人が変更しました。保存していません。この画面を開き直して入力してください。',
  qualification: '制度と資格',
  scheme: '制度',
  noScheme: '（記入なし）',
  advice: '助言できること',
  noAdvice: '（記入なし）',
  noRule: 'この種別には、台帳で確かめる資格要件はありません。',
  noticeTitle: '資格要件を確かめてください',
  noticeLead: '保存はできています。派遣の前に確かめてください。',
  publication: '公開プロフィール',
  consents: '公開の同意',
  publicationLead: '本人の同意があり、公開期限が過ぎていない項目だけを公開します。顔写真は公開しません。',
  ledgerHides: '台帳の「公開」が「否」のため、同意があっても公開しません。',
  item: '項目',
  shown: '公開する内容',
  consent: '同意',
  hidden: '公開しません',
  person: '本人',
} as const;

/** Groups of the form. */
export const profileGroups = [
  {
    heading: profileText.qualification,
    keys: ['scheme', 'schemeName', 'grade', 'practiceFrom', 'contest', 'contestPlace', 'adviceAreas'],
  },
  { heading: profileText.publication, keys: ['introduction'] },
  {
    heading: profileText.consents,
    paired: true,
    keys: publicItems.flatMap((item) => [`${item}On`, `${item}Until`]),
  },
];

export const publicItemNames: Readonly<Record<PublicItem, string>> = {
  name: '氏名',
  trades: '職種',
  employer: '所属',
  introduction: '紹介文',
  municipality: '市区町村',
};

/** 「同意あり（2022/04/01（金）〜2023/03/31（金））」. */
export function consentText(state: ConsentState, consent: Consent | undefined): string {
  const period = consent ? `${formatSlashDate(consent.consentedOn)}〜${formatSlashDate(consent.expiresOn)}` : '';
  switch (state) {
    case 'given':
      return `同意あり（${period}）`;
    case 'expired':
      return `公開期限が過ぎています（${period}）`;
    case 'withdrawn':
      return `取り下げ（${consent?.withdrawnOn ? formatSlashDate(consent.withdrawnOn) : ''}）`;
    case 'none':
      return '同意なし';
  }
}

/** Who entered a consent: 「本人が入力」, or the member of staff who spoke for them. */
export function enteredText({
  enteredBy,
  onBehalf,
}: {
  readonly enteredBy: string;
  readonly onBehalf: boolean;
}): string {
  return onBehalf ? `。${enteredBy}が本人に代わって入力` : '。本人が入力';
}

/** 「氏名：同意あり（2022/04/01（金）〜2023/03/31（金））」, for the log. */
export function consentLine(consent: Consent, day: PlainDate): string {
  return `${publicItemNames[consent.item]}：${consentText(consentState(consent, day), consent)}`;
}

const wayTexts: Readonly<Record<QualificationWay, (years: number) => string>> = {
  grade: () => '特級・1級・単一等級の技能士であること（この職種のものづくりマイスターがいないとき）',
  'practice-or-contest': (years) => `実務経験が${years}年以上あること、または技能競技大会で3位以内に入賞したこと`,
  practice: (years) => (years === 0 ? '実務経験の開始日が分かること' : `実務経験が${years}年以上あること`),
  contest: () => '技能競技大会で3位以内に入賞したこと',
};

const verdictTexts = {
  met: '満たしています',
  unmet: '満たしていません',
  unknown: '記入がなく、確かめられません',
} as const;

/** 「左官：実務経験が15年以上あること … 満たしています」. */
export function findingText({ tradeCode, way, verdict, years }: QualificationFinding): string {
  const trade = tradeCode === null ? '' : `${tradeName(tradeCode)}：`;
  return `${trade}${wayTexts[way](years)}。${verdictTexts[verdict]}。`;
}
