import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { countUnmappable, getDemandResults } from '../result-queries.server.ts';
import { resultText as words } from '../result-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/results-export.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.number, href: data.surveyHref },
    { label: words.title, href: data.resultsHref },
    { label: words.exportTitle },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { survey, wishes } = await getDemandResults(ctx, params['id'] ?? '');
  const surveyHref = href(`demand-surveys/${survey.id}`);
  const address = (choice: Record<string, string>) => `${surveyHref}/results/file?${new URLSearchParams(choice)}`;
  return {
    number: survey.number,
    title: survey.title,
    surveyHref,
    resultsHref: `${surveyHref}/results`,
    count: wishes.length,
    unmappable: await countUnmappable(ctx, survey.id),
    utf8Href: address({ format: 'csv', encoding: 'utf8' }),
    cp932Href: address({ format: 'csv', encoding: 'cp932' }),
    replacedHref: address({ format: 'csv', encoding: 'cp932', replace: '1' }),
    xlsxHref: address({ format: 'xlsx' }),
  };
});

/** What will leave the desk, and how much of it, before it does (FRM-31). */
export default function ResultsExport({ loaderData: page }: Route.ComponentProps) {
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={words.exportTitle} lead={words.exportLead} />
      <DescriptionList
        items={[
          { term: demandText.name, detail: page.title },
          { term: words.count, detail: `${page.count}件` },
        ]}
      />
      {page.unmappable > 0 ? (
        <Notification kind="warning" title={words.unmappable(page.unmappable)}>
          {words.unmappableLead}
        </Notification>
      ) : null}
      <div className="flex flex-wrap gap-4">
        <ButtonLink variant="solid" href={page.xlsxHref}>
          {words.xlsx}
        </ButtonLink>
        <ButtonLink href={page.utf8Href}>{words.csvUtf8}</ButtonLink>
        {page.unmappable > 0 ? (
          <ButtonLink href={page.replacedHref}>{words.csvReplaced}</ButtonLink>
        ) : (
          <ButtonLink href={page.cp932Href}>{words.csvCp932}</ButtonLink>
        )}
        <ButtonLink variant="text" href={page.resultsHref}>
          {words.back}
        </ButtonLink>
      </div>
    </div>
  );
}
