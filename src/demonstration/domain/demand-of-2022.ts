import { readSheet, type SheetRow } from './hand-kept-sheet.ts';

/** What some hosts answered to the survey of 令和4年度: all invented. A host that stands twice wishes two things. */
const ANSWERS = `
区分|順|方法|希望|担当者|電話|職種|回数|月|対象|人数|内容
high-school|1|郵送|派遣を希望する|架空 一葉|083-000-0301|機械加工|6|1月;2月|機械科2年生|20|技能検定3級の課題を、6回で仕上げたい。
high-school|1|||||電気溶接|3|2月|機械科1年生|18|溶接の姿勢と電流の調整。
high-school|2|FAX|派遣を希望する|架空 二葉|083-000-0302|建築大工|4|12月;1月|建築科3年生|12|墨付けと継手の加工。
high-school|3|メール|この年度は希望しない|架空 三葉|083-000-0303||||||
high-school|4|郵送|派遣を希望する|架空 四葉|083-000-0304|電子機器組立て|5|1月;2月;3月|電子科2年生|15|はんだ付けと配線。
sme|1|FAX|派遣を希望する|架空 五葉|083-000-0305|電気溶接|8|12月;1月;2月|入社3年目までの社員|4|薄板の溶接を教えられる人が社内にいない。
sme|2|電話|この年度は希望しない|架空 六葉|083-000-0306||||||
sme|3|FAX|派遣を希望する|架空 七葉|083-000-0307|機械加工|10|1月;2月;3月|若手社員|3|普通旋盤の段取り。
sme|4|郵送|派遣を希望する|架空 八葉|083-000-0308|菓子製造|2|2月|新人|5|練り切りの細工。
trade-body|1|郵送|派遣を希望する|架空 九葉|083-000-0309|左官|3|2月;3月|会員の若手|8|2級の受検の準備。
`;

/** A line of the sheet: which host of its class, and what it answered. */
export function listDemandAnswers(): readonly SheetRow[] {
  return readSheet(ANSWERS);
}
