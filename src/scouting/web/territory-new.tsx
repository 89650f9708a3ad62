import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { territoryFields } from '../domain/territory.ts';
import { territoryRecords } from '../scouting-records.server.ts';

import { territoryGroups, territoryText as words, scoutingText } from '../text.ts';
import type { Route } from './+types/territory-new.ts';
import { suggestForTerritory } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('scouting/territories') },
    { label: words.create },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'scouting.write');
  return {
    state: startForm(),
    listHref: call.href('scouting/territories'),
    suggestions: await suggestForTerritory(call.ctx, call.year),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: territoryRecords, detailHref: () => call.href('scouting/territories') }),
);

export default function TerritoryNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={territoryFields}
        groups={territoryGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={scoutingText.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
