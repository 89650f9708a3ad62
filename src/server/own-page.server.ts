import { redirect, type LoaderFunctionArgs } from 'react-router';
import { parse } from 'hono/utils/cookie';
import type { Origin } from '#account/auth-call.server.ts';
import type { Context } from '#platform/context.server.ts';
import { addressContext, deskContext, type Desk } from './desk.server.ts';
import { answerFailures } from './expected-failures.server.ts';
import { findSessionEnd } from '#own/access-queries.server.ts';
import { useOwnSession } from '#own/own-devices.server.ts';
import { contextOfInstructor, type OwnDesk, type SignedInDevice } from '#own/own-sign-in.server.ts';

/** `__Secure-` stands before it where pages are served by https, as with the cookie of staff. */
const COOKIE = 'takumi.own';
const LONGEST_DEVICE = 400;

/** What a page of an instructor gets: their context, who they are, and the device they sit at. */
export type OwnCall = {
  readonly ctx: Context;
  readonly instructorId: string;
  readonly name: string;
  readonly session: { readonly id: string; readonly expiresAt: string; readonly lastEndAt: string };
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
  readonly demonstration: boolean;
};

/** A loader or action of an instructor's own page; whoever has no device signed in is led to the entrance. */
export function ownPage<Answer>(handle: (call: OwnCall) => Promise<Answer>) {
  return async (args: LoaderFunctionArgs): Promise<Answer> => {
    const call = await findOwnCall(args);
    if (!call) throw redirect('/my/sign-in');
    return answerFailures(call.ctx, () => handle(call));
  };
}

/** Whose device sent a request; nothing when no one's. The session of a member of staff opens no page here. */
export async function findOwnCall(args: LoaderFunctionArgs): Promise<OwnCall | undefined> {
  const { request, context, params } = args;
  const desk = context.get(deskContext);
  const token = tokenOf(request);
  const found = token === undefined ? undefined : await useOwnSession(ownDeskOf(args), token);
  if (!found) return undefined;
  const { corner, instructorId, name, session } = found;
  return {
    ctx: contextOfInstructor(desk, { corner, owner: { id: instructorId, name } }),
    instructorId,
    name,
    session,
    params,
    url: new URL(request.url),
    request,
    demonstration: desk.demonstration,
  };
}

function tokenOf(request: Request): string | undefined {
  const cookies = parse(request.headers.get('cookie') ?? '');
  return cookies[`__Secure-${COOKIE}`] ?? cookies[COOKIE];
}

/** Of a device that comes with a session which is no more: when it ended, where that is known. */
export async function findEndedDevice(args: LoaderFunctionArgs): Promise<{ readonly endedAt?: string } | undefined> {
  const token = tokenOf(args.request);
  if (token === undefined) return undefined;
  const { database, clock, key } = ownDeskOf(args);
  const endedAt = await findSessionEnd(database, { token, key, now: clock.now() });
  return endedAt === undefined ? {} : { endedAt };
}

/** What signing in needs of the desk that answers a request. */
export function ownDeskOf({ context }: Pick<LoaderFunctionArgs, 'context'>): OwnDesk {
  const desk = context.get(deskContext);
  const { database, clock, log } = desk;
  return { database, clock, log, key: keyOf(desk) };
}

export function keyOf({ accounts }: Pick<Desk, 'accounts'>): string {
  return accounts.options.secret;
}

/** Where a request came from, as the web server and the browser say. */
export function originOf({ request, context }: LoaderFunctionArgs): Origin {
  const device = (request.headers.get('user-agent') ?? '').slice(0, LONGEST_DEVICE);
  return { address: context.get(addressContext), device };
}

/** How long a device keeps the cookie of a session that is over: it is told when it ended. */
const REMEMBERED_MS = 60 * 24 * 60 * 60 * 1000;

/** Leads a device that has just signed in to its first page. The session ends by itself; the cookie outlives it. */
export function enter({ context }: Pick<LoaderFunctionArgs, 'context'>, { token, lastEndAt }: SignedInDevice) {
  const kept = new Date(Date.parse(lastEndAt) + REMEMBERED_MS);
  return redirect('/my', { headers: { 'set-cookie': cookieOf(context.get(deskContext), token, kept) } });
}

/** Leads a device back to the entrance and makes it forget its session. */
export function leave({ context }: Pick<LoaderFunctionArgs, 'context'>) {
  const gone = new Date(0);
  return redirect('/my/sign-in', { headers: { 'set-cookie': cookieOf(context.get(deskContext), '', gone) } });
}

/** Sent to these pages alone, out of reach of scripts and of other sites. */
function cookieOf({ accounts }: Desk, token: string, expires: Date): string {
  const secure = accounts.options.advanced.useSecureCookies;
  const name = secure ? `__Secure-${COOKIE}` : COOKIE;
  const parts = [`${name}=${token}`, 'Path=/my', `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}
