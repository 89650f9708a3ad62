import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { yearMonths } from '../domain/demand-answer.ts';
import { recipientClassLabel } from '../domain/recipient-class.ts';
import { getDemandResults } from '../result-queries.server.ts';
import { recipientText } from '../recipient-text.ts';
import { resultText as words } from '../result-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/demand-wishes.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.number, href: data.surveyHref },
    { label: words.title, href: data.resultsHref },
    { label: words.rowsTitle },
  ],
};

export const loader = staffPage(async ({ ctx, params, url, href }) => {
  const { survey, areas, wishes } = await getDemandResults(ctx, params['id'] ?? '');
  const trade = url.searchParams.get('trade') ?? '';
  const area = areas.find(({ code }) => code === url.searchParams.get('area'));
  const month = yearMonths.find((known) => String(known) === url.searchParams.get('month'));
  const surveyHref = href(`demand-surveys/${survey.id}`);
  const fitting = wishes.filter(
    (wish) =>
      (trade === '' || wish.tradeCode === trade) &&
      (area === undefined || wish.area.code === area.code) &&
      (month === undefined || wish.months.includes(month)),
  );
  const parts = [trade && tradeName(trade), area?.name, month && words.month(month)];
  return {
    number: survey.number,
    surveyHref,
    resultsHref: `${surveyHref}/results`,
    title: words.rowsOf(parts.filter((part) => typeof part === 'string' && part !== '') as readonly string[]),
    rows: fitting.map((wish) => ({
      ...wish,
      trade: tradeName(wish.tradeCode),
      classLabel: recipientClassLabel(wish.class),
      municipality: findMunicipality(wish.municipalityCode)?.name ?? '',
      monthsText: wish.months.map((one) => words.month(one)).join('、'),
      people: wish.trainees === null ? '' : `${wish.trainees}人`,
      href: `${surveyHref}/recipients/${wish.recipientId}`,
      requestHref: wish.request && href(`requests/${wish.request.id}`),
    })),
  };
});

export default function DemandWishes({ loaderData: page }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={page.title} action={<ButtonLink href={page.resultsHref}>{words.back}</ButtonLink>} />
      {page.rows.length === 0 ? (
        <p>{words.noWish}</p>
      ) : (
        <DataTable
          caption={`${words.rowsTitle} ${page.rows.length}件`}
          dense
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'host',
              header: words.columns.host,
              cell: (row) => <a href={row.href}>{row.host}</a>,
              rowHeader: true,
            },
            { key: 'class', header: words.class, cell: (row) => row.classLabel },
            { key: 'place', header: words.columns.municipality, cell: (row) => row.municipality },
            { key: 'trade', header: words.trade, cell: (row) => row.trade },
            { key: 'sessions', header: words.sessions, cell: (row) => `${row.sessions}回`, align: 'end' },
            { key: 'months', header: recipientText.months, cell: (row) => row.monthsText },
            { key: 'people', header: recipientText.trainees, cell: (row) => row.people, align: 'end' },
            { key: 'content', header: recipientText.content, cell: (row) => row.content ?? '' },
            {
              key: 'request',
              header: recipientText.request,
              cell: (row) => (row.requestHref ? <a href={row.requestHref}>{row.request?.number}</a> : ''),
              keepTogether: true,
            },
          ]}
        />
      )}
    </>
  );
}
