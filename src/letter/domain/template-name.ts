import { clipGraphemes } from '#kernel/japanese-text.ts';

const LONGEST_STEM = 60;

/** The name under which a template is handed out again: no folder, nothing invisible, always a .docx. */
export function cleanTemplateName(name: string, fallback: string): string {
  const last = name.toWellFormed().split(/[\\/]/u).at(-1) ?? '';
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\uFFFD]/gu, '')
    .replaceAll(/[:*?"<>|%\s　]+/gu, '_')
    .replace(/\.[A-Za-z\d]{1,5}$/u, '')
    .replaceAll(/^[._-]+|[._-]+$/gu, '');
  return `${clipGraphemes(stem, LONGEST_STEM).replace(/…$/u, '') || fallback}.docx`;
}
