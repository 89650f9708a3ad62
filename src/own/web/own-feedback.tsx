import { fiscalYearLabel, fiscalYearOf } from '#kernel/fiscal-year.ts';
import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listFeedbackYears, writeFeedbackSheet } from '#survey/feedback.server.ts';
import { feedbackText as words } from '#survey/text.ts';
import type { Route } from './+types/own-feedback.ts';
import { ownPage } from '#server/own-page.server.ts';

export const loader = ownPage(async ({ ctx, instructorId, url }) => {
  const asOf = ctx.today();
  const years = await listFeedbackYears(ctx, instructorId);
  const asked = years.find((year) => String(year) === url.searchParams.get('year'));
  const fiscalYear = asked ?? years[0] ?? fiscalYearOf(asOf);
  const { model } = await writeFeedbackSheet(ctx, { fiscalYear, asOf, instructorId });
  return {
    model,
    years: years.map((year) => ({
      year,
      label: fiscalYearLabel(year),
      href: `/my/feedback?year=${year}`,
      current: year === fiscalYear,
    })),
  };
});

/** What people said of an instructor's visits, on the pages of their own. */
export default function OwnFeedback({ loaderData: { model, years } }: Route.ComponentProps) {
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={words.instructorTitle} lead={words.ownLead} />
        {years.length > 1 ? (
          <nav aria-label={words.year} className="mb-4">
            <ul className="flex flex-wrap gap-x-6">
              {years.map(({ year, label, href, current }) => (
                <li key={year}>
                  <a
                    href={href}
                    aria-current={current ? 'page' : undefined}
                    className="inline-flex min-h-11 items-center aria-[current]:font-700"
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
      <DocumentSheet model={model} />
    </>
  );
}
