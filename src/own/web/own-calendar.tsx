import { feedText as words } from '#schedule/feed-text.ts';
import { changeCalendarFeed, showCalendarFeed } from '#schedule/feed-view.server.ts';
import { deskContext } from '#server/desk.server.ts';
import { ownPage } from '#server/own-page.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { SecretAddress } from '#ui/secret-address.tsx';
import type { Route } from './+types/own-calendar.ts';

export const loader = ownPage(({ ctx, instructorId }) =>
  showCalendarFeed(ctx, { kind: 'instructor', id: instructorId }),
);

export const action = (args: Route.ActionArgs) => {
  const desk = args.context.get(deskContext);
  return ownPage(async ({ ctx, instructorId, request, url }) => {
    const form = await readForm(request);
    const subject = { kind: 'instructor', id: instructorId } as const;
    return changeCalendarFeed(ctx, {
      subject,
      intent: textIn(form, 'intent'),
      origin: desk.publicOrigin ?? url.origin,
    });
  })(args);
};

export default function OwnCalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.own} lead={words.lead} />
      <SecretAddress {...loaderData.panel} {...actionData} />
    </>
  );
}
