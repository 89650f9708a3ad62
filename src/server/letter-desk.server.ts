import type { LoaderFunctionArgs } from 'react-router';
import { deskContext } from './desk.server.ts';

/** What the links of letters follow from, and the address under which people open them. */
export function letterDeskOf({ context, request }: LoaderFunctionArgs): {
  readonly key: string;
  readonly origin: string;
} {
  const { accounts, publicOrigin } = context.get(deskContext);
  return { key: accounts.options.secret, origin: publicOrigin ?? new URL(request.url).origin };
}
