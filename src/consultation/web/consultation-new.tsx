import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { proposeConsultationNumber } from '../consultation-queries.server.ts';
import { consultationRecords } from '../consultation-records.server.ts';
import { consultationFields } from '../domain/consultation-fields.ts';
import { consultationGroups, consultationText as words } from '../text.ts';
import type { Route } from './+types/consultation-new.ts';
import { suggestForConsultation } from './consultation-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('consultations') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  requirePermission(ctx, 'consultation.write');
  const number = await proposeConsultationNumber(ctx, year);
  return {
    state: startForm({ number, receivedOn: ctx.today(), takenBy: ctx.actor.name }),
    listHref: href('consultations'),
    suggestions: await suggestForConsultation(ctx),
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: consultationRecords, detailHref: (id) => call.href(`consultations/${id}`) }),
);

export default function ConsultationNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={consultationFields}
        groups={consultationGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
