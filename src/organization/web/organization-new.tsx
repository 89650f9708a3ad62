import { requirePermission } from '#platform/context.server.ts';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { organizationFields } from '../domain/organization-fields.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { suggestMunicipalities } from './suggest-municipalities.ts';
import { organizationGroups, organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-new.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('organizations') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'organization.write');
  return { state: startForm(), listHref: href('organizations'), suggestions: suggestMunicipalities(ctx.corner) };
});

export const action = staffPage((call) =>
  saveForm(call, { records: organizationRecords, detailHref: (id) => call.href(`organizations/${id}`) }),
);

export default function OrganizationNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={organizationFields}
        groups={organizationGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
