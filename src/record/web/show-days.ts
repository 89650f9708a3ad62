import type { AnyField } from '../domain/field.ts';

const ISO_DAY = /(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])/gu;

/** The texts of a record with their days as staff read them, 2022/11/30; free text stays as it was written (WRT-03). */
export function showDays(
  fields: readonly AnyField[],
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map(({ key, codec }) => {
      const text = texts[key] ?? '';
      return [key, codec.control === 'multiline' ? text : text.replaceAll(ISO_DAY, '$1/$2/$3')];
    }),
  );
}
