import { randomUUID } from 'node:crypto';
import { requirePermission } from '#platform/context.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { getCourse } from '../course-queries.server.ts';
import { courseFields } from '../domain/course-fields.ts';
import { courseGroups, courseLabel, courseText as words } from '../text.ts';
import type { Route } from './+types/course-edit.ts';
import { saveCourseForm } from './course-form.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('courses') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'course.write');
  const course = await getCourse(ctx, params['id'] ?? '');
  const texts = formatFields(courseFields, course.input);
  return {
    label: courseLabel(course.input),
    state: { texts, errors: [], key: randomUUID(), version: course.version },
    detailHref: href(`courses/${course.id}`),
  };
});

export const action = staffPage(saveCourseForm);

export default function CourseEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={courseFields}
        groups={courseGroups}
        state={actionData ?? state}
        submitLabel={words.save}
        cancelHref={detailHref}
      />
    </>
  );
}
