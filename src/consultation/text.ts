/** Words of the 相談 pages. */
export const consultationText = {
  title: '相談',
  lead: '電話・メール・訪問などで受けた相談の記録です。受付日が属する年度に並びます。',
  add: '相談を記録する',
  create: '相談を記録',
  edit: '相談を編集',
  save: '保存する',
  register: '記録する',
  deleteTitle: '相談を削除しますか',
  search: '検索',
  searchHint: '番号・相談者・職種・内容・助言',
  number: '相談番号',
  received: '受付日',
  client: '相談者',
  kind: '相談者の区分',
  channel: '受付の方法',
  topic: '相談の区分',
  trade: '職種',
  organization: '派遣先',
  followUp: '次に連絡する日',
  takenBy: '受けた人',
  state: '状況',
  due: '連絡する日が来たもの（すべての年度）',
  dueMark: '連絡する日です',
  nothingFits: {
    title: '条件に合う相談はありません',
    lead: '条件を減らすか、上の年度を変えてください。',
  },
  nothingYet: {
    title: 'この年度の相談はまだありません',
    lead: '電話や窓口で相談を受けたら、その場で記録してください。あとで派遣要請にするとき、入力し直さずに済みます。',
  },
  makeRequest: '派遣要請にする',
  requestTitle: '派遣要請にする',
  requestLead: (number: string) => `相談 ${number} の内容を入れてあります。残りを入力して、登録してください。`,
  registerRequest: '派遣要請を登録する',
  noHostTitle: '派遣先が決まっていません',
  noHostLead: (client: string) =>
    `派遣要請には派遣先番号が要ります。「${client}」が派遣先の名簿にあれば番号を入力し、なければ先に派遣先を登録してください。`,
  registerHost: '派遣先を登録する',
  requestMade: (number: string) => `この相談から派遣要請 ${number} を登録しました。`,
  openRequest: '派遣要請を開く',
  alreadyTitle: 'この相談は、すでに派遣要請になっています',
} as const;

/** Groups of the form and the page, in the order of a phone call. */
export const consultationGroups = [
  { heading: '受付', keys: ['number', 'receivedOn', 'channel', 'takenBy'] },
  { heading: '相談者', keys: ['clientKind', 'clientName', 'contactName', 'phone', 'email', 'organizationNumber'] },
  { heading: '相談と助言', keys: ['topics', 'tradeCode', 'detail', 'advice'] },
  { heading: '紹介・次の連絡・結果', keys: ['referredFrom', 'referredTo', 'followUpOn', 'outcome'] },
] as const;

/** What happens next with a consultation, and who does it. */
export function nextOfConsultation(
  state: 'follow-up' | 'requested' | 'settled',
  { day, isDue }: { readonly day: string; readonly isDue: boolean },
): string {
  if (state === 'requested') return '派遣要請になりました。続きは要請の画面で進めます。';
  if (state === 'settled') return '次の連絡はありません。派遣を望まれたら、職員が派遣要請にします。';
  return isDue
    ? `連絡する日（${day}）になりました。受けた人が連絡し、編集の画面で結果を記録します。`
    : `${day}に、受けた人が連絡します。`;
}
