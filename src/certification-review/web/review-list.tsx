import { data, redirect, useLocation } from 'react-router';
import { batchRefusalText } from '#certification-batch/refusal-text.ts';
import { batchLabel } from '#certification-batch/text.ts';
import { receiveAtCenter } from '#certification-batch/change-batch.server.ts';
import { stateNames } from '#certification/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findPrefecture, listPrefectures } from '#reference/domain/prefecture.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { findReviewState, reviewStates } from '../domain/review-state.ts';
import { countByCorner, listArriving, listQueue } from '../review-queries.server.ts';
import { listReviewWork } from '../review-work.ts';
import { reviewText as words } from '../text.ts';
import type { Route } from './+types/review-list.ts';
import { ArrivingTable, QueueTable, StatisticsTable } from './review-tables.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, inCorner, year, url, href }) => {
  requirePermission(ctx, 'certification.review');
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const every = listPrefectures().map(({ code }) => code);
  const corner = every.find((code) => code === parameter('corner')) ?? '';
  const filters = { fiscalYear: year, state: findReviewState(parameter('state')) ?? ('' as const), q: parameter('q') };
  const queue = await listQueue(inCorner, {
    corners: corner === '' ? every : [corner],
    filters,
    cursor: decodeCursor(parameter('cursor'), 3),
  });
  const arriving = await listArriving(inCorner, every);
  const statistics = await countByCorner(inCorner, { corners: every, fiscalYear: year });
  // A page of a corner is at that corner's address, so that it is bound to its rows.
  const at = (code: string, path: string) => href(path).replace(/^\/\d\d\//u, `/${code}/`);
  return {
    filters: { ...filters, corner },
    next: queue.next,
    previous: queue.previous,
    rows: queue.rows.map((row) => ({
      id: row.id,
      corner: cornerName(row.corner),
      number: row.number,
      name: row.name,
      // What is back at its corner is not open to the Center.
      href: row.state === 'returned' ? undefined : at(row.corner, `center/certifications/${row.id}`),
      trades: row.trades.map((code) => findTrade(code)?.name ?? code).join('、'),
      round: words.round(row.round),
      sentOn: formatSlashDate(row.sentOn),
      state: row.state,
      stateName: stateNames[row.state],
    })),
    arriving: arriving.map((batch) => ({
      id: batch.id,
      version: batch.version,
      corner: cornerName(batch.corner),
      label: batchLabel(batch),
      documentNumber: batch.documentNumber ?? '',
      sentOn: formatSlashDate(batch.sentOn),
      cases: words.caseCount(batch.cases),
      action: at(batch.corner, 'center/certifications'),
    })),
    work: listReviewWork({ arriving, statistics, listHref: href('center/certifications') }),
    statistics: statistics.map(({ corner: code, counts }) => ({ corner: cornerName(code), counts })),
  };
});

function cornerName(code: string): string {
  return findPrefecture(code)?.name ?? code;
}

/** Takes 「受け取る」 of a bundle, at the address of its corner. */
export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'certification.review');
  const form = await readForm(request);
  const batch = form.get('batch');
  const batchId = typeof batch === 'string' ? batch : '';
  const version = Number(form.get('version'));
  const again = (message: string) => data({ errors: [{ message }] }, { status: 409 });
  try {
    const received = await receiveAtCenter(ctx, { batchId, version, receivedOn: ctx.today() });
    if (received.ok) throw redirect(href('center/certifications'));
    return again(batchRefusalText(received.refusal));
  } catch (error) {
    if (error instanceof Conflict) return again(words.conflict);
    throw error;
  }
});

export default function ReviewList({ loaderData: page, actionData }: Route.ComponentProps) {
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(page.filters, address);
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{words.work}</h2>
        {page.work.length === 0 ? <p>{words.workNone}</p> : <TaskList tasks={page.work} />}
      </section>
      {page.arriving.length > 0 ? <ArrivingTable rows={page.arriving} /> : null}
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{words.queue}</h2>
        <FilterBar active={active} clearHref={location.pathname}>
          <TextField
            name="q"
            label={words.search}
            hint={words.searchHint}
            defaultValue={page.filters.q}
            type="search"
          />
          <SelectField
            name="state"
            label={words.state}
            options={reviewStates.map((value) => ({ value, label: stateNames[value] }))}
            defaultValue={page.filters.state}
          />
          <SelectField
            name="corner"
            label={words.corner}
            options={listPrefectures().map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={page.filters.corner}
          />
        </FilterBar>
        {page.rows.length === 0 ? (
          <EmptyState title={active.length > 0 ? words.nothingTitle : words.emptyTitle}>
            {active.length > 0 ? words.nothingLead : words.emptyLead}
          </EmptyState>
        ) : (
          <QueueTable rows={page.rows} />
        )}
        <Pager
          nextHref={page.next && address({ cursor: page.next })}
          previousHref={page.previous && address({ cursor: page.previous })}
        />
      </section>
      {page.statistics.length > 0 ? <StatisticsTable rows={page.statistics} /> : null}
    </>
  );
}

type Filters = Route.ComponentProps['loaderData']['filters'];

function activeFilters(filters: Filters, address: (changes: Record<string, string | undefined>) => string) {
  const shown: readonly (readonly [string, string, string])[] = [
    ['q', words.search, filters.q],
    ['state', words.state, filters.state && stateNames[filters.state]],
    ['corner', words.corner, filters.corner && cornerName(filters.corner)],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
