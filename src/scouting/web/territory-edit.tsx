import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { territoryFields } from '../domain/territory.ts';
import { territoryRecords } from '../scouting-records.server.ts';
import { territoryGroups, territoryText as words, scoutingText } from '../text.ts';
import type { Route } from './+types/territory-edit.ts';
import { suggestForTerritory } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('scouting/territories') },
    { label: data.label },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.write');
  const view = await loadRecordView(call, territoryRecords);
  return {
    label: view.label,
    state: editForm(view),
    listHref: call.href('scouting/territories'),
    editHref: call.href(`scouting/territories/${view.id}/edit`),
    suggestions: await suggestForTerritory(call.ctx, call.year),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: territoryRecords, detailHref: () => call.href('scouting/territories') }),
);

export default function TerritoryEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, listHref, editHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={editHref} />
      ) : (
        <RecordForm
          fields={territoryFields}
          groups={territoryGroups}
          state={actionData?.state ?? state}
          submitLabel={scoutingText.save}
          cancelHref={listHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
