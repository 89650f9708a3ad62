/** What a command's words lack, by the code that Node's `parseArgs` gives; its own sentences are English. */
export function unreadableWordsText(error: unknown): string {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  const [, option = ''] = /'(-[^' =]*)/u.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `「${option}」という指定はありません。`;
  if (message.includes('does not take an argument')) return `${option} に値は付けません。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `${option} の後に値を指定してください。`;
  return `引数を読み取れません: ${message}`;
}

/** What the operator can do, by the call and its code (POSIX) or the code of PostgreSQL (its appendix A). */
const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /^listen /u,
    '待ち受けを始められません。ほかで使っていないポートを --port で、このPCのアドレスを --host で指定してください。',
  ],
  [
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P0[123]|08\d{3})$/u,
    'データベースに接続できません。DATABASE_URL の接続先と、データベースが動いているかを確かめてください。',
  ],
  [
    /\b(28P01|28000|3D000)$/u,
    'データベースに接続できません。DATABASE_URL の利用者名、パスワード、データベース名を確かめてください。',
  ],
  [
    /\bERR_INVALID_URL$/u,
    'DATABASE_URL を読み取れません。postgres://利用者:パスワード@ホスト/名前 の形か確かめてください。',
  ],
  [
    /\b(42P01|42703|42883|22023)$/u,
    'データベースの構造がこの版のものではありません。takumi migrate を実行してから、やり直してください。それでも同じときは、バックアップを復元してください。',
  ],
  [
    /\b53\d{3}$/u,
    'データベースの資源が足りません。ディスクの空き、メモリー、接続の数を確かめてから、やり直してください。',
  ],
  [
    /\b(EEXIST|ENOTDIR|EACCES|EPERM|EROFS|ENOSPC)$/u,
    'データフォルダーを使えません。TAKUMI_DATA の場所と権限、ディスクの空きを確かめてください。',
  ],
];

const unknownRemedy =
  '処理が途中で失敗しました。もう一度実行してください。それでも同じときは、TAKUMI_LOG=debug を付けて実行し、表示された内容をシステムの担当者に知らせてください。';

/**
 * Failures that carry their own Japanese sentence show it; those of the system begin with what to do about them, and so
 * does anything else, which is a bug. The causes follow (FRM-32).
 */
export function explainFailure(error: unknown): string {
  const lines: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = '', syscall = '' } = cause as { readonly code?: string; readonly syscall?: string };
    const [, remedy] = remedies.find(([failure]) => failure.test(`${syscall} ${code}`)) ?? [];
    // why: a host of several addresses fails with an error for each and no sentence of its own.
    lines.push(...(remedy === undefined ? [] : [remedy]), cause.message === '' ? code : cause.message);
  }
  const [first = ''] = lines;
  if (!/\p{Script=Hiragana}/u.test(first)) lines.unshift(unknownRemedy);
  return lines.join('\n原因: ');
}
