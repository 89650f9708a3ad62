import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** What the name of a downloaded file says (DAT-08). */
export type DownloadFile = {
  /** The year the 年度 begins in. */
  readonly fiscalYear: number;
  readonly title: string;
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly on: PlainDate;
  readonly extension: string;
};

/** Builds names like 「令和8年度_実施報告_13東京_20261121.csv」: safe on Windows, whatever the title holds (DAT-08). */
export function downloadFileName({ fiscalYear, title, prefecture, on, extension }: DownloadFile): string {
  const place = `${prefecture.code}${prefecture.name.replace(/(?<=..)[都府県]$/, '')}`;
  const parts = [fiscalYearLabel(fiscalYear), title, place, on.replaceAll('-', '')];
  return `${parts.map(toNamePart).join('_')}.${extension}`;
}

function toNamePart(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F]/g, '')
    .replace(/[\\/:*?"<>|\s　]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
}

/** The Content-Disposition header of a download: an ASCII name for old clients, the true one as RFC 5987 `filename*`. */
export function contentDisposition(name: string): string {
  const wellFormed = name.toWellFormed();
  const dot = wellFormed.lastIndexOf('.');
  const stem = toAscii(dot === -1 ? wellFormed : wellFormed.slice(0, dot));
  const extension = dot === -1 ? '' : toAscii(wellFormed.slice(dot + 1));
  const fallback = `${stem === '' ? 'download' : stem}${extension === '' ? '' : `.${extension}`}`;
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}

function toAscii(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^_+|_+$/g, '');
}
