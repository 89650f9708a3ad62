import { redirect } from 'react-router';
import { contentDisposition, downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportWishes, type ResultsFile } from '../result-queries.server.ts';
import { resultText as words } from '../result-text.ts';

const types = {
  utf8: 'text/csv; charset=utf-8; header=present',
  cp932: 'text/csv; charset=Shift_JIS; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The wishes as a file. One that cannot be written sends the person back to the page that says why. */
export const loader = staffPage(async ({ ctx, params, url, year, href }) => {
  const id = params['id'] ?? '';
  const file: ResultsFile = {
    format: url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv',
    encoding: url.searchParams.get('encoding') === 'cp932' ? 'cp932' : 'utf8',
    replaceUnmappable: url.searchParams.get('replace') === '1',
  };
  const exported = await exportWishes(ctx, id, file);
  if (!exported.ok) return redirect(href(`demand-surveys/${id}/results/export`));
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? '' };
  const name = downloadFileName({
    fiscalYear: year,
    title: words.sheet,
    prefecture,
    on: ctx.today(),
    extension: file.format,
  });
  return new Response(Buffer.from(exported.value), {
    headers: {
      'content-type': types[file.format === 'xlsx' ? 'xlsx' : file.encoding],
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
