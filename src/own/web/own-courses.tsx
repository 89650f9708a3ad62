import { data, Form, redirect } from 'react-router';
import { answerInvitation } from '#course/answer-invitation.server.ts';
import { listOwnCourses, type OwnCourse } from '#course/own-course-queries.server.ts';
import { attendanceLabel, courseKindLabel, courseModeLabel, courseReplyRefusalText } from '#course/text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-courses.ts';
import { ownPage } from '#server/own-page.server.ts';
import { dayText } from './show-visit.ts';

export const loader = ownPage(async ({ ctx, instructorId, url }) => {
  const courses = (await listOwnCourses(ctx, instructorId)).map((course) => showCourse(course, ctx.today()));
  return {
    coming: courses.filter(({ isComing }) => isComing).toReversed(),
    over: courses.filter(({ isComing }) => !isComing),
    done: url.searchParams.has('done'),
  };
});

function showCourse(course: OwnCourse, today: PlainDate) {
  const { id, kind, firstDay, lastDay, startsAt, endsAt, mode, place, state, attendance } = course;
  const isComing = state !== 'cancelled' && firstDay >= today;
  return {
    id,
    title: courseKindLabel(kind),
    day: firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)}〜${dayText(lastDay)}`,
    time: [startsAt, endsAt].filter(Boolean).join('〜'),
    place: [courseModeLabel(mode), place].filter(Boolean).join('　'),
    url: course.url,
    attendance: state === 'cancelled' ? words.courseCancelled : attendanceLabel(attendance),
    isComing,
    mayAccept: isComing && (attendance === 'invited' || attendance === 'declined'),
    mayDecline: isComing && (attendance === 'invited' || attendance === 'attending'),
  };
}

export const action = ownPage(async ({ ctx, instructorId, request }) => {
  requirePermission(ctx, 'own.write', { instructorId });
  const form = await readForm(request);
  const reply = textIn(form, 'reply') === 'accept' ? ('accept' as const) : ('decline' as const);
  const answered = await answerInvitation(ctx, { courseId: textIn(form, 'course'), instructorId, reply });
  if (answered.ok) throw redirect('/my/courses?done');
  return data({ refusal: courseReplyRefusalText(answered.refusal) }, { status: 409 });
});

type Shown = ReturnType<typeof showCourse>;

export default function OwnCourses({ loaderData: { coming, over, done }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.coursesTitle} lead={words.coursesLead} hasErrors={actionData !== undefined} />
      <div className="mb-6 empty:hidden">
        {actionData ? <Notification kind="error" title={actionData.refusal} announce /> : null}
        {done && !actionData ? <Notification kind="success" title={words.courseAnswered} announce /> : null}
      </div>
      {coming.length === 0 ? <p>{words.noCourses}</p> : null}
      <ul className="mb-8 flex flex-col gap-4">
        {coming.map((course) => (
          <CourseCard key={course.id} course={course} />
        ))}
      </ul>
      {over.length === 0 ? null : (
        <>
          <h2 className="mb-2 text-std-20B-150">{words.coursesOver}</h2>
          <ul>
            {over.map(({ id, day, title, attendance }) => (
              <li key={id} className="border-t border-solid-gray-420 py-2">
                {day}　{title}（{attendance}）
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function CourseCard({ course }: { readonly course: Shown }) {
  const { id, title, day, time, place, url, attendance, mayAccept, mayDecline } = course;
  return (
    <li className="rounded-12 border border-solid-gray-420 p-4">
      <h2 className="text-std-18B-160">{title}</h2>
      <p>
        {day}
        {time ? `　${time}` : ''}
      </p>
      <p>{place}</p>
      {url ? (
        <p>
          <a href={url} rel="noreferrer" className="inline-flex min-h-11 items-center">
            {words.courseUrl}
          </a>
        </p>
      ) : null}
      <p className="my-2 text-std-16B-170">{attendance}</p>
      <div className="flex flex-wrap gap-3">
        {mayAccept ? (
          <CourseAnswer id={id} reply="accept" label={words.courseAccept} about={`${day}　${title}`} />
        ) : null}
        {mayDecline ? (
          <CourseAnswer id={id} reply="decline" label={words.courseDecline} about={`${day}　${title}`} />
        ) : null}
      </div>
    </li>
  );
}

type CourseAnswerProps = {
  readonly id: string;
  readonly reply: 'accept' | 'decline';
  readonly label: string;
  readonly about: string;
};

function CourseAnswer({ id, reply, label, about }: CourseAnswerProps) {
  return (
    <Form method="post" action="/my/courses" data-once>
      <input type="hidden" name="course" value={id} />
      <input type="hidden" name="reply" value={reply} />
      <Button variant={reply === 'accept' ? 'solid' : 'outline'} aria-label={`${about}　${label}`}>
        {label}
      </Button>
    </Form>
  );
}
