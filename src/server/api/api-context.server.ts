import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as Call } from 'hono';
import { findTokenBearer } from '#account/api-tokens.server.ts';
import { createContext, type Context } from '#platform/context.server.ts';
import type { Desk } from '../desk.server.ts';

/** What a request carries once its sender is known: a refusal is logged in the name of that context. */
export type ApiEnv = { Variables: { ctx: Context | undefined } };

export type Api = OpenAPIHono<ApiEnv>;

export type ApiCall = Call<ApiEnv>;

/** Nobody is known by this request: no token, or one that is expired, revoked or of a disabled account. */
export class Unauthenticated extends Error {}

/** The request does not say for which corner it is, and its sender belongs to none. */
export class CornerMissing extends Error {}

/** Who calls the API, and for which corner: that of the token's owner, or the one that the address names. Found out once a request. */
export async function openContext(desk: Desk, call: ApiCall, corner?: string): Promise<Context> {
  const known = call.get('ctx');
  if (known) return known;
  const [, token] = /^Bearer (\S{1,200})$/u.exec(call.req.header('authorization') ?? '') ?? [];
  const actor = token === undefined ? undefined : await findTokenBearer(desk.database, token);
  if (!actor) throw new Unauthenticated();
  const wanted = corner ?? call.req.query('corner') ?? actor.cornerCode;
  if (!wanted || !/^(0[1-9]|[1-3]\d|4[0-7])$/u.test(wanted)) throw new CornerMissing();
  const { database, clock, log } = desk;
  const ctx = createContext({ database, corner: wanted, actor, clock, log });
  call.set('ctx', ctx);
  return ctx;
}
