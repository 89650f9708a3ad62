import { data } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { deskContext } from '#server/desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { SecretAddress } from '#ui/secret-address.tsx';
import { feedKinds, type FeedKind, type FeedSubject } from '../domain/calendar-feed.ts';
import { feedText as words } from '../feed-text.ts';
import { changeCalendarFeed, showCalendarFeed } from '../feed-view.server.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/calendar-feed.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: visitText.listTitle, href: href('visits') },
    ...(page.ownerHref === undefined ? [] : [{ label: page.name, href: page.ownerHref }]),
    { label: words.title },
  ],
};

const ownerPages: Readonly<Partial<Record<FeedKind, string>>> = { instructor: 'instructors', host: 'organizations' };

function subjectOf({ params }: Pick<StaffCall, 'params'>): FeedSubject {
  const kind = feedKinds.find(({ code }) => code === params['kind'])?.code;
  if (kind === undefined) throw data(null, { status: 404 });
  return { kind, id: params['id'] ?? '' };
}

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'calendar-feed.read');
  const subject = subjectOf(call);
  const owners = ownerPages[subject.kind];
  return {
    ...(await showCalendarFeed(call.ctx, subject)),
    ownerHref: owners && call.href(`${owners}/${subject.id}`),
  };
});

export const action = (args: Route.ActionArgs) => {
  const desk = args.context.get(deskContext);
  return staffPage(async (call) => {
    requirePermission(call.ctx, 'calendar-feed.write');
    const form = await readForm(call.request);
    const origin = desk.publicOrigin ?? call.url.origin;
    return changeCalendarFeed(call.ctx, { subject: subjectOf(call), intent: textIn(form, 'intent'), origin });
  })(args);
};

export default function CalendarFeedPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={`${words.title} ${words.of(loaderData.name)}`} lead={words.lead} />
      <SecretAddress {...loaderData.panel} {...actionData} />
    </>
  );
}
