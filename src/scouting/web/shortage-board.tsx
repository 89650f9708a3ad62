import { useLocation } from 'react-router';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { listAddress } from '#record/list-address.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { shortageFigures, type ShortageCell, type ShortageFigure } from '../domain/shortage.ts';
import { getShortageBoard } from '../shortage-queries.server.ts';
import { rankReason, shortageText as words } from '../text.ts';
import type { Route } from './+types/shortage-board.ts';
import { SupplyBar } from './supply-bar.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

/** So many places are proposed; the table holds the rest. */
const SHOWN_RANKS = 10;

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const { areas, cells, ranks, priority } = await getShortageBoard(ctx, year);
  const area = areas.find(({ code }) => code === url.searchParams.get('area'))?.code ?? '';
  const trade = findTrade(url.searchParams.get('trade') ?? '')?.code ?? '';
  const fits = (cell: ShortageCell) => (!area || cell.area.code === area) && (!trade || cell.tradeCode === trade);
  const scoreOf = new Map(ranks.map(({ cell, score }) => [cell, score]));
  const show = (cell: ShortageCell) => ({
    cell,
    key: `${cell.tradeCode} ${cell.area.code}`,
    trade: tradeName(cell.tradeCode),
    area: cell.area.name,
    score: scoreOf.get(cell),
    rowsHref: `${href('shortage/rows')}?${new URLSearchParams({ trade: cell.tradeCode, area: cell.area.code })}`,
  });
  const showsAll = url.searchParams.get('show') === 'all';
  const others = cells.filter((cell) => !scoreOf.has(cell) && (showsAll || cell.requests + cell.wishes > 0));
  const inOrder = [...ranks.map(({ cell }) => cell), ...others].filter(fits);
  return {
    ranks: ranks
      .filter(({ cell }) => fits(cell))
      .slice(0, SHOWN_RANKS)
      .map(({ cell, score }) => ({
        ...show(cell),
        score,
        reason: rankReason(cell, priority.get(cell.tradeCode)),
        leadsHref: `${href('scouting/leads')}?${new URLSearchParams({ trade: cell.tradeCode, area: cell.area.code })}`,
      })),
    rows: inOrder.map(show),
    most: Math.max(1, ...cells.flatMap(({ requests, ready }) => [requests, ready])),
    typed: { area, trade, show: showsAll ? 'all' : '' },
    areas: areas.map(({ code, name }) => ({ value: code, label: name })),
    isGrouped: areas.some(({ municipalities }) => municipalities.length > 1),
    trades: [...new Set(cells.map(({ tradeCode }) => tradeCode))].map((code) => ({
      value: code,
      label: tradeName(code),
    })),
  };
});

export default function ShortageBoard({ loaderData }: Route.ComponentProps) {
  const { ranks, rows, most, typed, areas, trades, isGrouped } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FilterBar active={activeFilters(loaderData, address)} clearHref={location.pathname}>
        <SelectField name="trade" label={words.trade} options={trades} defaultValue={typed.trade} />
        <SelectField name="area" label={words.area} options={areas} defaultValue={typed.area} />
        <SelectField
          name="show"
          label={words.show}
          options={[{ value: 'all', label: words.showAll }]}
          blank={words.showPressed}
          defaultValue={typed.show}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={words.noRows}>
          <p>{words.empty}</p>
        </EmptyState>
      ) : (
        <>
          <section className="mb-8">
            <h2 className="text-std-20B-150 mb-1">{words.rankTitle}</h2>
            <p className="mb-2 max-w-3xl">{words.rankLead}</p>
            {ranks.length === 0 ? <p>{words.rankNone}</p> : <Ranks ranks={ranks} />}
          </section>
          <section>
            <h2 className="text-std-20B-150 mb-1">{words.tableTitle}</h2>
            <p className="mb-2 max-w-3xl">{words.figureHelp}</p>
            {isGrouped ? <p className="mb-2 max-w-3xl">{words.areaSource}</p> : null}
            <DataTable
              caption={words.tableTitle}
              captionHidden
              dense
              rows={rows}
              rowKey={({ key }) => key}
              columns={cellColumns(most)}
            />
          </section>
        </>
      )}
    </>
  );
}

type Shown = Route.ComponentProps['loaderData'];

function Ranks({ ranks }: Pick<Shown, 'ranks'>) {
  return (
    <DataTable
      caption={words.rankTitle}
      captionHidden
      dense
      rows={ranks}
      rowKey={({ key }) => key}
      columns={[
        { key: 'rank', header: words.rank, cell: (row) => ranks.indexOf(row) + 1, align: 'end', keepTogether: true },
        { key: 'trade', header: words.trade, cell: ({ trade }) => trade, rowHeader: true },
        { key: 'area', header: words.area, cell: ({ area }) => area, keepTogether: true },
        { key: 'score', header: words.score, cell: ({ score }) => score.toFixed(1), align: 'end' },
        { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
        {
          key: 'next',
          header: words.next,
          acts: true,
          cell: ({ trade, area, leadsHref }) => (
            <a href={leadsHref} className="inline-flex min-h-6 items-center">
              <span className="sr-only">
                {area}の{trade}の
              </span>
              {words.planVisit}
            </a>
          ),
          keepTogether: true,
        },
      ]}
    />
  );
}

type Row = Shown['rows'][number];

function cellColumns(most: number): readonly Column<Row>[] {
  return [
    { key: 'trade', header: words.trade, cell: ({ trade }) => trade, rowHeader: true },
    { key: 'area', header: words.area, cell: ({ area }) => area, keepTogether: true },
    ...shortageFigures.map((figure): Column<Row> => ({
      key: figure,
      header: words.figures[figure],
      align: 'end',
      cell: ({ cell, rowsHref }) =>
        cell[figure] === 0 ? '0' : <a href={`${rowsHref}&figure=${figure}`}>{figureWords(cell, figure)}</a>,
    })),
    { key: 'score', header: words.score, align: 'end', cell: ({ score }) => score?.toFixed(1) ?? '' },
    {
      key: 'bar',
      header: words.bar,
      cell: ({ cell }) => (
        <SupplyBar requests={cell.requests} ready={cell.ready} most={most} label={words.barWords(cell)} />
      ),
    },
  ];
}

/** A number, but of wishes and of what was not placed the visits first. */
function figureWords(cell: ShortageCell, figure: ShortageFigure): string {
  if (figure === 'wishes') return words.wished(cell);
  return figure === 'unplaced' ? words.unplaced(cell) : cell[figure].toLocaleString('ja-JP');
}

function activeFilters({ typed, areas }: Shown, address: (changes: Record<string, string | undefined>) => string) {
  const area = areas.find(({ value }) => value === typed.area)?.label;
  return [
    ...(typed.trade
      ? [{ label: `${words.trade}：${tradeName(typed.trade)}`, removeHref: address({ trade: undefined }) }]
      : []),
    ...(typed.show ? [{ label: words.showAll, removeHref: address({ show: undefined }) }] : []),
    ...(area ? [{ label: `${words.area}：${area}`, removeHref: address({ area: undefined }) }] : []),
  ];
}
