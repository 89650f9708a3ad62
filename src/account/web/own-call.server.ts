import { redirect, type LoaderFunctionArgs } from 'react-router';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { findSignedIn, requireSignedIn, type SignedIn } from '#server/session.server.ts';
import type { Origin, SetCookies } from '../auth-call.server.ts';
import type { Own } from '../own-account.server.ts';
import { ownPath } from '../own-path.ts';

const LONGEST_DEVICE = 400;

/** Where a request came from, as the web server and the browser say. */
export function originOf({ request, context }: LoaderFunctionArgs): Origin {
  return {
    address: context.get(addressContext),
    device: (request.headers.get('user-agent') ?? '').slice(0, LONGEST_DEVICE),
  };
}

/** The address that the person wanted before signing in. */
export function nextOf({ request }: LoaderFunctionArgs): string {
  return ownPath(new URL(request.url).searchParams.get('next'));
}

/** A page about oneself: someone is signed in, in whatever corner. `entering`: also before password and second factor are their own. */
export async function openOwnCall(args: LoaderFunctionArgs, { entering = false } = {}) {
  const signedIn = entering ? await findSignedIn(args) : await requireSignedIn(args);
  if (!signedIn) throw redirect(`/sign-in?next=${encodeURIComponent(new URL(args.request.url).pathname)}`);
  return { desk: args.context.get(deskContext), signedIn, own: toOwn(signedIn, args) };
}

function toOwn({ actor, email, sessionId, secondFactor }: SignedIn, args: LoaderFunctionArgs): Own {
  return { actor, email, sessionId, secondFactor, cookie: args.request.headers.get('cookie'), from: originOf(args) };
}

/** Headers that hand cookies on to the browser. */
export function withCookies(cookies: SetCookies): { readonly headers: Headers } {
  const headers = new Headers();
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return { headers };
}

/** One text of a posted form, as typed, but for the NUL that nobody types and the database has no place for. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}
