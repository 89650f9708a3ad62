import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingVisitFields } from '../domain/scouting-visit-fields.ts';
import { scoutingVisitStatusLabel } from '../domain/scouting-visit-status.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { scoutingEntryGroups, scoutingGroups, scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-edit.ts';
import { offerNeeds, suggestForVisit } from './scouting-form-help.server.ts';

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
  const held = call.url.searchParams.has('held');
  const form = editForm(view);
  return {
    label: view.label,
    held,
    state: held ? { ...form, texts: { ...form.texts, status: scoutingVisitStatusLabel('held') } } : form,
    detailHref: call.href(`scouting/${view.id}`),
    suggestions: await suggestForVisit(call.ctx, call.year),
    taps: { needs: await offerNeeds(call.ctx, call.year) },
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: scoutingVisitRecords, detailHref: (id) => call.href(`scouting/${id}`) }),
);

export default function ScoutingVisitEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, held, state, detailHref, suggestions, taps } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={scoutingVisitFields}
          groups={held ? scoutingEntryGroups : scoutingGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
          taps={taps}
        />
      )}
    </>
  );
}
