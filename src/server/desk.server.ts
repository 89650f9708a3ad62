import { createContext } from 'react-router';
import type { Logger } from 'pino';
import type { Accounts } from '#account/accounts.server.ts';
import type { Clock } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';

/** What one running desk is made of: opened once at the start, the same for every request. */
export type Desk = {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly log: Logger;
  /** The installation's kind decides whether the frame shows the demonstration's notice and its fixed date. */
  readonly demonstration: boolean;
  /** The origin of the address that people open, where the operator said it: a proxy stands before the desk. */
  readonly publicOrigin?: string | undefined;
  /** Addresses of the proxies before the desk: what they say of where a request comes from is believed. */
  readonly proxies: readonly string[];
};

export const deskContext = createContext<Desk>();
export const nonceContext = createContext<string>();
/** The address that a request came from, as the web server saw it. */
export const addressContext = createContext<string>();
