/** Words of adopting proposals. */
export const adoptText = {
  title: '提案を採用する',
  lead: '採用すると、要請ごとにいまの条件でもう一度確かめ、打診か予定を作ります。途中でだめになった要請は、何も作りません。',
  target: '採用する要請',
  way: '作るもの',
  offer: '打診を送る',
  offerNote: 'マイスター等に返事を求めます。1人ずつ、その人の日をまとめて打診します。',
  visit: '予定を作る',
  visitNote: '返事を待たずに、予定として登録します。決まっている予定の変更は、その予定の日時とマイスター等を変えます。',
  answerBy: '返事の期限',
  confirm: '採用する',
  resultTitle: '採用の結果',
  adopted: '採用した要請',
  refused: '採用できなかった要請',
  reason: '理由と対処',
  stage: 'いまの段階',
  tooEarly: '打診はまだできません',
  nothingTitle: '採用する要請がありません',
  nothing: '提案の一覧で、採用する要請を選んでください。採用した要請と見送った要請は選べません。',
  sessions: '回（日時・マイスター等）',
  answerByHint: '打診を送るときに必要です。いちばん早い派遣日までの日にしてください',
  answerByMissing: '返事の期限が入力されていません。期限を入力してください。',
  made: '作ったもの',
  madeOffer: '打診を見る',
  madeVisit: '予定を見る',
  targetText: (requests: number, sessions: number) => `採用する要請 ${requests}件（${sessions}回）`,
  resultText: (adopted: number, refused: number) =>
    adopted === 0
      ? `採用できた要請はありません（${refused}件）`
      : refused === 0
        ? `${adopted}件の要請を採用しました`
        : `${adopted}件の要請を採用し、${refused}件は採用できませんでした`,
  back: '提案の一覧へ',
  insteadOf: (day: string) => `（${day}の予定を変更）`,
  moveReason: (plan: string) => `年間の割当「${plan}」の採用`,
} as const;
