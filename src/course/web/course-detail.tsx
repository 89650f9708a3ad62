import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { courseFields } from '../domain/course-fields.ts';
import { courseGroups, courseText as words } from '../text.ts';
import type { Route } from './+types/course-detail.ts';
import { AttendanceForm, AttendeeTable, EndForm, PaymentForm } from './course-attendees.tsx';
import { loadCoursePage, takeCourseForm } from './course-page.server.ts';
import { stateTones } from './course-tones.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('courses') },
    { label: data.title },
  ],
};

export const loader = staffPage(loadCoursePage);

export const action = staffPage(takeCourseForm);

export default function CourseDetail({ loaderData, actionData }: Route.ComponentProps) {
  const {
    title,
    state,
    stateText,
    next,
    attendees,
    mayWrite,
    mayAttend,
    editHref,
    inviteHref,
    certificatesHref,
    lettersHref,
  } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={title}
        status={<ChipLabel tone={stateTones[state]}>{stateText}</ChipLabel>}
        lead={next}
        hasErrors={errors.length > 0}
        action={
          <>
            {inviteHref ? (
              <ButtonLink variant="solid" href={inviteHref}>
                {words.invite}
              </ButtonLink>
            ) : null}
            {lettersHref ? <ButtonLink href={lettersHref}>{words.letters}</ButtonLink> : null}
            {certificatesHref ? <ButtonLink href={certificatesHref}>{words.certificatesPrint}</ButtonLink> : null}
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors.map(({ name, message }) => (name ? { name, message } : { message }))} />
      {mayWrite && state === 'planned' ? <EndForm page={loaderData} answer={actionData} /> : null}
      <section className="mb-6">
        <h2 className="mb-2 text-std-18B-160">{words.attendees}</h2>
        {attendees.length === 0 ? (
          <EmptyState title={words.noAttendees}>{words.noAttendeesLead}</EmptyState>
        ) : mayAttend ? (
          <AttendanceForm page={loaderData} answer={actionData} />
        ) : (
          <AttendeeTable attendees={attendees} />
        )}
      </section>
      {mayWrite && attendees.some(({ attended }) => attended) ? (
        <PaymentForm page={loaderData} answer={actionData} />
      ) : null}
      <RecordDetails fields={courseFields} groups={courseGroups} texts={loaderData.texts} />
      <RecordHistory history={loaderData.history.map((entry) => ({ ...entry, changes: [] }))} />
    </>
  );
}
