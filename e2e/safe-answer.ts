/** An answer as the network gave it: redirects are not followed. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string;
  readonly cookies: readonly string[];
};

/** Traces of the program's inside that a reader must never meet. */
const insides = [
  /^\s+at \S.*:\d+:\d+\)?$/mu,
  /node_modules|\.server\.ts|file:\/\/\/\S+\.[jt]s/u,
  /\b(select|insert into|update|delete from) .{1,200}\b(from|values|set|where)\b/iu,
  /\b(syntax error at or near|violates \w+ constraint|relation "\w+"|PostgresError|PGlite)/u,
];

/**
 * What holds for every answer of the desk (SEC-16): a policy that loads nothing from elsewhere, no guessing of types,
 * no script or style without the nonce, cookies out of reach of scripts and of other sites, errors without insides.
 * `sent` is what the request carried: an answer may show it again.
 */
export function faultsOf({ status, headers, text, cookies }: Answer, sent: string): readonly string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const shown = insides.flatMap((inside) => inside.exec(text)?.[0] ?? []);
  const faults: readonly (readonly [boolean, string])[] = [
    [/default-src '(none|self)'/u.test(policy), `policy: ${policy}`],
    [policy.includes("frame-ancestors 'none'"), `may be framed: ${policy}`],
    [!/unsafe|\*|https?:/u.test(policy), `lets through: ${policy}`],
    [headers.get('x-content-type-options') === 'nosniff', 'no nosniff'],
    [cookies.every((cookie) => /; HttpOnly/iu.test(cookie)), `cookie for scripts: ${cookies.join()}`],
    [cookies.every((cookie) => /; SameSite=(Lax|Strict)/iu.test(cookie)), `cookie for other sites: ${cookies.join()}`],
    [status < 500, `failure of the program ${status}: ${text.slice(0, 300)}`],
    [status < 400 || shown.every((inside) => sent.includes(inside)), `insides: ${shown.join()}`],
  ];
  const broken = faults.filter(([holds]) => !holds).map(([, fault]) => fault);
  return headers.get('content-type')?.startsWith('text/html') ? [...broken, ...inlineIn(text, policy)] : broken;
}

/** Answered, a refusal by a page in Japanese, and not by sending an unknown person away: whoever asked is still signed in. */
export function isAnsweredInWords({ status, text, location }: Answer): boolean {
  if (location.startsWith('/sign-in')) return false;
  return status < 400 || /<title>[^<]*[ぁ-んァ-ヶ一-龠].*[ぁ-ん][^<]*。/su.test(text);
}

/** Scripts, styles and handlers that stand in a page without the nonce of its answer. */
function inlineIn(html: string, policy: string): readonly string[] {
  const [, nonce] = /'nonce-([^']+)'/u.exec(policy) ?? [];
  const tags = [...html.matchAll(/<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/giu)].map(([tag]) => tag);
  return tags.filter((tag) => {
    if (/^<(?:script|style)\b/iu.test(tag) && !/\ssrc="\/[^/]/u.test(tag)) return !tag.includes(`nonce="${nonce}"`);
    return /\s(?:style|on[a-z]+)=/iu.test(tag.replaceAll(/"[^"]*"/gu, '""'));
  });
}
