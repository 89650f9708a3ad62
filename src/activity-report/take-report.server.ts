import { data } from 'react-router';
import type { Context } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import { photoConsents } from './domain/photo.ts';
import { reportFields } from './domain/report-fields.ts';
import type { ReportPair, ReportVisit, StoredReport } from './domain/activity-report.ts';
import { photoRefusalText, reportStateRefusalText, reportText as words } from './text.ts';
import { writeReport, type WriteRefusal } from './write-report.server.ts';

/** What a form of a report shows: the texts as they were typed, and what was wrong with them. */
export type ReportFormState = {
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly version: number;
};

/** The form of a report as it was left; a new one begins with the persons that the visit counts. */
export function startReport(visit: ReportVisit, report: StoredReport | undefined): ReportFormState {
  const texts: Record<string, string> = report
    ? formatFields(reportFields, report.input)
    : { trainees: String(visit.trainees) };
  return { texts, errors: [], version: report?.version ?? 0 };
}

/** Takes the posted form: undefined where it was kept, or the form again with what was wrong. */
export async function takeReport(ctx: Context, form: FormData, pair: ReportPair) {
  const entries = reportFields.map(({ key }) => [key, textIn(form, key)] as const);
  const texts: Record<string, string> = { ...Object.fromEntries(entries), consent: textIn(form, 'consent') };
  const version = Number(textIn(form, 'version'));
  const again = (errors: ReportFormState['errors'], status: number) =>
    data<ReportFormState>({ texts, errors, version }, { status });
  const parsed = parseFields(reportFields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  const command = textIn(form, 'command') === 'submit' ? ('submit' as const) : ('save' as const);
  const consent = photoConsents.find(({ code }) => code === texts['consent'])?.code;
  try {
    const files = await readPhotos(form);
    const written = await writeReport(ctx, { ...pair, version, input: parsed.value, command, consent, files });
    return written.ok ? undefined : again(...showRefusal(written.refusal));
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

/** One text of the form; empty where there is none, or a file in its place. */
function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}

/** An untouched file field is sent as a nameless file without a byte. */
async function readPhotos(form: FormData) {
  const sent = form.getAll('photos').filter((value) => value instanceof File);
  const chosen = sent.filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function showRefusal(refusal: WriteRefusal): [ReportFormState['errors'], number] {
  switch (refusal.kind) {
    case 'fields':
      return [showProblems(refusal.problems), 422];
    case 'photo': {
      const name = refusal.problem.kind === 'no-consent' ? 'consent' : 'photos';
      return [[{ name, message: photoRefusalText(refusal.problem) }], 422];
    }
    case 'state':
      return [[{ message: reportStateRefusalText(refusal.problem) }], 409];
    case 'not-held':
      return [[{ message: words.notHeld }], 409];
  }
}
