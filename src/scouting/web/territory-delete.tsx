import { requirePermission } from '#platform/context.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { territoryRecords } from '../scouting-records.server.ts';
import { territoryText as words } from '../text.ts';
import type { Route } from './+types/territory-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('scouting/territories') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.delete');
  const view = await loadRecordView(call, territoryRecords);
  return { view, detailHref: call.href('scouting/territories') };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: territoryRecords, detailHref: () => call.href('scouting/territories') }),
);

export default function TerritoryDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
