import { requirePermission } from '#platform/context.server.ts';
import { editForm, saveForm } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { planItemFields } from '../domain/plan-item-fields.ts';
import { loadPlanItem } from './load-plan-item.server.ts';
import { planItemRecords } from '../plan-item-records.server.ts';
import { planItemGroups, planText as words } from '../text.ts';
import type { Route } from './+types/plan-item-edit.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('plan') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'plan-item.write');
  const view = await loadPlanItem(call);
  const detailHref = call.href(`plan/${view.id}`);
  return { label: view.label, state: editForm(view), detailHref };
});

export const action = staffPage((call) =>
  saveForm(call, { records: planItemRecords, detailHref: (id) => call.href(`plan/${id}`) }),
);

export default function PlanItemEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, detailHref } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={planItemFields}
          groups={planItemGroups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
        />
      )}
    </>
  );
}
