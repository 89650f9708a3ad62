import { requirePermission } from '#platform/context.server.ts';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { applicationFields } from '../domain/request-application.ts';
import { requestFields } from '../domain/request-fields.ts';
import { getRequestSuggestions, proposeRequestNumber } from '../request-queries.server.ts';
import { requestEntries } from '../request-entries.server.ts';
import { applicationGroups, requestGroups, requestText as words } from '../text.ts';
import type { Route } from './+types/request-new.ts';

const fields = [...requestFields, ...applicationFields];
const groups = [...requestGroups, ...applicationGroups.map((group) => ({ ...group, folded: true }))];

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('requests') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'request.write');
  const number = await proposeRequestNumber(ctx, year);
  const organizationNumber = url.searchParams.get('organization') ?? '';
  return {
    state: startForm({ number, receivedOn: ctx.today(), organizationNumber }),
    suggestions: await getRequestSuggestions(ctx),
    listHref: href('requests'),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: requestEntries, detailHref: (id) => call.href(`requests/${id}`) }),
);

export default function RequestNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={fields}
        groups={groups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
