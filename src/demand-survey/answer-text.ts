/** Words of the entry of an answer by staff. */
export const entryText = {
  title: '回答を入力する',
  correctTitle: '回答を直す',
  lead: '紙・FAX・電話などで受けた回答を入力します。入力した人の名前を残します。',
  channel: '受付の方法',
  answeredOn: '回答を受けた日',
  lines:
    '派遣を希望するときは、希望1から順に、職種・希望回数・希望する月を入力してください。希望しないときは、空欄のままで構いません。',
  line: (place: number) => `希望${place + 1}`,
  contact: '担当者と要望',
  more: '希望の行を増やす',
  kept: '派遣要請にした希望は、ここでは変えられません',
  submit: '回答を保存する',
  notRunning: (state: string) =>
    `この調査は「${state}」のため、回答を保存できません。調査の画面で、調査を始めるか再開してからやり直してください。`,
} as const;

/** Words of the page on which a host answers. */
export const publicDemandText = {
  title: '派遣希望調査',
  steps: { input: '入力', confirm: '確認', done: '完了' },
  lead: (office: string, year: string) =>
    `${office}が、${year}に派遣を希望する実技指導などをうかがいます。希望がないときも、その旨をお答えください。`,
  number: (number: string, host: string) => `調査票番号 ${number}　${host}`,
  until: (day: string) => `回答の期限　${day}`,
  privacy: (office: string) =>
    `お答えいただいた内容と担当者の連絡先は、${office}が派遣の計画と連絡のために使い、ほかの目的には使いません。`,
  toConfirm: '確認へ進む',
  confirmLead: 'まだ送っていません。内容を確かめて、下の「この内容で回答する」を押してください。',
  send: 'この内容で回答する',
  back: '入力に戻る',
  correct: '修正する',
  correctOf: (term: string) => `${term}を修正する`,
  noEntry: '（入力なし）',
  cannot: '回答を受け付けられません',
  doneTitle: '回答を受け付けました',
  receipt: (number: string, day: string) => `受付番号 ${number}（${day}）`,
  doneLead: '受付番号を控えてください。内容を直すときは、受付番号を添えて、下の連絡先へお知らせください。',
  contact: (office: string, phone: string | null) => `連絡先　${office}${phone === null ? '' : `　電話 ${phone}`}`,
} as const;
