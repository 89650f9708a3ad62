import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingVisitFields } from '../domain/scouting-visit-fields.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { scoutingGroups, scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-edit.ts';
import { suggestForVisit } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.write');
  const view = await loadRecordView(call, scoutingVisitRecords);
  return {
    label: view.label,
    state: editForm(view),
    detailHref: call.href(`scouting/${view.id}`),
    suggestions: await suggestForVisit(call.ctx, call.year),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: scoutingVisitRecords, detailHref: (id) => call.href(`scouting/${id}`) }),
);

export default function ScoutingVisitEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={scoutingVisitFields}
          groups={scoutingGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
