import { data } from 'react-router';
import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { claimFormats, exportClaims } from '../export-claims.server.ts';
import { readClaimFilters } from './claim-filters.ts';

/** The list of claims as a file (DAT-08). */
export const loader = staffPage(async ({ ctx, params, url, year }) => {
  const format = claimFormats.find((known) => known === params['format']);
  if (!format) throw data(null, { status: 404 });
  const file = await exportClaims(ctx, { format, filters: readClaimFilters(url), fiscalYear: year });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
