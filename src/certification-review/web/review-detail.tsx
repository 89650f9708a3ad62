import { caseTones } from '#certification-batch/state-tones.ts';
import { certificationText } from '#certification/page-text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { reviewText as words } from '../text.ts';
import type { Route } from './+types/review-detail.ts';
import { ReviewForms } from './review-forms.tsx';
import { loadReviewPage, takeReview } from './review-page.server.ts';
import { FileTable, VerdictTable } from './review-tables.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('center/certifications') },
    { label: page.title },
  ],
};

export const loader = staffPage(loadReviewPage);

export const action = staffPage(takeReview);

export default function ReviewDetail({ loaderData: page, actionData: answer }: Route.ComponentProps) {
  const errors = answer?.errors ?? [];
  return (
    <>
      <PageHeader
        title={page.title}
        status={<ChipLabel tone={caseTones[page.state]}>{page.stateName}</ChipLabel>}
        lead={`${words.corner}：${page.corner}`}
        hasErrors={errors.length > 0}
        action={<ButtonLink href={page.listHref}>{words.back}</ButtonLink>}
      />
      <ErrorSummary errors={errors} />
      {page.certificate.length > 0 ? (
        <div className="mb-8">
          <DescriptionList columns={2} items={page.certificate} />
        </div>
      ) : null}
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{words.application}</h2>
        <DescriptionList columns={2} items={page.facts} />
      </section>
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{certificationText.eligibility}</h2>
        <p className="mb-2">{page.criteria ?? certificationText.noCriteria}</p>
        {page.verdicts.length === 0 ? null : <VerdictTable rows={page.verdicts} />}
      </section>
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{words.evidence}</h2>
        {page.files.length === 0 ? <p>{words.evidenceNone}</p> : <FileTable rows={page.files} />}
      </section>
      <ReviewForms page={page} answer={answer} />
      <section className="mb-6">
        <h2 className="mb-2 text-std-20B-150">{words.history}</h2>
        <HistoryTimeline entries={page.history} />
      </section>
    </>
  );
}
