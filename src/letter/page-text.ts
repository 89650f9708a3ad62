/** Words of the pages of templates. */
export const templateText = {
  title: '文書のひな形',
  lead: (year: string) =>
    `${year}に作る文書を、どのひな形で作るかを示します。コーナーのWordファイルを登録すると、その文書は登録したひな形で作ります。`,
  kind: '文書',
  inForce: '使っているひな形',
  since: '登録した年度',
  uploadedBy: '登録した人',
  builtIn: '最初から入っている文面',
  own: 'コーナーのひな形',
  earlier: (year: string) => `${year}から`,
  detailTitle: (title: string) => `${title}のひな形`,
  detailLead: (year: string) => `${year}に使うひな形です。次の年度も、別のひな形を登録するまで同じものを使います。`,
  present: 'いま使っているもの',
  file: 'ファイル',
  uploadedAt: '登録した日時',
  presentBuiltIn: '最初から入っている文面で作ります。コーナーのひな形は登録されていません。',
  wordsOf: '文面（宛先・本文・見出しなど）は、ひな形を作らなくても変えられます。',
  toWords: '申請書と送付状の文面を変える',
  test: '試し印刷（Word）',
  testLead: '試し印刷は、見本の氏名などを入れたものです。番号は付きません。',
  download: '使っているひな形を開く（Word）',
  starter: 'ひな形の見本を開く（Word）',
  starterLead: 'ひな形の見本は、最初から入っている文面に差し込みを入れたものです。これを直して登録するのが確実です。',
  uploadHeading: 'ひな形を登録する',
  uploadLead: (year: string) => `${year}から使うひな形を登録します。同じ年度に登録してあるものは、置き換わります。`,
  upload: 'Wordファイル',
  uploadHint: 'Word文書（.docx）、5MBまで。マクロや、外から読み込む画像のあるものは登録できません',
  submit: '確かめて登録する',
  saved: 'ひな形を登録しました。試し印刷で確かめてください。',
  removed: 'ひな形の登録を取り消しました。',
  removeHeading: 'ひな形の登録を取り消す',
  removeLead: (year: string) =>
    `${year}に登録したひな形を取り消します。前の年度のひな形があればそれに、なければ最初から入っている文面に戻ります。発行した文書は変わりません。`,
  remove: '登録を取り消す',
  placeholders: '差し込みの一覧',
  placeholdersLead:
    'Wordの文の中に、名前を半角のかっこ { } で囲んで書くと、作るときに中身が入ります。文字の大きさや書体は、かっこの部分のものになります。',
  name: '差し込み',
  meaning: '入るもの',
  sample: '例',
  loopLead: (name: string) =>
    `行ごとに繰り返すときは、表の行の最初の欄に {#${name}}、最後の欄に {/${name}} を書き、その間に次の差し込みを置きます。`,
  loopTitle: (name: string) => `繰り返し {#${name}}`,
  history: '変更の履歴',
} as const;

/** Words of the register. */
export const registerText = {
  title: '文書の発行簿',
  lead: '発行した文書の控えです。文書番号は年度ごとに1から順に付き、抜けません。請求書のように番号を付けない用紙は、記録の番号で並びます。',
  number: '文書番号',
  issuedOn: '発行日',
  kind: '文書',
  addressee: '宛先',
  subject: '件名',
  issuer: '発行した人',
  file: '控え（Word）',
  open: (number: string) => `${number}の控えを開く`,
  erased: '廃棄済み',
  search: '番号・宛先・件名',
  from: 'この日から',
  until: 'この日まで',
  newest: '番号の大きい順',
  dayUnreadable: (label: string) =>
    `「${label}」を読み取れません。「2022/11/30」や「R4.11.30」の形で入力してください。この条件を使わずに表示しています。`,
  empty: (year: string) => `${year}に発行した文書はまだありません`,
  emptyLead: '認定申請の送付、講習の案内、礼状などを発行すると、ここに並びます。',
  none: '条件に合う文書はありません',
  noneLead: '条件を減らしてください。',
  period: (from: string, until: string) => `${from}〜${until}`,
  toNumbering: '文書番号の決め方',
  toTemplates: '文書のひな形',
} as const;

/** Words of the page on which a paper of a record is made. */
export const recordLetterText = {
  numberedLead:
    '記録から作った文面です。確かめて発行すると、文書番号が付いて発行簿に入ります。このページは、そのまま印刷できます。',
  plainLead: '記録から作った用紙です。文書番号は付きません。このページはそのまま印刷でき、発行簿に控えを残せます。',
  word: (numbered: boolean) => (numbered ? '案をWordで開く' : 'Wordで開く'),
  looseLead: '記録から作った用紙です。このページは、そのまま印刷できます。発行簿に控えは残りません。',
  ownTemplate:
    'コーナーのひな形が登録されているため、Wordの文面は下の表示と異なることがあります。発行の前に、Wordで確かめてください。',
  toTemplate: 'この文書のひな形を見る',
  toRecord: '記録に戻る',
  issued: '発行したもの',
  issue: (count: number) => (count === 1 ? '発行する' : `${count}通を発行する`),
  keep: '発行簿に控えを残す',
} as const;

/** Words of the page that decides on the numbers. */
export const numberingText = {
  title: '文書番号の決め方',
  lead: (year: string) => `${year}に発行する文書の番号です。発行した文書の番号は変わりません。`,
  prefix: '記号',
  prefixHint: '番号の前に付く文字。例：山技振（「山技振第1号」になります）',
  next: '次の番号',
  nextHint: '年度の途中から使い始めるときは、紙の発行簿の続きの番号にします。1通でも発行すると変えられません',
  nextFixed: (next: string) => `次は「${next}」です。すでに発行しているため、次の番号は変えられません。`,
  save: '保存する',
  saved: '文書番号の決め方を保存しました',
  cancel: 'やめる',
} as const;
