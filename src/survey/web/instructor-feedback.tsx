import { staffPage } from '#server/staff-page.server.ts';
import { getInstructorFeedback, writeFeedbackSheet } from '../feedback.server.ts';
import { feedbackText as words, surveyText } from '../text.ts';
import type { Route } from './+types/instructor-feedback.ts';
import { FeedbackPage } from './feedback-page.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: data.name },
  ],
};

export const loader = staffPage(async ({ ctx, year, params, href }) => {
  const instructorId = params['id'] ?? '';
  const on = { fiscalYear: year, asOf: ctx.today(), instructorId };
  const { name } = await getInstructorFeedback(ctx, on);
  const { model } = await writeFeedbackSheet(ctx, on);
  return { name, model, wordHref: href(`surveys/instructors/${instructorId}/word`) };
});

export default function InstructorFeedbackPage({ loaderData: { name, ...page } }: Route.ComponentProps) {
  return <FeedbackPage title={`${words.instructorTitle}（${name}）`} {...page} />;
}
