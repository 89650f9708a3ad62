import { formatEraDate } from '#kernel/japanese-era.ts';
import { accept } from '#kernel/result.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { loadVisitFacts, type VisitPerson } from '#schedule/visit-letter-queries.server.ts';
import { activityReportForm, reportPlaceholders } from './documents/activity-report-form.ts';
import { reportFields } from './domain/report-fields.ts';
import { findReport } from './report-store.server.ts';
import { reportText as words } from './text.ts';

/** マイスター活動報告書 of each instructor of a visit: what was handed in, or a form to be filled in by hand. */
export const activityReportLetter: RecordLetter = {
  form: activityReportForm,
  load: async (ctx, { id }) => {
    requirePermission(ctx, 'activity-report.read');
    const visit = await loadVisitFacts(ctx, id);
    const shared = { ...(await loadSenderValues(ctx.db, ctx.corner)), ...visit.values };
    const letters = [];
    for (const person of visit.instructors) {
      const values = { ...shared, ...person.values, ...(await describeReport(ctx, id, person)) };
      letters.push({ addressee: person.name, recipientId: person.id, values });
    }
    return accept({
      label: visit.number,
      number: visit.number,
      subject: words.subject(visit.number),
      entity: { kind: 'visit', id },
      letters,
    });
  },
};

/** What somebody handed in; a draft is theirs until they do. */
async function describeReport(
  ctx: Context,
  visitId: string,
  { id: instructorId }: VisitPerson,
): Promise<Readonly<Record<string, string>>> {
  const report = await findReport(ctx.db, { visitId, instructorId });
  const isIn = report !== undefined && (report.state === 'submitted' || report.state === 'checked');
  const texts: Readonly<Record<string, string>> = isIn ? formatFields(reportFields, report.input) : {};
  const told = reportPlaceholders.map(({ key, name }) => {
    const text = texts[key] ?? '';
    return [name, key === 'trainees' && text !== '' ? words.persons(text) : text];
  });
  const on = isIn && report.submittedOn !== null ? formatEraDate(report.submittedOn) : '';
  return { ...Object.fromEntries(told), 提出日: on };
}
