import { addressContext, deskContext } from '#server/desk.server.ts';
import { feedRefusalText } from '../feed-text.ts';
import { readCalendarFeed } from '../read-calendar-feed.server.ts';
import type { Route } from './+types/calendar-file.ts';

const statuses = { unknown: 404, ended: 410, 'too-often': 429 } as const;

/** The calendar behind a secret address, for programs: no page, no session, and nothing for a search engine. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const asking = { token: params.token, address: context.get(addressContext) };
  const read = await readCalendarFeed(context.get(deskContext), asking);
  const headers = { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' };
  if (read.ok) {
    return new Response(read.value, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="visits.ics"',
      },
    });
  }
  const { kind } = read.refusal;
  const wait = kind === 'too-often' ? { 'retry-after': '3600' } : {};
  return new Response(feedRefusalText(read.refusal), {
    status: statuses[kind],
    headers: { ...headers, ...wait, 'content-type': 'text/plain; charset=utf-8' },
  });
}
