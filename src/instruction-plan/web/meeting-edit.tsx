import { randomUUID } from 'node:crypto';
import { requirePermission } from '#platform/context.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { meetingFields } from '../domain/pre-meeting.ts';
import { getRequestPlan } from '../plan-queries.server.ts';
import { getMeeting } from '../record-meeting.server.ts';
import { planText as words } from '../text.ts';
import type { Route } from './+types/meeting-edit.ts';
import { meetingGroups, saveMeeting } from './meeting-form.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title, href: data.planHref },
    { label: words.editMeeting },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'request.write');
  const { subject } = await getRequestPlan(ctx, params['id'] ?? '');
  const meeting = await getMeeting(ctx, { requestId: subject.id, meetingId: params['meeting'] ?? '' });
  return {
    request: { number: subject.number, href: href(`requests/${subject.id}`) },
    planHref: href(`requests/${subject.id}/plan`),
    state: { texts: formatFields(meetingFields, meeting), errors: [], key: randomUUID(), version: meeting.version },
    groups: meetingGroups,
  };
});

export const action = staffPage(saveMeeting);

export default function MeetingEdit({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.editMeeting} hasErrors={actionData !== undefined} />
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
