import { CANONICAL_KANJI } from '#kernel/kanji-variants.ts';

/** A character the desk cannot keep: XML and other offices' machines cannot show it (FRM-24). */
export type ForbiddenCharacter =
  | { readonly kind: 'private-use-character'; readonly character: string }
  | { readonly kind: 'control-character'; readonly codePoint: number }
  | { readonly kind: 'lone-surrogate' }
  | { readonly kind: 'line-break' };

// Every bar a Japanese keyboard, a PDF or Excel gives for a hyphen, ー and the box-drawing lines included (FRM-07).
const DASHES = /[\u002D\u00AD\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D\uFF70]/g;
const WAVES = /[\u007E\u223C\u223D\u301C\u3030\uFF5E]/g;
const FOLDED_RUN = /[\u3000\uFF01-\uFF5E\uFF61-\uFF9F\uFFE0-\uFFE6\u2F00-\u2FD5]+/g;
const KANA_WITH_MARK = /[\u3041-\u3096\u309D\u30A1-\u30FA\u30FD][\u3099\u309A]/g;
const HIRAGANA = /[\u3041-\u3096\u309D\u309E]/g;
const BLANKS_AND_SELECTORS = /[\s\u200B-\u200D\u2060\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * Width as the desk stores it (FRM-20): full-width ASCII, half-width kana, separated voice marks and Kangxi radicals
 * are folded; every other character stays, because NFKC of a whole name would change 神 (U+FA19), ① and ㈱.
 */
export function foldWidth(text: string): string {
  return text
    .replaceAll(FOLDED_RUN, (run) => run.normalize('NFKC'))
    .replaceAll(KANA_WITH_MARK, (pair) => pair.normalize('NFC'));
}

/** Text of a code, number, phone or mail field: all half-width, every dash `-`, no blank at the ends (FRM-21, FRM-07). */
export function foldNumeric(text: string): string {
  return text.normalize('NFKC').replaceAll(DASHES, '-').trim();
}

/** フリガナ as stored: full-width katakana; small kana stay small (FRM-02). */
export function toFullKatakana(text: string): string {
  return foldWidth(text).replaceAll(HIRAGANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
}

/** What is compared in a search, the same for the stored text and the query (SEA-02, SEA-03, FRM-26). */
export function foldSearchText(text: string): string {
  const folded = toFullKatakana(text.normalize('NFKC').toLowerCase())
    .replaceAll(DASHES, '-')
    .replaceAll(WAVES, '-')
    .replaceAll(BLANKS_AND_SELECTORS, '');
  return Array.from(folded, (character) => CANONICAL_KANJI.get(character) ?? character).join('');
}

/** More than anybody types to find a record; every word costs a look at every row. */
const MOST_WORDS = 10;
const LONGEST_QUERY = 200;

/**
 * The words of a query, each of which has to be found (SEA-01); a blank query has none. Of a text that is no query any
 * more, the first 200 characters and the first 10 different words count.
 */
export function searchWords(query: string): readonly string[] {
  const words = query.slice(0, LONGEST_QUERY).toWellFormed().split(/\s+/u).map(foldSearchText);
  return [...new Set(words)].filter((word) => word !== '').slice(0, MOST_WORDS);
}

const VOWEL_ROWS = [
  ['ア', 'アカサタナハマヤラワ'],
  ['イ', 'イキシチニヒミリヰ'],
  ['ウ', 'ウクスツヌフムユル'],
  ['エ', 'エケセテネヘメレヱ'],
  ['オ', 'オコソトノホモヨロヲ'],
] as const;
const VOWEL_OF = new Map(VOWEL_ROWS.flatMap(([vowel, row]) => Array.from(row, (kana) => [kana, vowel] as const)));
const SMALL = 'ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ';
const LARGE = 'アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ';
const LARGE_OF = new Map(Array.from(SMALL, (small, index) => [small, LARGE.charAt(index)] as const));

/** Below the blank between family and given name, so that ヤマ comes before ヤマ タロウ. */
const LEVEL_SEPARATOR = '\t';
/** Above every kana: a record without フリガナ stands at the end of its list. */
const AFTER_ALL_KANA = '\uFFFD';

/**
 * 五十音 order of a フリガナ as text whose binary order (COLLATE "C") is that order on every PostgreSQL (SEA-10).
 * First the letters that count: without voice marks, small kana large, the long mark as the vowel it lengthens. Where
 * those are equal, the spelling decides: ハ before バ, ッ before ツ, サトー before サトオ. A blank text comes last.
 */
export function kanaSortKey(kana: string): string {
  const spelling = toFullKatakana(kana).trim();
  if (spelling === '') return AFTER_ALL_KANA;
  return primaryLetters(spelling) + LEVEL_SEPARATOR + spelling.replaceAll('ー', '\u30A0');
}

/** The letters of a 五十音 index: ガッキー → カツキイ. ヽ repeats the letter before it; ・ and ゠ part words like a blank. */
function primaryLetters(spelling: string): string {
  let previous: string | undefined;
  return Array.from(spelling, (character) => {
    const [unvoiced = character] = character.normalize('NFD');
    if (unvoiced === 'ー') return (previous && VOWEL_OF.get(previous)) ?? unvoiced;
    if (unvoiced === 'ヽ') return previous ?? unvoiced;
    if (unvoiced === '・' || unvoiced === '\u30A0') return ' ';
    previous = LARGE_OF.get(unvoiced) ?? unvoiced;
    return previous;
  }).join('');
}

/**
 * How a folded text sounds where it is kana (SEA-01): small kana large, and a long vowel, written ー, オウ or エイ, as the
 * vowel twice. サトー, サトウ and サトオ sound alike, and so do キョウコ and キヨオコ; か and が do not (SEA-04).
 */
export function foldKanaSound(folded: string): string {
  let vowel: string | undefined;
  return Array.from(folded, (character) => {
    const isLong =
      character === '-' || (character === 'ウ' && vowel === 'オ') || (character === 'イ' && vowel === 'エ');
    if (isLong && vowel) return vowel;
    const large = LARGE_OF.get(character) ?? character;
    vowel = VOWEL_OF.get(large.normalize('NFD').charAt(0));
    return large;
  }).join('');
}

/** Between the parts of a search text: no word of a query reaches from one part into the next. */
const PART_SEPARATOR = '\n';

/** The text that searches look into: every part folded, and by its sound where that is another text (SEA-02, SEA-05). */
export function searchTextOf(parts: readonly string[]): string {
  return [...new Set(parts.map(foldSearchText).flatMap(searchForms))]
    .filter((form) => form !== '')
    .join(PART_SEPARATOR);
}

/** A folded word as it can stand in a text of `searchTextOf`: as it is written, or by its sound. */
export function searchForms(word: string): readonly string[] {
  return [...new Set([word, foldKanaSound(word)])];
}

const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Characters as people count them: 「葛󠄀飾𠮷野」 has 4 (FRM-22). */
export function graphemeLength(text: string): number {
  return Array.from(GRAPHEMES.segment(text)).length;
}

/** The first `limit` characters as people count them, with 「…」 where something was cut. */
export function clipGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let count = 0;
  for (const { index } of GRAPHEMES.segment(text)) {
    if (count === limit) return `${text.slice(0, index)}…`;
    count += 1;
  }
  return text;
}

/**
 * The first character that cannot be kept: control characters, lone surrogates, private use (FRM-24).
 * A multiline text may hold line feeds and tabs; everything else people type is kept as typed.
 */
export function findForbiddenCharacter(text: string, { multiline = false } = {}): ForbiddenCharacter | undefined {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) return { kind: 'lone-surrogate' };
    if ((codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000) {
      return { kind: 'private-use-character', character };
    }
    if (multiline && (character === '\n' || character === '\t')) continue;
    if (/[\n\r\u2028\u2029]/.test(character) && !multiline) return { kind: 'line-break' };
    // No character at all, and no XML may hold it: a workbook with it could not be written.
    const isNoncharacter = (codePoint & 0xfffe) === 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f) || isNoncharacter) {
      return { kind: 'control-character', codePoint };
    }
  }
  return undefined;
}
