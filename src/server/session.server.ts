import { createContext, redirect, type RouterContextProvider } from 'react-router';
import { findOpenSession, readSessionToken } from '#account/open-session.server.ts';
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
  /** The password was made by somebody else, who has seen it: another has to be chosen first (SEC-08). */
  readonly needsOwnPassword: boolean;
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

/** A session is prolonged by its own library at most once an hour; in between, one query by its token says it all. */
const PROLONGED_EVERY_MS = 60 * 60 * 1000;

async function readSession({ request, context }: Call): Promise<SignedIn | undefined> {
  const { accounts, database, demonstration } = context.get(deskContext);
  const token = readSessionToken(request.headers.get('cookie') ?? '', accounts.options.secret);
  if (token === undefined) return undefined;
  const found = await findOpenSession(database, token);
  if (!found) return undefined;
  if (Date.now() - Date.parse(found.updatedAt) > PROLONGED_EVERY_MS) {
    await accounts.api.getSession({ headers: request.headers });
  }
  const { userId: id, name, role, cornerCode } = found;
  return {
    actor: { id, name, role: toRole(role), cornerCode, source: 'page' },
    email: found.email,
    sessionId: found.sessionId,
    secondFactor: found.twoFactorEnabled === true,
    needsSecondFactor: !found.twoFactorEnabled && !demonstration,
    needsOwnPassword: found.hasTemporaryPassword,
    signedInAt: found.createdAt,
    previousLoginAt: found.previousLoginAt,
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
  if (signedIn.needsOwnPassword) throw redirect(`/account/password?${next}`);
  if (signedIn.needsSecondFactor) throw redirect(`/account/second-factor?${next}`);
  return signedIn;
}
