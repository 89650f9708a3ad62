import { requirePermission } from '#platform/context.server.ts';
import { startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { courseFields } from '../domain/course-fields.ts';
import { courseGroups, courseText as words } from '../text.ts';
import type { Route } from './+types/course-new.ts';
import { saveCourseForm } from './course-form.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('courses') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'course.write');
  return { state: startForm(), listHref: href('courses') };
});

export const action = staffPage(saveCourseForm);

export default function CourseNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={courseFields}
        groups={courseGroups}
        state={actionData ?? loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
      />
    </>
  );
}
