import { isAPIError } from 'better-auth/api';

/** Where a request came from, for the list of sessions and the limits. */
export type Origin = { readonly address: string; readonly device: string };

/** Cookies that better-auth answered with, to be passed on to the browser as they are. */
export type SetCookies = readonly string[];

/**
 * The headers that better-auth gets: only what it needs, written by us. A forwarded address or a cookie that the
 * browser made up does not reach it.
 */
export function authHeaders({ address, device }: Origin, cookie?: string): Headers {
  const headers = new Headers({ 'user-agent': device });
  if (address) headers.set('x-forwarded-for', address);
  if (cookie) headers.set('cookie', cookie);
  return headers;
}

/** The cookies of a request whose names end so (`__Secure-` stands before them on https). */
export function cookiesNamed(cookieHeader: string | null, name: string): string {
  return (cookieHeader ?? '')
    .split(/;\s*/u)
    .filter((pair) => pair.slice(0, pair.indexOf('=')).replace(/^__(?:Secure|Host)-/u, '') === name)
    .join('; ');
}

export const secondFactorCookie = 'takumi.two_factor';
export const sessionCookie = 'takumi.session_token';

/** Runs a call of better-auth; its refusal comes back as its code, everything else throws. */
export async function askAuth<Answer>(
  call: () => Promise<{ readonly headers: Headers; readonly response: Answer }>,
): Promise<
  | { readonly ok: true; readonly cookies: SetCookies; readonly response: Answer }
  | { readonly ok: false; readonly code: string }
> {
  try {
    const { headers, response } = await call();
    return { ok: true, cookies: headers.getSetCookie(), response };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return { ok: false, code: String(error.body?.['code'] ?? error.status) };
  }
}
