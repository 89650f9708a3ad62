import { data } from 'react-router';
import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { readAsOf } from '../as-of.ts';
import { exportStatusReport, reportFormats } from '../export-status-report.server.ts';

/** The report as a file (DAT-08). */
export const loader = staffPage(async ({ ctx, year, url, params }) => {
  const format = reportFormats.find((known) => known === params['format']);
  if (!format) throw data(null, { status: 404 });
  const { asOf } = readAsOf(url, ctx.today());
  const file = await exportStatusReport(ctx, { fiscalYear: year, asOf, format });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
    },
  });
});
