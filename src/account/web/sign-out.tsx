import { redirect } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import { signOut } from '../sign-in.server.ts';
import type { Route } from './+types/sign-out.ts';
import { withCookies } from './own-call.server.ts';

/** Signing out is an act, not a page: an address that somebody sends must not do it. */
export function loader() {
  throw redirect('/');
}

export async function action({ request, context }: Route.ActionArgs) {
  const cookies = await signOut(context.get(deskContext), request.headers.get('cookie'));
  throw redirect('/sign-in', withCookies(cookies));
}

export default function SignOutPage() {
  return null;
}
