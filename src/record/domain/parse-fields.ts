import { foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AnyField, FieldProblem, InputOf } from './field.ts';

/**
 * Reads a whole record from its texts, by the key of each field, and answers every problem at once (FRM-33).
 * A blank or absent text is null, or missing where the field is required.
 */
export function parseFields<const Fields extends readonly AnyField[]>(
  fields: Fields,
  texts: Readonly<Record<string, string | undefined>>,
): Result<InputOf<Fields>, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const values = fields.map(({ key, header, required, codec }) => {
    const text = (Object.hasOwn(texts, key) ? texts[key] : undefined) ?? '';
    const blank = foldWidth(text).trim() === '';
    if (blank && !required) return [key, null] as const;
    const read = blank ? refuse({ kind: 'missing' } as const) : codec.parse(text);
    if (read.ok) return [key, read.value] as const;
    problems.push({ key, header, problem: read.refusal });
    return [key, null] as const;
  });
  // The keys and values are those of the fields, one by one; a mapped type cannot be built step by step.
  return problems.length > 0 ? refuse(problems) : accept(Object.fromEntries(values) as InputOf<Fields>);
}

/** The texts of a record as `parseFields` reads them back; null is the empty text. */
export function formatFields<const Fields extends readonly AnyField[]>(
  fields: Fields,
  input: InputOf<Fields>,
): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = input;
  return Object.fromEntries(
    fields.map(({ key, codec }) => {
      const value = values[key];
      return [key, value === null || value === undefined ? '' : codec.format(value)];
    }),
  );
}
