import { requirePermission } from '#platform/context.server.ts';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { planItemFields } from '../domain/plan-item-fields.ts';
import { planItemRecords } from '../plan-item-records.server.ts';
import { planItemGroups, planText as words } from '../text.ts';
import type { Route } from './+types/plan-item-new.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('plan') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'plan-item.write');
  return { state: startForm(), listHref: href('plan') };
});

export const action = staffPage((call) =>
  saveForm(call, { records: planItemRecords, detailHref: (id) => call.href(`plan/${id}`) }),
);

export default function PlanItemNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={planItemFields}
        groups={planItemGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
      />
    </>
  );
}
