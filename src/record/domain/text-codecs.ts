import { findForbiddenCharacter, foldWidth, graphemeLength, toFullKatakana } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from './field.ts';

type Limit = { readonly limit?: number };

/** One line of free text, kept as typed but for the blanks at its ends; longest length in graphemes (FRM-22). */
export function text({ limit = 200 }: Limit = {}): Codec<string> {
  return { control: 'text', limit, format: asStored, parse: (typed) => readLine(typed.trim(), limit) };
}

/** 氏名・名称. One line whose width is folded (FRM-20) and whose blanks are one half-width space (FRM-01). */
export function name({ limit = 200 }: Limit = {}): Codec<string> {
  return { control: 'text', limit, format: asStored, parse: (typed) => readLine(oneSpaced(foldWidth(typed)), limit) };
}

/** Free text of several lines, kept as typed; line ends become LF, blank lines at the ends are dropped. */
export function multiline({ limit = 2000 }: Limit = {}): Codec<string> {
  return {
    control: 'multiline',
    limit,
    format: asStored,
    parse(typed) {
      const lines = typed
        .replaceAll(/\r\n?/g, '\n')
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd();
      return withinLimit(lines, { limit, multiline: true });
    },
  };
}

/** フリガナ. Full-width katakana, converted from hiragana and half-width kana (FRM-02). */
export function kana({ limit = 200 }: Limit = {}): Codec<string> {
  return {
    control: 'kana',
    limit,
    format: asStored,
    parse(typed) {
      const folded = oneSpaced(toFullKatakana(typed));
      const line = readLine(folded, limit);
      if (!line.ok || /^[\u30A0-\u30FF\u31F0-\u31FF ]+$/.test(folded)) return line;
      return refuse({ kind: 'not-kana', value: typed });
    },
  };
}

function asStored(value: string): string {
  return value;
}

function oneSpaced(typed: string): string {
  return typed.trim().replaceAll(/ {2,}/g, ' ');
}

function readLine(line: string, limit: number): Result<string, Problem> {
  return withinLimit(line, { limit, multiline: false });
}

function withinLimit(
  value: string,
  { limit, multiline: lines }: { readonly limit: number; readonly multiline: boolean },
): Result<string, Problem> {
  if (value === '') return refuse({ kind: 'missing' });
  const forbidden = findForbiddenCharacter(value, { multiline: lines });
  if (forbidden) return refuse(forbidden);
  if (value.length <= limit) return accept(value);
  const length = graphemeLength(value);
  return length > limit ? refuse({ kind: 'too-long', limit, length }) : accept(value);
}
