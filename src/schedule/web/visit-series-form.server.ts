import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readTexts } from '#record/web/record-pages.server.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { seriesFields, type VisitSeries } from '../domain/visit-series.ts';
import { planSeries, previewSeries } from '../plan-series.server.ts';
import { dayWarningText } from '../text.ts';
import { travelClashText } from '../travel-text.ts';

/** The visits of a series in words, and what they follow from: only what was seen like this is made. */
export type ShownSeries = {
  readonly seen: string;
  readonly rows: readonly { readonly number: string; readonly day: string; readonly notes: readonly string[] }[];
  readonly skipped: readonly string[];
  readonly isPossible: boolean;
};

type Answer = { readonly state: FormState; readonly preview: ShownSeries | undefined };

/** Shows the visits of a series, and makes them when they are sent as they were shown. */
export async function saveSeries({ ctx, request, href }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const texts = readTexts(seriesFields, form);
  const again = (errors: FormState['errors'], preview: ShownSeries | undefined, status: number) =>
    data<Answer>({ state: { texts, errors, key: textOf('idempotency-key') }, preview }, { status });
  const read = parseFields(seriesFields, texts);
  if (!read.ok) return again(showProblems(read.refusal), undefined, 422);
  const series = read.value;
  const preview = showSeries(series, await previewSeries(ctx, series));
  if (textOf('seen') !== preview.seen || !preview.isPossible) return again([], preview, 200);
  const planned = await planSeries(ctx, { series, key: textOf('idempotency-key') || undefined });
  if (!planned.ok) return again(showProblems(planned.refusal), undefined, 409);
  throw redirect(`${href('visits/week')}?day=${preview.first}`);
}

function showSeries(series: VisitSeries, { visits, skipped }: Awaited<ReturnType<typeof previewSeries>>) {
  const days = visits.map(({ day }) => day);
  return {
    seen: JSON.stringify([series, days]),
    first: days[0] ?? series.firstOn,
    rows: visits.map(({ number, day, warning, clashes, problems }) => ({
      number,
      day: formatSlashDate(day),
      notes: [
        ...(warning ? [dayWarningText(warning)] : []),
        ...clashes.map(travelClashText),
        ...problems.map(({ header, problem }) => problemText(header, problem)),
      ],
    })),
    skipped: skipped.map(({ day, warning }) => `${formatSlashDate(day)} ${dayWarningText(warning)}`),
    isPossible: visits.every(({ problems }) => problems.length === 0),
  };
}

function showProblems(problems: readonly FieldProblem[]): FormState['errors'] {
  return problems.map(({ key, header, problem }) => ({ name: key, message: problemText(header, problem) }));
}
