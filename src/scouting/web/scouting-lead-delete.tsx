import { requirePermission } from '#platform/context.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { scoutingLeadRecords } from '../scouting-records.server.ts';
import { leadText as words } from '../text.ts';
import type { Route } from './+types/scouting-lead-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('scouting/leads') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.delete');
  const view = await loadRecordView(call, scoutingLeadRecords);
  return { view, detailHref: call.href(`scouting/leads/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: scoutingLeadRecords, detailHref: () => call.href('scouting/leads') }),
);

export default function ScoutingLeadDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
