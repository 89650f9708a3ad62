import { clipGraphemes } from '#kernel/japanese-text.ts';
import { extensionOf, type EvidenceFormat } from './evidence-file.ts';

/** Longest name without its ending: with it, a name stays below what file systems hold (255 bytes of UTF-8). */
const LONGEST_STEM = 70;
const LARGEST_STEM_BYTES = 230;

/** Names that mean a device on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * The name under which a file is kept and handed out: no folder, nothing invisible, nothing that turns the direction of
 * the text, nothing that Windows refuses, and the ending of what the file really is. A name of which nothing is left
 * becomes `fallback`.
 */
export function cleanEvidenceName(name: string, format: EvidenceFormat, fallback: string): string {
  const last = name.toWellFormed().split(/[\\/]/u).at(-1) ?? '';
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\uFFFD]/gu, '')
    .replaceAll(/[:*?"<>|%\s　]+/gu, '_')
    .replace(/\.[A-Za-z\d]{1,5}$/u, '')
    .replaceAll(/^[._-]+|[._-]+$/gu, '');
  const safe = DEVICE.test(stem.split('.')[0] ?? '') ? `_${stem}` : stem;
  return `${shorten(safe) || fallback}.${extensionOf(format)}`;
}

/** The first characters that fit, both as people count them and as a file system does. */
function shorten(stem: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of clipGraphemes(stem, LONGEST_STEM).replace(/…$/u, '')) {
    bytes += utf8Length(character);
    if (bytes > LARGEST_STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
