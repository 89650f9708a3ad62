import { foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** Full-width katakana and the half-width letters of it that transfer files know; voiced sounds are two letters. */
const FULL = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン゛゜';
const HALF = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝﾞﾟ';
const VOICED = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ';
const UNVOICED = 'カキクケコサシスセソタチツテトハヒフヘホウ';
const HALF_VOICED = 'パピプペポ';
const HALF_UNVOICED = 'ハヒフヘホ';
/** Transfer files have no small letters: ｬ is written ﾔ. */
const SMALL = 'ァィゥェォッャュョヮ';
const LARGE = 'アイウエオツヤユヨワ';

/** What the name of an account may hold besides kana: capital letters, digits and these signs. */
const PLAIN = /^[0-9A-Z ()\-./¥\\,｢｣]$/u;

export type ZenginKanaRefusal = { readonly kind: 'not-a-zengin-letter'; readonly letter: string };

/**
 * A name as transfer files write it: half-width katakana in JIS X 0201, no small letters, ー as -, voiced marks apart.
 * Full width, hiragana and small letters of the alphabet are taken and turned; anything else is refused by the letter.
 */
export function toZenginKana(text: string): Result<string, ZenginKanaRefusal> {
  let written = '';
  for (const letter of foldWidth(text).replace(/\s+/gu, ' ').trim()) {
    const half = halfWidthOf(letter);
    if (half === undefined) return refuse({ kind: 'not-a-zengin-letter', letter });
    written += half;
  }
  return accept(written);
}

function halfWidthOf(letter: string): string | undefined {
  if (/^[ぁ-ゖ]$/u.test(letter)) return halfWidthOf(String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60));
  if (/^[a-z]$/u.test(letter)) return letter.toUpperCase();
  if (/^[ー－−‐–—―]$/u.test(letter)) return '-';
  if (letter === '「' || letter === '」') return letter === '「' ? '｢' : '｣';
  if (PLAIN.test(letter)) return letter;
  const small = SMALL.indexOf(letter);
  const voiced = VOICED.indexOf(letter);
  const halfVoiced = HALF_VOICED.indexOf(letter);
  if (small >= 0) return halfOf(LARGE.charAt(small));
  if (voiced >= 0) return `${halfOf(UNVOICED.charAt(voiced))}ﾞ`;
  if (halfVoiced >= 0) return `${halfOf(HALF_UNVOICED.charAt(halfVoiced))}ﾟ`;
  const at = FULL.indexOf(letter);
  return at >= 0 ? HALF.charAt(at) : undefined;
}

function halfOf(letter: string): string {
  return HALF.charAt(FULL.indexOf(letter));
}
