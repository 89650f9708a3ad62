import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingLeadFields } from '../domain/scouting-lead.ts';
import { scoutingLeadRecords } from '../scouting-records.server.ts';
import { leadGroups, leadText as words, scoutingText } from '../text.ts';
import type { Route } from './+types/scouting-lead-edit.ts';
import { suggestForLead } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('scouting/leads') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.write');
  const view = await loadRecordView(call, scoutingLeadRecords);
  return {
    label: view.label,
    state: editForm(view),
    detailHref: call.href(`scouting/leads/${view.id}`),
    suggestions: await suggestForLead(call.ctx),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: scoutingLeadRecords, detailHref: (id) => call.href(`scouting/leads/${id}`) }),
);

export default function ScoutingLeadEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={scoutingLeadFields}
          groups={leadGroups}
          state={actionData?.state ?? state}
          submitLabel={scoutingText.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
