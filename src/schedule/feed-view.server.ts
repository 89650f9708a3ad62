import type { Context } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { getCalendarFeed, issueCalendarFeed, revokeCalendarFeed } from './calendar-feeds.server.ts';
import type { FeedSubject } from './domain/calendar-feed.ts';
import { feedText as words } from './feed-text.ts';

/** A feed in the words of its page. */
export async function showCalendarFeed(ctx: Context, subject: FeedSubject) {
  const { name, feed } = await getCalendarFeed(ctx, subject);
  const panel = feed
    ? {
        lines: [words.open(feed.expiresOn), words.issued(instantText(feed.issuedAt), feed.issuedBy)],
        make: words.replace,
        end: { label: words.stop, lead: words.replaceLead },
      }
    : { lines: [words.none], make: words.make };
  return { name, panel };
}

type Change = { readonly subject: FeedSubject; readonly intent: string; readonly origin: string };

/** 「アドレスを作る」, 「作り直す」 and 「配信をやめる」; the address is in the answer alone. */
export async function changeCalendarFeed(ctx: Context, { subject, intent, origin }: Change) {
  if (intent === 'stop') {
    await revokeCalendarFeed(ctx, subject);
    return { done: words.stopped };
  }
  const { token, expiresOn } = await issueCalendarFeed(ctx, subject);
  const { madeTitle: title, address: label, how } = words;
  const address = `${origin}/calendars/${token}/visits.ics`;
  return { made: { title, lead: words.madeLead(expiresOn), label, address, how } };
}
