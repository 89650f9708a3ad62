import { requirePermission } from '#platform/context.server.ts';
import { confirmDeletion, loadRecordView } from '#record/web/record-pages.server.ts';
import { DeletionPage } from '#record/web/deletion-page.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { instructorText as words } from '../text.ts';
import type { Route } from './+types/instructor-delete.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('instructors') },
    { label: data.view.label, href: data.detailHref },
    { label: words.deleteTitle },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'instructor.delete');
  const view = await loadRecordView(call, instructorRecords);
  return { view, detailHref: call.href(`instructors/${view.id}`) };
});

export const action = staffPage((call) =>
  confirmDeletion(call, { records: instructorRecords, detailHref: () => call.href('instructors') }),
);

export default function InstructorDelete({ loaderData, actionData }: Route.ComponentProps) {
  const { view, detailHref } = loaderData;
  return <DeletionPage title={words.deleteTitle} view={view} detailHref={detailHref} errors={actionData?.errors} />;
}
