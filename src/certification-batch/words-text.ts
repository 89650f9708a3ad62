import type { ApplicationSection, CertificationFormWords } from './domain/form-words.ts';

/** The headings that the parts of the application form have as shipped. */
export const shippedHeadings: Readonly<Record<ApplicationSection, string>> = {
  applicant: '1　申請者',
  trade: '2　申請する職種',
  basis: '3　技能の根拠',
  practice: '4　実務の経験',
  instruction: '5　実技指導の経験',
  recommender: '6　推薦者',
  consent: '7　公開への同意',
};

/** The wording that is shipped; a corner puts its own in its place by 年度 (DOC-20). */
export function shippedWords(corner: {
  readonly office: string;
  readonly host: string;
  readonly contact: string;
}): CertificationFormWords {
  return {
    applicationTitle: 'ものづくりマイスター認定申請書',
    applicationAddressee: '中央技能振興センター　御中',
    applicationPreface:
      'ものづくりマイスターの認定を受けたいので、関係書類を添えて申請します。申請書と添付書類の記載は事実と相違ありません。',
    applicationSections: Object.values(shippedHeadings).join('\n'),
    applicationNotes:
      '1　資格・表彰などを証明する書類の写しを添付してください。\n2　勤務先がある方は勤務先の長、ない方は二親等以内の親族でない第三者の推薦が必要です。\n3　記載された個人情報は、認定の審査と、認定後の登録・派遣の調整のために使います。',
    letterAddressee: '中央技能振興センター　御中',
    letterSender: [corner.host, corner.office].filter(Boolean).join('\n'),
    letterSubject: '認定申請書の送付について',
    letterBody:
      '若年技能者人材育成支援等事業の推進につきましては、日頃より御指導をいただきありがとうございます。\nものづくりマイスターの認定申請書を取りまとめましたので、下記のとおり送付します。審査をよろしくお願いします。',
    letterContact: corner.contact,
  };
}

/** What the fields of the wording are called where a person changes them. */
export const wordNames: Readonly<
  Record<keyof CertificationFormWords, { readonly label: string; readonly hint?: string }>
> = {
  applicationTitle: { label: '申請書の表題' },
  applicationAddressee: { label: '申請書の宛先' },
  applicationPreface: { label: '申請書の前文' },
  applicationSections: {
    label: '申請書の見出し',
    hint: '1行に1つ、上から申請者・職種・根拠・実務・指導・推薦者・同意の順です。空けた行は元の見出しになります',
  },
  applicationNotes: { label: '申請書の注意書き' },
  letterAddressee: { label: '送付状の宛先' },
  letterSender: { label: '送付状の発信者' },
  letterSubject: { label: '送付状の件名' },
  letterBody: { label: '送付状の本文' },
  letterContact: { label: '送付状の担当・連絡先' },
};

/** Words of the page that changes the wording. */
export const wordsPageText = {
  title: '申請書と送付状の文面',
  lead: (year: string) =>
    `${year}に作る認定申請書と送付状の文面です。申請の内容（氏名・職種など）は登録から自動で入ります。次の年度は、変更するまで同じ文面を使います。`,
  source: {
    own: (year: string) => `${year}に保存した文面です。`,
    earlier: (year: string) => `${year}に保存した文面を引き続き使っています。`,
    shipped: '最初から入っている文面です。まだ変更されていません。',
  },
  save: '文面を保存する',
  saved: '文面を保存しました',
  overruled: {
    'application-form': '認定申請書は、コーナーのひな形で作ります。ひな形がある間、下の文面は使いません。',
    'batch-letter': '送付状は、コーナーのひな形で作ります。ひな形がある間、下の文面は使いません。',
  },
  layout: '様式ごと変えるときは、Wordのひな形を登録します。',
  toTemplate: 'このひな形を見る',
  toTemplates: '文書のひな形',
  applicationHeading: '認定申請書',
  letterHeading: '送付状',
} as const;
