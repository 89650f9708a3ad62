import { instantText } from '#platform/instant-text.ts';
import type { EvidenceRow } from './evidence-queries.server.ts';
import { evidenceText as words, sizeText } from './text.ts';

/** A file as a row shows it. */
export type ShownEvidence = {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly size: string;
  readonly added: string;
  readonly who: string;
  readonly href: string;
  readonly removeHref: string | undefined;
};

/** A row with the addresses of its file. */
export function showEvidence(
  row: EvidenceRow,
  { href, removeHref }: { readonly href: string; readonly removeHref: string | undefined },
): ShownEvidence {
  return {
    id: row.id,
    kind: words.kinds[row.kind],
    fileName: row.fileName,
    size: `${words.formatNames[row.format]} ${sizeText(row.byteSize)}`,
    added: instantText(row.uploadedAt),
    who: row.uploaderName,
    href,
    removeHref,
  };
}
