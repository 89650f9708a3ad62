import { weekdayName } from '#kernel/japanese-era.ts';
import { foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from './field.ts';

/**
 * Several values in one cell, separated by `;` (contract.md §3) or by line breaks. Written with `;`.
 * Each value stands once; the order is kept.
 */
export function listOf<Value>(
  item: Codec<Value>,
  { limit = 100 }: { readonly limit?: number } = {},
): Codec<readonly Value[]> {
  return {
    control: 'list',
    ...(item.choices && { choices: item.choices }),
    format: (values) => values.map(item.format).join(';'),
    parse(typed) {
      const texts = typed.split(/[;；\r\n]/).flatMap((part) => (foldWidth(part).trim() === '' ? [] : [part.trim()]));
      if (texts.length === 0) return refuse({ kind: 'missing' });
      if (texts.length > limit) return refuse({ kind: 'too-many', limit, count: texts.length });
      return readAll(texts, item);
    },
  };
}

/** Days of the week, 0=日 to 6=土, written 月;火;… from Monday; 月火水, 月・水 and 月曜日 are accepted. */
export function weekdays(): Codec<readonly number[]> {
  const fromMonday = [1, 2, 3, 4, 5, 6, 0];
  return {
    control: 'choices',
    choices: fromMonday.map((weekday) => ({ code: String(weekday), label: weekdayName(weekday) })),
    format: (values) => values.map(weekdayName).join(';'),
    parse(typed) {
      const names = foldWidth(typed).replaceAll(/曜日?|[;,、，・\s]/g, '');
      if (names === '') return refuse({ kind: 'missing' });
      const values = Array.from(names, (character) => '日月火水木金土'.indexOf(character));
      if (values.includes(-1))
        return refuse({ kind: 'not-a-choice', value: typed, choices: fromMonday.map(weekdayName) });
      return accept(fromMonday.filter((weekday) => values.includes(weekday)));
    },
  };
}

function readAll<Value>(texts: readonly string[], item: Codec<Value>): Result<readonly Value[], Problem> {
  const values: Value[] = [];
  const written = new Set<string>();
  for (const text of texts) {
    const read = item.parse(text);
    if (!read.ok) return read;
    const spelling = item.format(read.value);
    if (written.has(spelling)) return refuse({ kind: 'repeated', value: text });
    written.add(spelling);
    values.push(read.value);
  }
  return accept(values);
}
