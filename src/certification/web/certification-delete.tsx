import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { certificationRecords } from '../certification-records.server.ts';
import { certificationText as words } from '../page-text.ts';
import type { Route } from './+types/certification-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('certifications') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'certification.delete');
  const view = await loadRecordView(call, certificationRecords);
  return { view, detailHref: call.href(`certifications/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: certificationRecords, detailHref: () => call.href('certifications') }),
);

export default function CertificationDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
