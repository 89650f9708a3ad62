import { requirePermission } from '#platform/context.server.ts';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { certificationFields } from '../domain/certification-fields.ts';
import { certificationRecords } from '../certification-records.server.ts';
import { certificationGroups, certificationText as words } from '../page-text.ts';
import type { Route } from './+types/certification-edit.ts';
import { formSuggestions } from './form-suggestions.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('certifications') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'certification.write');
  const view = await loadRecordView(call, certificationRecords);
  const detailHref = call.href(`certifications/${view.id}`);
  return {
    label: view.label,
    state: editForm(view),
    detailHref,
    suggestions: formSuggestions({ corner: call.ctx.corner, today: call.ctx.today() }),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: certificationRecords, detailHref: (id) => call.href(`certifications/${id}`) }),
);

export default function CertificationEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={certificationFields}
          groups={certificationGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
