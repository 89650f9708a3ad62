import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { proposeVisitNumber } from '#schedule/visit-form-queries.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { outreachFormFields } from '../domain/outreach-form.ts';
import { outreachKindLabel } from '../domain/outreach-kind.ts';
import { outreachForms } from '../outreach-entry.server.ts';
import { outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-new.ts';
import { requireKind, suggestForOutreach } from './outreach-form.server.ts';
import { outreachGroups } from './outreach-groups.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('outreach') },
    { label: words.create, href: href('outreach/new') },
    { label: data.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, year, href, params } = call;
  requirePermission(ctx, 'visit.write');
  const kind = requireKind(params['kind']);
  return {
    kind,
    label: outreachKindLabel(kind),
    state: startForm({ number: await proposeVisitNumber(ctx, year) }),
    suggestions: await suggestForOutreach(call),
    chooseHref: href('outreach/new'),
  };
});

export const action = staffPage((call) =>
  saveForm(call, {
    records: outreachForms(requireKind(call.params['kind'])),
    detailHref: (id) => call.href(`outreach/${id}`),
  }),
);

export default function OutreachNew({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, label, suggestions, chooseHref } = loaderData;
  const state = actionData?.kind === 'form' ? actionData.state : loaderData.state;
  return (
    <>
      <PageHeader title={words.createOf(label)} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={outreachFormFields(kind)}
        groups={outreachGroups(kind, state.texts)}
        state={state}
        submitLabel={words.register}
        cancelHref={chooseHref}
        suggestions={suggestions}
      />
    </>
  );
}
