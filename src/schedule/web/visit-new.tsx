import { requirePermission } from '#platform/context.server.ts';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { dayWarningOfText } from '../domain/day-warning.ts';
import { visitFields } from '../domain/visit-fields.ts';
import { visitStatusLabel } from '../domain/visit-status.ts';
import { visitGroups, visitText as words } from '../text.ts';
import { getRequestTexts, getVisitFormHelp, proposeVisitNumber } from '../visit-form-queries.server.ts';
import { visitRecords } from '../visit-records.server.ts';
import type { Route } from './+types/visit-new.ts';
import { DayNotice } from './day-notice.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.listTitle, href: href('visits') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'visit.write');
  const { organizations, instructors, requests } = await getVisitFormHelp(ctx, year);
  const texts = await getRequestTexts(ctx, url.searchParams.get('request') ?? '');
  return {
    state: startForm({ ...texts, number: await proposeVisitNumber(ctx, year), status: visitStatusLabel('planned') }),
    suggestions: {
      requestNumber: requests,
      organizationNumber: organizations,
      instructorNumbers: instructors,
      tradeCode: listTrades(ctx.today()).map(({ name }) => name),
    },
    listHref: href('visits'),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: visitRecords, detailHref: (id) => call.href(`visits/${id}`) }),
);

export default function VisitNew({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData?.kind === 'form' ? actionData.state : loaderData.state;
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <DayNotice warning={dayWarningOfText(state.texts['visitOn'])} />
      <RecordForm
        fields={visitFields}
        groups={visitGroups}
        state={state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
