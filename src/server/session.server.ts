import { createContext, redirect, type RouterContextProvider } from 'react-router';
import type { Actor } from '#platform/context.server.ts';
import { roles, type Role } from '#platform/permission/permission-table.ts';
import { deskContext } from './desk.server.ts';

/** Someone signed in: who it is, and whether a second factor still has to be set up before anything else (SEC-09). */
export type SignedIn = {
  readonly actor: Actor;
  readonly email: string;
  readonly sessionId: string;
  readonly secondFactor: boolean;
  readonly needsSecondFactor: boolean;
  /** When this person signed in, and the time before: shown, so that a stranger's sign-in is noticed (SEC-10). */
  readonly signedInAt: string;
  readonly previousLoginAt: string | null;
};

const sessionContext = createContext<Promise<SignedIn | undefined>>();

type Call = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

/** Who sent this request; asked of the database once a request, however many loaders ask. */
export function findSignedIn({ request, context }: Call): Promise<SignedIn | undefined> {
  try {
    return context.get(sessionContext);
  } catch {
    const found = readSession({ request, context });
    context.set(sessionContext, found);
    return found;
  }
}

async function readSession({ request, context }: Call): Promise<SignedIn | undefined> {
  const { accounts, demonstration } = context.get(deskContext);
  if (!request.headers.has('cookie')) return undefined;
  const found = await accounts.api.getSession({ headers: request.headers });
  if (!found || found.user.disabledAt) return undefined;
  const { user, session } = found;
  return {
    actor: {
      id: user.id,
      name: user.name,
      role: toRole(user.role),
      cornerCode: user.cornerCode ?? null,
      source: 'page',
    },
    email: user.email,
    sessionId: session.id,
    secondFactor: user.twoFactorEnabled === true,
    needsSecondFactor: !user.twoFactorEnabled && !demonstration,
    signedInAt: new Date(session.createdAt).toISOString(),
    previousLoginAt: user.previousLoginAt ? new Date(user.previousLoginAt).toISOString() : null,
  };
}

function toRole(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new Error(`account has an unknown role: ${text}`);
  return role;
}

/** Who sent this request; a visitor is sent to the sign-in page and comes back here afterwards. */
export async function requireSignedIn(call: Call): Promise<SignedIn> {
  const signedIn = await findSignedIn(call);
  const { pathname, search } = new URL(call.request.url);
  const next = `next=${encodeURIComponent(pathname + search)}`;
  if (!signedIn) throw redirect(`/sign-in?${next}`);
  if (signedIn.needsSecondFactor) throw redirect(`/account/second-factor?${next}`);
  return signedIn;
}
