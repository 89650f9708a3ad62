import type { LetterKind } from './domain/letter-outline.ts';
import { recordLetterKinds, type LetterRecord } from './domain/record-letter-kind.ts';
import { recordLetterTitles } from './text.ts';

/** Where the papers of a record are made: for the record's own page. */
export function recordLetterLinks(
  record: LetterRecord,
  id: string,
  href: (path: string) => string,
): readonly { readonly kind: LetterKind; readonly label: string; readonly href: string }[] {
  return recordLetterKinds[record].map((kind) => ({
    kind,
    label: recordLetterTitles[kind],
    href: href(`letters/of/${record}/${id}/${kind}`),
  }));
}
