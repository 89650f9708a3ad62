import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type PlainDate, plainDate } from '#kernel/plain-date.ts';
import type { CornerCode, Database, Db } from './db/database.server.ts';
import { Forbidden } from './errors.server.ts';
import { isAllowed, type Permission, type Place, type Role } from './permission/permission-table.ts';

/** Who acts, and by which edge: the audit log tells both. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly cornerCode: CornerCode | null;
  /** Who this is among the corner's instructors, where a マイスター等 acts on the pages of their own. */
  readonly instructorId?: string | undefined;
  /** Acts by a token that reads and changes nothing (SEC-11). */
  readonly readOnly?: boolean | undefined;
  readonly source: 'page' | 'api' | 'cli' | 'job';
};

/** What a use case gets from outside: nothing else is read from the surroundings. `db` sees only `corner`. */
export type Context = {
  readonly db: Db;
  readonly corner: CornerCode;
  readonly actor: Actor;
  readonly today: () => PlainDate;
  readonly now: () => string;
  readonly newId: () => string;
  readonly log: Logger;
};

/** The time of the desk: the wall clock, or the working date that an operator or a demonstration office fixed. */
export type Clock = { readonly today: () => PlainDate; readonly now: () => string };

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** A clock in Japan's time whatever the host's zone (ENV-15); `fixedDay` keeps the date and lets the hours run. */
export function createClock(fixedDay: string | undefined): Clock {
  return {
    today: () => plainDate(fixedDay ?? tokyo.format(new Date())),
    now: () => new Date().toISOString(),
  };
}

type ContextParts = {
  readonly database: Database;
  readonly corner: CornerCode;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Builds the context of one request, command or job. */
export function createContext({ database, corner, actor, clock, log }: ContextParts): Context {
  return { db: database.forCorner(corner), corner, actor, today: clock.today, now: clock.now, newId: randomUUID, log };
}

/**
 * Stops with Forbidden unless the actor may do this in the corner of the context. `aggregate` = no personal data;
 * `instructorId` = about this one instructor, who may then be the actor.
 */
export function requirePermission(ctx: Context, permission: Permission, about: Omit<Place, 'corner'> = {}): void {
  if (!isAllowed(ctx.actor, permission, { ...about, corner: ctx.corner })) {
    throw new Forbidden(permission, ctx.actor.id, ctx.corner);
  }
}
