import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { loadPlanItem } from './load-plan-item.server.ts';
import { planItemRecords } from '../plan-item-records.server.ts';
import { planText as words } from '../text.ts';
import type { Route } from './+types/plan-item-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('plan') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'plan-item.delete');
  const view = await loadPlanItem(call);
  return { view, detailHref: call.href(`plan/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: planItemRecords, detailHref: () => call.href('plan') }),
);

export default function PlanItemDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
