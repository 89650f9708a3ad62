import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('organizations') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'organization.delete');
  const view = await loadRecordView(call, organizationRecords);
  return { view, detailHref: call.href(`organizations/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: organizationRecords, detailHref: () => call.href('organizations') }),
);

export default function OrganizationDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
