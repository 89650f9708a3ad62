import { requirePermission } from '#platform/context.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { startForm } from '#record/web/record-pages.server.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { seriesFields } from '../domain/visit-series.ts';
import { seriesGroups, seriesText as words } from '../series-text.ts';
import { visitText } from '../text.ts';
import { getRequestTexts, getVisitFormHelp } from '../visit-form-queries.server.ts';
import type { Route } from './+types/visit-series.ts';
import { saveSeries, type ShownSeries } from './visit-series-form.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'visit.write');
  const { organizations, instructors, requests } = await getVisitFormHelp(ctx, year);
  return {
    state: startForm(await getRequestTexts(ctx, url.searchParams.get('request') ?? '')),
    suggestions: {
      requestNumber: requests,
      organizationNumber: organizations,
      instructorNumbers: instructors,
      tradeCode: listTrades(ctx.today()).map(({ name }) => name),
    },
    listHref: href('visits'),
  };
});

export const action = staffPage(saveSeries);

export default function VisitSeries({ loaderData, actionData }: Route.ComponentProps) {
  const { suggestions, listHref } = loaderData;
  const state = actionData?.state ?? loaderData.state;
  const preview = actionData?.preview;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={state.errors.length > 0} />
      <RecordForm
        fields={seriesFields}
        groups={seriesGroups}
        state={state}
        submitLabel={preview?.isPossible ? words.make(preview.rows.length) : words.look}
        cancelHref={listHref}
        suggestions={suggestions}
      >
        {preview ? <Preview {...preview} /> : null}
      </RecordForm>
    </>
  );
}

function Preview({ seen, rows, skipped, isPossible }: ShownSeries) {
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160">{words.preview}</h2>
      <p className="mb-2">{isPossible ? words.possible : words.impossible}</p>
      <input type="hidden" name="seen" value={seen} />
      <DataTable
        caption={words.count(rows.length)}
        dense
        folds
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          { key: 'day', header: visitText.day, cell: (row) => row.day, rowHeader: true, keepTogether: true },
          { key: 'number', header: visitText.number, cell: (row) => row.number, keepTogether: true },
          { key: 'notes', header: words.notes, cell: (row) => row.notes.join(' ') },
        ]}
      />
      {skipped.length === 0 ? null : (
        <>
          <h3 className="mt-3 text-std-16B-170">{words.skipped}</h3>
          <ul>
            {skipped.map((day) => (
              <li key={day}>{day}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
