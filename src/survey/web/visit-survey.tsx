import { staffPage } from '#server/staff-page.server.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { surveyText as words } from '../text.ts';
import type { Route } from './+types/visit-survey.ts';
import { loadVisitSurvey, takeVisitSurvey } from './visit-survey-page.server.ts';
import { AudienceSurvey } from './audience-survey.tsx';
import { EntryList } from './entry-list.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('surveys') },
    { label: data.visit.number },
  ],
};

export const loader = staffPage(loadVisitSurvey);

export const action = (args: Route.ActionArgs) => staffPage((call) => takeVisitSurvey(call, args))(args);

export default function VisitSurveyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { visit, visitHref, asked, over, done } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.visitTitle(visit.number)}
        lead={
          <>
            <a href={visitHref}>
              {words.toVisit} {visit.number}
            </a>
            {`　${visit.day}　${visit.host}　${visit.trade}　${words.trainees}${words.people(visit.trainees)}`}
          </>
        }
        hasErrors={errors.length > 0}
      />
      <ErrorSummary errors={errors} />
      <div className="mb-6 flex max-w-4xl flex-col gap-3">
        {done ? <Notification kind="success" title={done} announce /> : null}
        {visit.status === 'planned' ? <Notification kind="info" title={words.plannedNote} /> : null}
        {visit.status === 'cancelled' ? <Notification kind="info" title={words.cancelledNote} /> : null}
        {over ? <Notification kind="warning" title={over} /> : null}
      </div>
      {asked.map((part) => (
        <AudienceSurvey key={part.audience} part={part} page={loaderData} answer={actionData} />
      ))}
      <EntryList page={loaderData} answer={actionData} />
    </>
  );
}
