import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { demandSurveyFields } from '../domain/survey-fields.ts';
import { demandText as words } from '../text.ts';
import type { Route } from './+types/demand-survey-new.ts';
import { saveSurveyForm } from './survey-form.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('demand-surveys') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  requirePermission(ctx, 'demand-survey.manage');
  return { state: startForm(), listHref: href('demand-surveys') };
});

export const action = staffPage(saveSurveyForm);

export default function DemandSurveyNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={demandSurveyFields}
        groups={words.groups}
        state={actionData ?? loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
      />
    </>
  );
}
