/** Sentences of the API's error answers: title says what happened, detail why and what to do. */
export const apiText = {
  title: '匠デスク API',
  description:
    '地域技能振興コーナーの記録を読み書きします。日付は YYYY-MM-DD、時刻は HH:MM、選択肢は取込・書出のファイルと同じ言葉です。一覧は cursor で続きを読みます。同じ Idempotency-Key には7日間、最初の答えを返します。',
  tokenMissing: {
    title: '認証が必要です',
    detail:
      'Authorization: Bearer に続けて、設定画面で発行した合言葉を送ってください。期限切れ・取消済みの合言葉は使えません。',
  },
  forbidden: {
    title: '権限がありません',
    detail:
      'この合言葉の範囲（読み取りだけ、または読み書き）か、持ち主の役割では、このコーナーでこの操作はできません。',
  },
  notFound: { title: '見つかりません', detail: 'アドレスが違うか、削除された記録です。' },
  conflict: {
    title: 'ほかの人が先に変更しました',
    detail: '保存していません。いまの内容を読み直し、その version を If-Match に付けて送り直してください。',
  },
  keyReused: {
    title: '同じ Idempotency-Key が別の内容で使われました',
    detail: '新しい記録には新しい Idempotency-Key を付けてください。',
  },
  invalid: { title: '内容に誤りがあります', detail: 'errors の各項目を直して送り直してください。' },
  unstorable: {
    title: '値を扱えません',
    detail: 'アドレスか本文に、扱えない文字か範囲を外れた数があります。値を確かめて送り直してください。',
  },
  notJson: { title: 'JSON として読み取れません', detail: '本文を UTF-8 の JSON オブジェクトで送ってください。' },
  versionMissing: {
    title: 'If-Match が必要です',
    detail:
      '読み取った記録の version を If-Match: "3" のように付けて送ってください。ほかの人の変更を上書きしないためです。',
  },
  reasonMissing: { title: '削除する理由が必要です', detail: '?reason= に理由を付けて送ってください。履歴に残ります。' },
  cornerMissing: { title: 'コーナーの指定が必要です', detail: '?corner= に都道府県コード（01〜47）を付けてください。' },
  refused: '登録できません',
  runRefused: '計算を始められません',
  adoptionRefused: '採用できません',
  notProposed: (request: string) =>
    `${request} に、採用を待つ提案はありません。計算を読み直し、要請番号を確かめてください。`,
  failed: {
    title: '処理を終えられませんでした',
    detail: '匠デスクの側の問題です。少し待ってやり直し、続くときは管理者に時刻を伝えてください。',
  },
  unknownField: (key: string) => `「${key}」という項目はありません。綴りを確かめてください。`,
  notAValue: '文字列か数値か null で指定してください。',
  badParameter: (name: string) => `パラメーター ${name} の値を読み取れません。形式を確かめてください。`,
} as const;
