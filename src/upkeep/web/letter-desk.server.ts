import type { LoaderFunctionArgs } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import type { LinkKey } from '../intent-link.server.ts';

/** What the links of letters follow from, and the address under which people open them. */
export function letterDeskOf({ context, request }: LoaderFunctionArgs): {
  readonly key: LinkKey;
  readonly origin: string;
} {
  const { accounts, publicOrigin } = context.get(deskContext);
  return { key: accounts.options.secret, origin: publicOrigin ?? new URL(request.url).origin };
}
