import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText, refusalText } from '#record/text.ts';
import { RecordForm, type FormState } from '#record/web/record-form.tsx';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { transitionText } from '#schedule/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { attendeesOf } from '../domain/attendee.ts';
import { resultFields, visitorsKey } from '../domain/outreach-result.ts';
import { getOutreachRow } from '../outreach-queries.server.ts';
import { outreachRecords } from '../outreach-records.server.ts';
import { recordOutreachResult } from '../record-result.server.ts';
import { outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-result.ts';
import { requireKind } from './outreach-form.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('outreach') },
    { label: data.number, href: data.detailHref },
    { label: words.resultTitle },
  ],
};

async function loadEvent({ ctx, params }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  const row = await getOutreachRow(ctx, params['id'] ?? '');
  const { input, version } = await outreachRecords.get(ctx, row.id);
  const kind = requireKind(row.kind ?? undefined);
  return { row, event: input, version, kind, booths: kind === 'fair' ? (input.booths ?? []) : [] };
}

export const loader = staffPage(async (call) => {
  const { row, event, version, kind, booths } = await loadEvent(call);
  const visitors = booths.map((booth, index) => [visitorsKey(index), booth.visitors] as const);
  // Before it is held only expected numbers are known: those are not offered as what was counted.
  const counted = event.status === 'held' ? event : { visitOn: event.visitOn };
  const values = { ...counted, ...Object.fromEntries(visitors) };
  return {
    number: row.number,
    title: [row.title, row.number].filter(Boolean).join(' '),
    kind,
    booths,
    state: { ...startForm(formatFields(resultFields(kind, booths), values as never)), version } satisfies FormState,
    detailHref: call.href(`outreach/${row.id}`),
  };
});

export const action = staffPage(async (call) => {
  const { row, kind, booths } = await loadEvent(call);
  const form = await readForm(call.request);
  const fields = resultFields(kind, booths);
  const texts = readTexts(fields, form);
  const version = Number(textIn(form, 'version'));
  const again = (errors: FormState['errors'], status: number) =>
    data({ texts, errors, key: '', version } satisfies FormState, { status });
  const read = parseFields(fields, texts);
  if (!read.ok) return again(showProblems(read.refusal), 422);
  try {
    const recorded = await recordOutreachResult(call.ctx, { id: row.id, version, kind, form: read.value });
    if (recorded.ok) throw redirect(call.href(`outreach/${row.id}`));
    const { refusal } = recorded;
    if (refusal.kind === 'fields') return again(showProblems(refusal.problems), 422);
    if (refusal.kind === 'not-planned' || refusal.kind === 'not-moved')
      return again([{ message: transitionText(refusal) }], 409);
    return again([{ message: refusalText('visit', refusal) }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
});

type Problems = Extract<ReturnType<typeof parseFields>, { ok: false }>['refusal'];

/** A rule names the field of the whole record; this form shows it where the day is. */
function showProblems(problems: Problems): FormState['errors'] {
  return problems.map(({ key, header, problem }) => ({
    name: key === 'status' || key === 'instructorNumbers' ? 'visitOn' : key,
    message: problemText(header, problem),
  }));
}

export default function OutreachResult({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, booths, detailHref } = loaderData;
  const groups = [
    { heading: words.when, keys: ['visitOn'] },
    { heading: words.perAttendee, keys: attendeesOf(kind), paired: true },
    ...(booths.length > 0
      ? [{ heading: words.perBooth, keys: booths.map((_, index) => visitorsKey(index)), paired: true }]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={words.resultTitle}
        lead={`${loaderData.title}　${words.resultLead}${booths.length > 0 ? words.visitorsNote : ''}`}
        hasErrors={actionData !== undefined}
      />
      <RecordForm
        fields={resultFields(kind, booths)}
        groups={groups}
        state={actionData ?? loaderData.state}
        submitLabel={words.recordResult}
        cancelHref={detailHref}
      />
    </>
  );
}
