import type { LoaderFunctionArgs } from 'react-router';
import { createFieldSeal, type FieldSeal } from '#platform/field-seal.server.ts';
import { deskContext } from '#server/desk.server.ts';

/** The seal of the desk that answers a request. */
export function sealOf({ context }: Pick<LoaderFunctionArgs, 'context'>): FieldSeal {
  const { accounts, secretBefore } = context.get(deskContext);
  return createFieldSeal(accounts.options.secret, secretBefore);
}
