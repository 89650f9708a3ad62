/** Words of the 派遣先 pages. */
export const organizationText = {
  title: '派遣先',
  lead: '指導を依頼する企業・業界団体・学校・施設の名簿です。',
  add: '派遣先を登録する',
  search: '検索',
  searchHint: '番号・名称・フリガナ・住所',
  kind: '区分',
  municipality: '市区町村',
  number: '番号',
  name: '名称',
  phone: '電話',
  edit: '派遣先を編集',
  feed: 'カレンダー配信',
  create: '派遣先を登録',
  save: '保存する',
  register: '登録する',
  nothingFits: {
    title: '条件に合う派遣先はありません',
    lead: '条件を減らすか、言葉を短くしてください。まだ登録していなければ、新しく登録してください。',
  },
  nothingYet: {
    title: '派遣先はまだ登録されていません',
    lead: '1件ずつ登録するか、Excelの名簿を「取込・書出」からまとめて取り込んでください。',
  },
  requestsTitle: (year: string, count: string) => `${year}の派遣要請 ${count}`,
  visitsTitle: (year: string) => `${year}の派遣（新しい順）`,
  noRequests: (year: string) => `${year}の派遣要請はまだありません。`,
  noVisits: (year: string) => `${year}の派遣はまだありません。`,
  allRequests: 'この派遣先の派遣要請をすべて見る',
  allVisits: 'この派遣先の派遣をすべて見る',
  received: '受付日',
  requestNumber: '要請番号',
  trade: '職種',
  status: '状態',
  progress: '予定と実施',
  progressOf: (done: number, wished: number) => `${wished}回のうち${done}回`,
  day: '実施日',
  visitNumber: '派遣番号',
  instructors: 'マイスター等',
  trainees: '受講者数',
  newRequest: 'この派遣先の派遣要請を登録する',
  deleteTitle: '派遣先を削除しますか',
  sme: '中小企業基本法の中小企業者',
  smeAnswers: { yes: '該当します', no: '該当しません', unknown: '業種・資本金・従業員数から判定できません' },
} as const;

/** Groups of the form, in the order of the paper card. */
export const organizationGroups = [
  { heading: '基本', keys: ['number', 'kind', 'name', 'nameKana'] },
  {
    heading: '所在地と連絡先',
    keys: ['postalCode', 'municipalityCode', 'address', 'contactName', 'phone', 'fax', 'email'],
  },
  {
    heading: '企業・学校の情報',
    keys: ['corporateNumber', 'schoolCode', 'founder', 'industryCode', 'capitalYen', 'employees'],
  },
] as const;
