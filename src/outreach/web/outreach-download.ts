import { data } from 'react-router';
import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportOutreach, outreachFormats } from '../export-outreach.server.ts';
import { readOutreachFilters } from './outreach-filters.server.ts';

/** The list as a file (DAT-08). */
export const loader = staffPage(async (call) => {
  const format = outreachFormats.find((known) => known === call.params['format']);
  if (!format) throw data(null, { status: 404 });
  const file = await exportOutreach(call.ctx, { format, filters: readOutreachFilters(call) });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
