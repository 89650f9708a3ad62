import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { yearMonths } from '../domain/demand-answer.ts';
import { recipientClassLabel } from '../domain/recipient-class.ts';
import { getDemandResults } from '../result-queries.server.ts';
import { resultText as words } from '../result-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/demand-results.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.number, href: data.surveyHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { survey, rates, cells } = await getDemandResults(ctx, params['id'] ?? '');
  const surveyHref = href(`demand-surveys/${survey.id}`);
  return {
    number: survey.number,
    title: survey.title,
    surveyHref,
    wishesHref: `${surveyHref}/results/wishes`,
    exportHref: isAllowed(ctx.actor, 'transfer.export', { corner: ctx.corner })
      ? `${surveyHref}/results/export`
      : undefined,
    rates: rates.map((rate) => ({
      ...rate,
      label: rate.class === 'all' ? words.all : recipientClassLabel(rate.class),
      percent: words.percent(rate.rate),
    })),
    cells: cells.map((cell) => ({
      ...cell,
      key: `${cell.tradeCode} ${cell.area.code}`,
      trade: tradeName(cell.tradeCode),
      href: `${surveyHref}/results/wishes?${new URLSearchParams({ trade: cell.tradeCode, area: cell.area.code })}`,
    })),
  };
});

export default function DemandResults({ loaderData: page }: Route.ComponentProps) {
  const classes = page.rates.filter((rate) => rate.class !== 'all');
  const all = page.rates.filter((rate) => rate.class === 'all');
  return (
    <>
      <PageHeader
        title={words.title}
        lead={page.title}
        action={
          <>
            <ButtonLink href={page.wishesHref}>{words.everything}</ButtonLink>
            {page.exportHref ? <ButtonLink href={page.exportHref}>{words.export}</ButtonLink> : null}
          </>
        }
      />
      <section className="mb-8">
        <h2 className="mb-1 text-std-20B-150">{words.ratesTitle}</h2>
        <p className="mb-2">{words.ratesLead}</p>
        <DataTable
          caption={words.ratesTitle}
          captionHidden
          dense
          rows={classes}
          totals={all}
          rowKey={(row) => row.class}
          columns={rateColumns}
        />
      </section>
      <section>
        <h2 className="mb-1 text-std-20B-150">{words.cellsTitle}</h2>
        <p className="mb-2 max-w-3xl">{words.cellsLead}</p>
        {page.cells.length === 0 ? (
          <p>{words.noWish}</p>
        ) : (
          <DataTable
            caption={words.cellsTitle}
            captionHidden
            dense
            rows={page.cells}
            rowKey={({ key }) => key}
            columns={cellColumns}
          />
        )}
      </section>
    </>
  );
}

type Rate = Page['rates'][number];

const rateColumns: readonly Column<Rate>[] = [
  { key: 'class', header: words.class, cell: (row) => row.label, rowHeader: true },
  ...(['recipients', 'asked', 'answered', 'wanting', 'declined'] as const).map((key): Column<Rate> => ({
    key,
    header: words[key],
    cell: (row) => row[key].toLocaleString('ja-JP'),
    align: 'end',
  })),
  { key: 'rate', header: words.rate, cell: (row) => row.percent, align: 'end' },
];

type Cell = Page['cells'][number];

const cellColumns: readonly Column<Cell>[] = [
  { key: 'trade', header: words.trade, cell: (row) => row.trade, rowHeader: true },
  { key: 'area', header: words.area, cell: (row) => row.area.name, keepTogether: true },
  { key: 'wishes', header: words.wishes, cell: (row) => <a href={row.href}>{row.wishes}</a>, align: 'end' },
  { key: 'sessions', header: words.sessions, cell: (row) => row.sessions, align: 'end' },
  { key: 'requested', header: words.requested, cell: (row) => row.requested, align: 'end' },
  ...yearMonths.map((month, place): Column<Cell> => ({
    key: `month-${month}`,
    header: words.month(month),
    align: 'end',
    cell: (row) => (row.byMonth[place] === 0 ? '' : <a href={`${row.href}&month=${month}`}>{row.byMonth[place]}</a>),
  })),
];
