/** Pages are read and forms are posted; nothing else is asked of them. */
const PAGE_METHODS = ['GET', 'HEAD', 'POST'];

const texts = {
  method: 'この画面では受け付けられない操作です。保存していません。前の画面に戻り、ボタンを押し直してください。',
  address: 'アドレスを読み取れません。%の付いた部分が途中で切れています。アドレスを確かめてください。',
  foreign:
    'ほかのサイトから送られた操作のため、受け付けませんでした。何も保存していません。匠デスクの画面を開き直して操作してください。いつもの画面でこの表示が出るときは、管理者が TAKUMI_ORIGIN にブラウザーで開くアドレスを設定してください。',
} as const;

export type PageRefusal = {
  readonly status: 400 | 403 | 405;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Why a request never comes to a page: a method that pages do not have, an address that cannot be read, or a form that
 * another site posts in the name of who is signed in here. `publicOrigin` is the address that people open when a proxy
 * stands before the desk; otherwise it is the one that the request names.
 */
export function findPageRefusal(request: Request, publicOrigin: string | undefined): PageRefusal | undefined {
  if (!PAGE_METHODS.includes(request.method))
    return { status: 405, text: texts.method, headers: { allow: PAGE_METHODS.join(', ') } };
  const { pathname, origin } = new URL(request.url);
  if (!isReadable(pathname)) return { status: 400, text: texts.address };
  if (request.method === 'POST' && isForeign(request.headers, publicOrigin ?? origin))
    return { status: 403, text: texts.foreign };
  return undefined;
}

/** Browsers say with every form which site it stands on; programs, which say nothing, carry nobody's cookies. */
function isForeign(headers: Headers, ownOrigin: string): boolean {
  return (headers.get('origin') ?? ownOrigin) !== ownOrigin || headers.get('sec-fetch-site') === 'cross-site';
}

/** What is decoded counts: the build drops a decoding whose outcome nobody looks at. */
function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
