import type { LetterLoop, LetterPlaceholder } from '#letter/domain/letter-outline.ts';

/** What an application form may be filled with. */
export const applicationPlaceholders = {
  appliedOn: { name: '申請日', meaning: '申請日。未入力のときは空', sample: '令和4年11月15日' },
  number: { name: '受付番号', meaning: '申請の番号', sample: 'N2022-0011' },
  receivedOn: { name: '受付日', meaning: 'コーナーが受け付けた日', sample: '令和4年11月18日' },
  nameKana: { name: 'フリガナ', meaning: '申請者のフリガナ', sample: 'ヤマグチ タロウ' },
  name: { name: '氏名', meaning: '申請者の氏名', sample: '山口 太郎' },
  birthYear: { name: '生年', meaning: '西暦と和暦の生年', sample: '1962年（昭和37年）' },
  postalCode: { name: '郵便番号', meaning: '申請者の郵便番号', sample: '753-0000' },
  address: { name: '住所', meaning: '都道府県から後の住所', sample: '山口県山口市○○町1-1' },
  phone: { name: '電話', meaning: '申請者の電話番号', sample: '083-000-0002' },
  email: { name: 'メール', meaning: '申請者のメールアドレス', sample: 'taro@example.jp' },
  employer: { name: '勤務先', meaning: '勤務先。ないときは空', sample: '○○工業株式会社' },
  trades: { name: '職種', meaning: '申請する職種（読点で区切る）', sample: '機械加工' },
  division: { name: '部門', meaning: '申請する部門', sample: 'ものづくり分野' },
  basisCode: { name: '根拠', meaning: '技能の根拠の種類', sample: '特級・1級・単一等級の技能士' },
  basisDetail: { name: '根拠の内容', meaning: '根拠の内容', sample: '1級技能士（普通旋盤作業）' },
  basisOn: { name: '根拠の日', meaning: '合格・受賞などの日', sample: '平成2年8月30日' },
  practiceFrom: { name: '実務の開始日', meaning: '実務を始めた日', sample: '昭和56年4月1日' },
  instructionFrom: { name: '指導の開始日', meaning: '実技指導を始めた日', sample: '平成10年4月1日' },
  instructionNote: { name: '指導の経験', meaning: '実技指導の経験', sample: '社内の技能検定対策の講師' },
  dxSkill: { name: 'DXの技能', meaning: 'DXの技能。ないときは空', sample: 'CAD/CAM' },
  licence: { name: '職業訓練指導員免許', meaning: '免許があるか', sample: 'なし' },
  recommenderName: { name: '推薦者の氏名', meaning: '推薦者の氏名', sample: '山口 花子' },
  recommenderKind: { name: '推薦者の区分', meaning: '勤務先の長か第三者か', sample: '勤務先の長' },
  recommenderRelation: { name: '推薦者との関係', meaning: '申請者との関係', sample: '代表取締役' },
  recommenderKin: { name: '推薦者は親族', meaning: '二親等以内の親族か', sample: 'いいえ' },
  publishConsent: { name: '公開への同意', meaning: '氏名・職種・指導内容の公開への同意', sample: '同意する' },
  attachments: {
    name: '添付書類',
    meaning: '添付書類の種類と点数（1行に1つ）',
    sample: '資格・合格の証明　1点\n推薦書　1点',
  },
} as const satisfies Readonly<Record<string, LetterPlaceholder>>;

/** What the letter of a bundle may be filled with besides its number, day and sender. */
export const batchPlaceholders = {
  round: { name: '年度と回', meaning: '取りまとめの年度と回', sample: '令和4年度　第3回' },
  count: { name: '件数', meaning: '送付する申請の件数', sample: '2件' },
  deadline: { name: '締切日', meaning: '取りまとめの締切日', sample: '令和4年12月16日' },
  enclosed: {
    name: '同封書類',
    meaning: '同封する書類（1行に1つ）',
    sample: '認定申請書　2通\n添付書類（写し）　一式\n認定申請一覧　1部',
  },
} as const satisfies Readonly<Record<string, LetterPlaceholder>>;

/** One row for each application of a bundle, under the names that the list as a workbook has. */
export const caseLoop: LetterLoop = {
  name: '申請',
  meaning: '送付する申請。1件ごとに繰り返す',
  placeholders: [
    { name: '番号', meaning: '送付状の中の番号', sample: '1' },
    { name: '受付番号', meaning: '申請の番号', sample: 'N2022-0011' },
    { name: '氏名', meaning: '申請者の氏名', sample: '山口 太郎' },
    { name: 'フリガナ', meaning: '申請者のフリガナ', sample: 'ヤマグチ タロウ' },
    { name: '職種', meaning: '申請する職種', sample: '機械加工' },
    { name: '部門', meaning: '申請する部門', sample: 'ものづくり分野' },
    { name: '勤務先', meaning: '勤務先。ないときは空', sample: '○○工業株式会社' },
    { name: '技能の根拠', meaning: '技能の根拠の種類', sample: '特級・1級・単一等級の技能士' },
    { name: '推薦者', meaning: '推薦者の氏名', sample: '山口 花子' },
    { name: '書類の数', meaning: '添付書類の数', sample: '3' },
  ],
};
