import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { meetingFields } from '../domain/pre-meeting.ts';
import { getRequestPlan } from '../plan-queries.server.ts';
import { planText as words } from '../text.ts';
import type { Route } from './+types/meeting-new.ts';
import { meetingGroups, saveMeeting } from './meeting-form.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title, href: data.planHref },
    { label: words.newMeeting },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'request.write');
  const { subject } = await getRequestPlan(ctx, params['id'] ?? '');
  return {
    request: { number: subject.number, href: href(`requests/${subject.id}`) },
    planHref: href(`requests/${subject.id}/plan`),
    state: startForm({ heldOn: ctx.today() }),
    groups: meetingGroups,
  };
});

export const action = staffPage(saveMeeting);

export default function MeetingNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.newMeeting} lead={words.meetingLead} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={meetingFields}
        groups={loaderData.groups}
        state={actionData ?? loaderData.state}
        submitLabel={words.saveMeeting}
        cancelHref={loaderData.planHref}
      />
    </>
  );
}
