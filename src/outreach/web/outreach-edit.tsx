import { requirePermission } from '#platform/context.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { outreachFormFields } from '../domain/outreach-form.ts';
import { outreachForms } from '../outreach-entry.server.ts';
import { getOutreachRow } from '../outreach-queries.server.ts';
import { outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-edit.ts';
import { requireKind, suggestForOutreach } from './outreach-form.server.ts';
import { outreachGroups } from './outreach-groups.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('outreach') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

/** The form of the kind that the event is of today; of no kind there is none. */
async function kindOf({ ctx, params }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  return requireKind((await getOutreachRow(ctx, params['id'] ?? '')).kind ?? undefined);
}

export const loader = staffPage(async (call) => {
  const kind = await kindOf(call);
  const view = await loadRecordView(call, outreachForms(kind));
  return {
    kind,
    label: view.label,
    state: editForm(view),
    suggestions: await suggestForOutreach(call),
    detailHref: call.href(`outreach/${view.id}`),
  };
});

export const action = staffPage(async (call) =>
  saveForm(call, { records: outreachForms(await kindOf(call)), detailHref: (id) => call.href(`outreach/${id}`) }),
);

export default function OutreachEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, label, suggestions, detailHref } = loaderData;
  const state = actionData?.kind === 'form' ? actionData.state : loaderData.state;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      {actionData?.kind === 'conflict' ? (
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      ) : (
        <RecordForm
          fields={outreachFormFields(kind)}
          groups={outreachGroups(kind, state.texts)}
          state={state}
          submitLabel={words.save}
          cancelHref={detailHref}
          suggestions={suggestions}
        />
      )}
    </>
  );
}
