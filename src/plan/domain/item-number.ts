import { foldWidth } from '#kernel/japanese-text.ts';

const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/**
 * The steps of official numbering from outside in (DOC-01): 第1, 1, (1), ア, (ア), a, (a); ① stands below them all.
 * A letter counts as a step only where it stands alone: 「アンケート」 is a word.
 */
const STEPS: readonly { readonly form: RegExp; readonly ordinalOf: (mark: string) => number | string }[] = [
  { form: /第(\d+)/y, ordinalOf: (mark) => mark },
  { form: /(\d+)/y, ordinalOf: (mark) => mark },
  { form: /\((\d+)\)/y, ordinalOf: (mark) => mark },
  { form: /(?<![ァ-ー一-龠])([ア-ン])(?![ァ-ー一-龠])/y, ordinalOf: (mark) => KANA.indexOf(mark) + 1 },
  { form: /\(([ア-ン])\)/y, ordinalOf: (mark) => KANA.indexOf(mark) + 1 },
  { form: /(?<![a-z])([a-z])(?![a-z])/iy, ordinalOf: letterOrdinal },
  { form: /\(([a-z])\)/iy, ordinalOf: letterOrdinal },
  { form: /([①-⑳㉑-㉟㊱-㊿])/y, ordinalOf: circledOrdinal },
];

const WORD_STEP = 9;
const SEPARATORS = /[-.・\s]+/y;

/** 番号のひとつの段: how deep the mark is, and its place there; a word that is no mark is its own place. */
type NumberStep = { readonly depth: number; readonly place: string; readonly text: string };

/**
 * The key that puts plan items into the order of a plan: 1 < 2(1) < 2(1)ア < 2(1)ア(ア) < 2(1)① < 2(2) < 10 (DOC-01).
 * Compared character by character; a section stands before what is inside it.
 */
export function positionOf(number: string): string {
  return readSteps(number)
    .map(({ depth, place }) => `${depth}${place}`)
    .join('');
}

/** The outermost mark of a number, 「4」 of 4(2)ア①: items that share it stand under one heading. */
export function sectionOf(number: string): string {
  return readSteps(number)[0]?.text ?? '';
}

function readSteps(number: string): readonly NumberStep[] {
  const text = foldWidth(number);
  const steps: NumberStep[] = [];
  let word = '';
  const endWord = () => {
    if (word !== '') steps.push({ depth: WORD_STEP, place: `${word} `, text: word });
    word = '';
  };
  for (let at = 0; at < text.length;) {
    const separator = matchAt(SEPARATORS, text, at);
    const step = separator ? undefined : readStep(text, at);
    if (separator || step) endWord();
    if (step) steps.push(step);
    if (!separator && !step) word += text.charAt(at);
    at += separator?.[0].length ?? step?.text.length ?? 1;
  }
  endWord();
  return steps;
}

function readStep(text: string, at: number): NumberStep | undefined {
  for (const [depth, { form, ordinalOf }] of STEPS.entries()) {
    const match = matchAt(form, text, at);
    if (match) return { depth: depth + 1, place: toPlace(ordinalOf(match[1] ?? '')), text: match[0] };
  }
  return undefined;
}

/** The digits with their count in front, so that 9 stands before 10 character by character. */
function toPlace(ordinal: number | string): string {
  const digits = String(ordinal).replace(/^0+(?=\d)/, '');
  return `${String(digits.length).padStart(2, '0')}${digits}`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function letterOrdinal(letter: string): number {
  return (letter.toLowerCase().codePointAt(0) ?? 0) - 0x60;
}

function circledOrdinal(mark: string): number {
  const code = mark.codePointAt(0) ?? 0;
  if (code >= 0x32b1) return code - 0x32b1 + 36;
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
}
