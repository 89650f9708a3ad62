import { data, Form, redirect, useLocation } from 'react-router';
import { courseText as instructorCourseText } from '#instructor/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { listAddress } from '#record/list-address.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { getCourse, listInvitees, MOST_INVITEES } from '../course-queries.server.ts';
import { inviteInstructors } from '../record-attendance.server.ts';
import { courseLabel, courseText as words, invitationRefusalText } from '../text.ts';
import type { Route } from './+types/course-invite.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('courses') },
    { label: page.label, href: page.detailHref },
    { label: words.inviteTitle },
  ],
};

export const loader = staffPage(async ({ ctx, params, url, href }) => {
  requirePermission(ctx, 'course.write');
  const course = await getCourse(ctx, params['id'] ?? '');
  const q = url.searchParams.get('q') ?? '';
  const everybody = url.searchParams.get('all') === '1';
  const people = await listInvitees(ctx, { course, q, everybody });
  return {
    label: courseLabel(course.input),
    detailHref: href(`courses/${course.id}`),
    lead: everybody ? words.everybodyLead : words.inviteLead[course.input.kind],
    q,
    everybody,
    full: people.length === MOST_INVITEES ? words.mostShown(MOST_INVITEES) : undefined,
    people: people.map((person) => ({
      value: person.id,
      label: `${person.name}（${person.number}）`,
      note: [
        person.employer,
        `${words.course}：${instructorCourseText(person.course)}`,
        `${words.lastActivity}：${person.lastActivityOn === null ? words.none : formatSlashDate(person.lastActivityOn)}`,
      ]
        .filter(Boolean)
        .join('　'),
    })),
  };
});

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'course.write');
  const form = await readForm(request);
  const courseId = params['id'] ?? '';
  const instructorIds = form.getAll('instructors').filter((value): value is string => typeof value === 'string');
  const invited = await inviteInstructors(ctx, { courseId, instructorIds });
  if (invited.ok) throw redirect(href(`courses/${courseId}`));
  const status = invited.refusal.kind === 'nobody-chosen' ? 422 : 409;
  return data({ message: invitationRefusalText(invited.refusal), chosen: instructorIds }, { status });
});

export default function CourseInvite({ loaderData, actionData }: Route.ComponentProps) {
  const { label, lead, q, everybody, people, full, detailHref } = loaderData;
  const location = useLocation();
  return (
    <>
      <PageHeader title={words.inviteTitle} lead={`${label}。${lead}`} hasErrors={actionData !== undefined} />
      <ErrorSummary errors={actionData ? [{ name: 'instructors', message: actionData.message }] : []} />
      <div className="mb-4 flex flex-wrap items-end gap-4 print:hidden">
        <Form method="get" data-density="compact" className="flex flex-wrap items-end gap-3">
          {everybody ? <input type="hidden" name="all" value="1" /> : null}
          <TextField name="q" label={words.search} hint={words.searchInvitee} type="search" defaultValue={q} />
          <Button>{words.find}</Button>
        </Form>
        <ButtonLink variant="text" href={listAddress(location, { all: everybody ? undefined : '1' })}>
          {everybody ? words.onlyNeeded : words.everybody}
        </ButtonLink>
      </div>
      {people.length === 0 ? (
        <EmptyState title={words.nobodyLeft}>{words.nobodyLeftLead}</EmptyState>
      ) : (
        <Form method="post" noValidate data-once className="flex flex-col gap-4">
          {full ? <p>{full}</p> : null}
          <CheckboxGroup
            name="instructors"
            label={words.chosen}
            required
            error={actionData?.message}
            defaultValues={actionData?.chosen ?? []}
            options={people}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="solid">{words.inviteSubmit}</Button>
            <ButtonLink variant="text" href={detailHref}>
              {words.leave}
            </ButtonLink>
          </div>
        </Form>
      )}
    </>
  );
}
