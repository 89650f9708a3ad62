import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { visitRecords } from '../visit-records.server.ts';
import { visitText as words } from '../text.ts';
import type { Route } from './+types/visit-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('visits') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'visit.delete');
  const view = await loadRecordView(call, visitRecords);
  return { view, detailHref: call.href(`visits/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: visitRecords, detailHref: () => call.href('visits') }),
);

export default function VisitDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
