import { requirePermission } from '#platform/context.server.ts';
import { editForm, loadRecordView } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { instructorFields } from '../domain/instructor-fields.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { instructorGroups, instructorText as words } from '../text.ts';
import type { Route } from './+types/instructor-edit.ts';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { formSuggestions } from './form-suggestions.ts';
import { saveInstructor } from './save-instructor.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('instructors') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'instructor.write');
  const view = await loadRecordView(call, instructorRecords);
  const detailHref = call.href(`instructors/${view.id}`);
  const suggestions = formSuggestions({ corner: call.ctx.corner, today: call.ctx.today() });
  return { label: view.label, state: editForm(view), suggestions, detailHref };
});

export const action = staffPage(saveInstructor);

export default function InstructorEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, suggestions, detailHref } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={instructorFields}
          groups={instructorGroups}
          state={actionData?.state ?? state}
          suggestions={suggestions}
          submitLabel={words.save}
          cancelHref={detailHref}
        >
          <DuplicateNotice answer={actionData} />
        </RecordForm>
      )}
    </>
  );
}
