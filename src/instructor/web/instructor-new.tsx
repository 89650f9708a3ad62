import { requirePermission } from '#platform/context.server.ts';
import { startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { instructorFields } from '../domain/instructor-fields.ts';
import { instructorGroups, instructorText as words } from '../text.ts';
import type { Route } from './+types/instructor-new.ts';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { formSuggestions } from './form-suggestions.ts';
import { saveInstructor } from './save-instructor.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('instructors') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'instructor.write');
  return {
    state: startForm(),
    suggestions: formSuggestions({ corner: ctx.corner, today: ctx.today() }),
    listHref: href('instructors'),
  };
});

export const action = staffPage(saveInstructor);

export default function InstructorNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={instructorFields}
        groups={instructorGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        suggestions={loaderData.suggestions}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
      >
        <DuplicateNotice answer={actionData} />
      </RecordForm>
    </>
  );
}
