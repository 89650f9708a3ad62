import { requirePermission } from '#platform/context.server.ts';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { organizationFields } from '../domain/organization-fields.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { suggestMunicipalities } from './suggest-municipalities.ts';
import { organizationGroups, organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-edit.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('organizations') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'organization.write');
  const view = await loadRecordView(call, organizationRecords);
  const detailHref = call.href(`organizations/${view.id}`);
  return { label: view.label, state: editForm(view), detailHref, suggestions: suggestMunicipalities(call.ctx.corner) };
});

export const action = staffPage((call) =>
  saveForm(call, { records: organizationRecords, detailHref: (id) => call.href(`organizations/${id}`) }),
);

export default function OrganizationEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref, suggestions } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={organizationFields}
          groups={organizationGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
