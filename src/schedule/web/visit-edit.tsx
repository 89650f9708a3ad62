import { requirePermission } from '#platform/context.server.ts';
import { editForm, loadRecordView, saveForm } from '#record/web/record-pages.server.ts';
import { ConflictNotice } from '#record/web/conflict-notice.tsx';
import { RecordForm } from '#record/web/record-form.tsx';
import { listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { correctVisit } from '../correct-visit.server.ts';
import { dayWarningOfText } from '../domain/day-warning.ts';
import { visitFields } from '../domain/visit-fields.ts';
import { visitGroups, visitText as words } from '../text.ts';
import { getVisitFormHelp } from '../visit-form-queries.server.ts';
import { visitRecords } from '../visit-records.server.ts';
import type { Route } from './+types/visit-edit.ts';
import { DayNotice } from './day-notice.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('visits') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'visit.write');
  const view = await loadRecordView(call, visitRecords);
  const { organizations, requests } = await getVisitFormHelp(call.ctx, call.year);
  return {
    label: view.label,
    state: editForm(view),
    suggestions: {
      requestNumber: requests,
      organizationNumber: organizations,
      tradeCode: listTrades(call.ctx.today()).map(({ name }) => name),
    },
    detailHref: call.href(`visits/${view.id}`),
  };
});

export const action = staffPage((call) =>
  saveForm(call, {
    records: { ...visitRecords, update: correctVisit },
    detailHref: (id) => call.href(`visits/${id}`),
  }),
);

export default function VisitEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, suggestions, detailHref } = loaderData;
  if (actionData?.kind === 'conflict') {
    return (
      <>
        <PageHeader title={words.edit} lead={label} hasErrors />
        <ConflictNotice differences={actionData.differences} editHref={`${detailHref}/edit`} />
      </>
    );
  }
  const shown = actionData?.state ?? state;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      <DayNotice warning={dayWarningOfText(shown.texts['visitOn'])} />
      <RecordForm
        fields={visitFields}
        groups={visitGroups}
        state={shown}
        submitLabel={words.save}
        cancelHref={detailHref}
        suggestions={suggestions}
      />
    </>
  );
}
