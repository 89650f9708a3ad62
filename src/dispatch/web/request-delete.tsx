import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { requestRecords } from '../request-records.server.ts';
import { requestText as words } from '../text.ts';
import type { Route } from './+types/request-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('requests') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'request.delete');
  const view = await loadRecordView(call, requestRecords);
  return { view, detailHref: call.href(`requests/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: requestRecords, detailHref: () => call.href('requests') }),
);

export default function RequestDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
