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
  create: '派遣先を登録',
  save: '保存する',
  register: '登録する',
  emptyTitle: '条件に合う派遣先はありません',
  emptyLead: '条件を減らすか、新しく登録してください。Excelの名簿があれば「取込・書出」からまとめて登録できます。',
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
  { heading: '企業・学校の情報', keys: ['corporateNumber', 'schoolCode', 'industryCode', 'capitalYen', 'employees'] },
] as const;
