import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { reportFields } from './domain/report-fields.ts';
import type { PhotoRow, ReportVisit, StoredReport } from './domain/activity-report.ts';
import { reportText as words } from './text.ts';

/** A report in words: the visit, and what was entered of it. */
export function showReport(visit: ReportVisit, report: StoredReport | undefined) {
  const texts: Record<string, string> = report ? formatFields(reportFields, report.input) : {};
  return [
    { term: words.instructor, detail: visit.instructorName },
    { term: words.visit, detail: `${visit.visitNumber}　${formatSlashDate(visit.visitOn)}` },
    { term: words.host, detail: visit.host },
    ...(report ? reportFields.map(({ key, header }) => ({ term: header, detail: texts[key] ?? '' })) : []),
    ...(report?.returnReason ? [{ term: words.returned, detail: report.returnReason }] : []),
  ];
}

/** The photos of a report with where each is found. */
export function showPhotos(photos: readonly PhotoRow[], hrefOf: (photoId: string) => string) {
  return photos.map(({ id, expiresOn }, at) => ({
    id,
    label: words.photo(at + 1),
    until: words.photoUntil(formatSlashDate(expiresOn)),
    remove: words.removePhoto(at + 1),
    href: hrefOf(id),
  }));
}
