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
  /** The secret before the present one, while values that it sealed may still be there. */
  readonly secretBefore?: string | undefined;
  /** Addresses of the proxies before the desk: what they say of where a request comes from is believed. */
  readonly proxies: readonly string[];
};

export const deskContext = createContext<Desk>();
export const nonceContext = createContext<string>();
/** The address that a request came from, as the web server saw it. */
export const addressContext = createContext<string>();

/**
 * The text of a written page, handed over beside its `Response`: React Router looks into the body of each answer, and
 * a body that is looked into is turned into bytes and a stream before it can be sent. Empty where no page was written.
 */
export const pageTextContext = createContext('');
