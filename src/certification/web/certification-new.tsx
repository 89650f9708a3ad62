import { requirePermission } from '#platform/context.server.ts';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { certificationFields } from '../domain/certification-fields.ts';
import { certificationRecords } from '../certification-records.server.ts';
import { certificationGroups, certificationText as words } from '../page-text.ts';
import { proposeCaseNumber } from '../scout-candidate.server.ts';
import type { Route } from './+types/certification-new.ts';
import { formSuggestions } from './form-suggestions.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('certifications') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  requirePermission(ctx, 'certification.write');
  const number = await proposeCaseNumber(ctx.db, year);
  return {
    state: startForm({ number }),
    listHref: href('certifications'),
    suggestions: formSuggestions({ corner: ctx.corner, today: ctx.today() }),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: certificationRecords, detailHref: (id) => call.href(`certifications/${id}`) }),
);

export default function CertificationNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={certificationFields}
        groups={certificationGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
