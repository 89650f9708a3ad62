import { requirePermission } from '#platform/context.server.ts';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { applicationFields } from '../domain/request-application.ts';
import { requestFields } from '../domain/request-fields.ts';
import { getRequestSuggestions } from '../request-queries.server.ts';
import { requestEntries } from '../request-entries.server.ts';
import { applicationGroups, requestGroups, requestText as words } from '../text.ts';
import type { Route } from './+types/request-edit.ts';

const fields = [...requestFields, ...applicationFields];
const groups = [...requestGroups, ...applicationGroups.map((group) => ({ ...group, folded: true }))];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('requests') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'request.write');
  const view = await loadRecordView(call, requestEntries);
  return {
    label: view.label,
    state: editForm(view),
    suggestions: await getRequestSuggestions(call.ctx),
    detailHref: call.href(`requests/${view.id}`),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: requestEntries, detailHref: (id) => call.href(`requests/${id}`) }),
);

export default function RequestEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, suggestions, detailHref } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={fields}
          groups={groups}
          state={actionData?.state ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
