import { staffPage } from '#server/staff-page.server.ts';
import { writeFeedbackSheet } from '../feedback.server.ts';
import { feedbackText as words, surveyText } from '../text.ts';
import type { Route } from './+types/council-feedback.ts';
import { FeedbackPage } from './feedback-page.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: surveyText.council },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  const { model } = await writeFeedbackSheet(ctx, { fiscalYear: year, asOf: ctx.today() });
  return { model, wordHref: href('surveys/council/word') };
});

export default function CouncilFeedbackPage({ loaderData }: Route.ComponentProps) {
  return <FeedbackPage title={words.councilTitle} {...loaderData} />;
}
