import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { consultationRecords } from '../consultation-records.server.ts';
import { consultationFields } from '../domain/consultation-fields.ts';
import { consultationGroups, consultationText as words } from '../text.ts';
import type { Route } from './+types/consultation-edit.ts';
import { suggestForConsultation } from './consultation-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('consultations') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'consultation.write');
  const view = await loadRecordView(call, consultationRecords);
  return {
    label: view.label,
    state: editForm(view),
    detailHref: call.href(`consultations/${view.id}`),
    suggestions: await suggestForConsultation(call.ctx),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: consultationRecords, detailHref: (id) => call.href(`consultations/${id}`) }),
);

export default function ConsultationEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={consultationFields}
          groups={consultationGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
