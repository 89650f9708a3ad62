import { contentDisposition, downloadFileName } from '#platform/tabular/file-name.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import type { FileForm } from '../export-file.server.ts';

/** The name of a download: 令和4年度_派遣先_35山口_20221130.csv (DAT-08). */
export function fileNameOf({ ctx, year }: Pick<StaffCall, 'ctx' | 'year'>, title: string, extension: string): string {
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? '' };
  return downloadFileName({ fiscalYear: year, title, prefecture, on: ctx.today(), extension });
}

/** Answers with a file that the browser saves; nothing in between may keep a copy of it. */
export function answerFile(bytes: Uint8Array, name: string, form: FileForm): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': mediaType(form),
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function mediaType({ format, encoding }: FileForm): string {
  switch (format) {
    case 'csv':
      return `text/csv; charset=${encoding === 'cp932' ? 'Shift_JIS' : 'utf-8'}; header=present`;
    case 'json':
      return 'application/json';
    case 'xlsx':
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  }
}
