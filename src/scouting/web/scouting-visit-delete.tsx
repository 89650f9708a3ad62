import { requirePermission } from '#platform/context.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.delete');
  const view = await loadRecordView(call, scoutingVisitRecords);
  return { view, detailHref: call.href(`scouting/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: scoutingVisitRecords, detailHref: () => call.href('scouting') }),
);

export default function ScoutingVisitDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
