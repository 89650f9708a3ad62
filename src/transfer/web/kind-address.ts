import { data } from 'react-router';
import { parseTransferKind, type TransferKind, type TransferKindName } from '../domain/transfer-kind.ts';
import type { FileForm } from '../export-file.server.ts';

/** The kind that an address names; an address with another word leads nowhere. */
export function requireKind(url: URL): TransferKind {
  const kind = parseTransferKind(url.searchParams.get('kind') ?? '');
  if (!kind.ok) throw data(null, { status: 404 });
  return kind.value;
}

/** Format and encoding that an address asks for. */
export function readForm(url: URL): FileForm {
  const format = url.searchParams.get('format');
  const isCsv = format === 'csv';
  return {
    format: isCsv || format === 'json' ? format : 'xlsx',
    encoding: isCsv && url.searchParams.get('encoding') === 'cp932' ? 'cp932' : 'utf8',
    replaceUnmappable: url.searchParams.get('replace') === '1',
  };
}

const pageByKind: Readonly<Record<TransferKindName, string>> = {
  organizations: 'organizations',
  instructors: 'instructors',
  requests: 'requests',
  visits: 'visits',
  'plan-items': 'plan',
  'scouting-leads': 'scouting/leads',
  'scouting-visits': 'scouting',
  'scouting-territories': 'scouting/territories',
  certifications: 'certifications',
  surveys: 'surveys',
};

/** The list page of a kind, below the corner and 年度. */
export function listPath(kind: TransferKindName): string {
  return pageByKind[kind];
}

const COOKIE = 'takumi-export-encoding';
const SECONDS_A_YEAR = 31_536_000;

/** The encoding this browser last exported in (DAT-03). */
export function rememberedEncoding(request: Request): FileForm['encoding'] {
  const cookies = request.headers.get('cookie') ?? '';
  return cookies.split(/;\s*/u).includes(`${COOKIE}=cp932`) ? 'cp932' : 'utf8';
}

/** Keeps the encoding for the next export. */
export function rememberEncoding(encoding: FileForm['encoding']): string {
  return `${COOKIE}=${encoding}; Path=/; Max-Age=${SECONDS_A_YEAR}; HttpOnly; SameSite=Lax`;
}
