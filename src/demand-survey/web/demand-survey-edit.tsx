import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { demandSurveyFields } from '../domain/survey-fields.ts';
import { demandText as words } from '../text.ts';
import type { Route } from './+types/demand-survey-edit.ts';
import { openSurveyForm, saveSurveyForm } from './survey-form.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('demand-surveys') },
    { label: data.number, href: data.surveyHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  const opened = await openSurveyForm(call);
  return { ...opened, surveyHref: call.href(`demand-surveys/${opened.id}`) };
});

export const action = staffPage(saveSurveyForm);

export default function DemandSurveyEdit({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.edit} lead={loaderData.title} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={demandSurveyFields}
        groups={words.groups}
        state={actionData ?? loaderData.state}
        submitLabel={words.save}
        cancelHref={loaderData.surveyHref}
      />
    </>
  );
}
