import { requirePermission } from '#platform/context.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { consultationRecords } from '../consultation-records.server.ts';
import { consultationText as words } from '../text.ts';
import type { Route } from './+types/consultation-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('consultations') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'consultation.delete');
  const view = await loadRecordView(call, consultationRecords);
  return { view, detailHref: call.href(`consultations/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: consultationRecords, detailHref: () => call.href('consultations') }),
);

export default function ConsultationDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
