import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingLeadFields } from '../domain/scouting-lead.ts';
import { scoutingLeadRecords } from '../scouting-records.server.ts';
import { proposeLeadNumber } from '../scouting-lead-queries.server.ts';
import { leadGroups, leadText as words, scoutingText } from '../text.ts';
import type { Route } from './+types/scouting-lead-new.ts';
import { suggestForLead } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('scouting/leads') },
    { label: words.create },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.write');
  return {
    state: startForm({ number: await proposeLeadNumber(call.ctx), examYear: String(call.year) }),
    listHref: call.href('scouting/leads'),
    suggestions: await suggestForLead(call.ctx),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: scoutingLeadRecords, detailHref: (id) => call.href(`scouting/leads/${id}`) }),
);

export default function ScoutingLeadNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={scoutingLeadFields}
        groups={leadGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={scoutingText.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
