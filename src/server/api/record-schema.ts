import { z } from '@hono/zod-openapi';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AnyField } from '#record/domain/field.ts';
import type { FieldError } from './problem.server.ts';
import { apiText } from './text.ts';

/** The JSON of a record: numbers as numbers, everything else spelled as in import files (contract.md §3). */
export function recordSchema(fields: readonly AnyField[], name: string) {
  const members = fields.map((field) => {
    const { schema, description } = fieldSchema(field);
    return [field.key, (field.required ? schema : schema.nullable()).openapi({ description })] as const;
  });
  return z.object(Object.fromEntries(members)).openapi(name);
}

/** The same for a record that is not there yet: what is not required may be left out (contract.md §3). */
export function newRecordSchema(fields: readonly AnyField[], name: string) {
  const members = fields.map((field) => {
    const { schema, description } = fieldSchema(field);
    return [field.key, (field.required ? schema : schema.nullish()).openapi({ description })] as const;
  });
  return z.object(Object.fromEntries(members)).openapi(name);
}

function fieldSchema(field: AnyField) {
  const description = [field.header, field.hint, field.unit && `単位：${field.unit}`].filter(Boolean).join('。');
  return { schema: isNumeric(field) ? z.number() : choiceSchema(field), description };
}

function choiceSchema({ codec }: AnyField) {
  const labels = codec.control === 'choice' ? codec.choices?.map(({ label }) => label) : undefined;
  return labels?.length ? z.enum(labels as [string, ...string[]]) : z.string();
}

function isNumeric({ codec }: AnyField): boolean {
  return codec.control === 'integer' || codec.control === 'decimal';
}

/** A stored input as JSON. */
export function toJson(
  fields: readonly AnyField[],
  input: Readonly<Record<string, unknown>>,
): Record<string, string | number | null> {
  return Object.fromEntries(
    fields.map((field) => {
      const value = input[field.key];
      if (value === null || value === undefined) return [field.key, null];
      return [
        field.key,
        typeof value === 'number' && isNumeric(field) ? Number(field.codec.format(value)) : field.codec.format(value),
      ];
    }),
  );
}

/** A body's JSON as the texts that the fields' codecs read; a name that is no field, or a value of another shape, is refused. */
export function fromJson(
  fields: readonly AnyField[],
  body: Readonly<Record<string, unknown>>,
): Result<Record<string, string>, readonly FieldError[]> {
  const errors: FieldError[] = [];
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(body)) {
    if (key === 'id' || key === 'version') continue;
    const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!fields.some((field) => field.key === key)) errors.push({ pointer, detail: apiText.unknownField(key) });
    else if (value === null) texts[key] = '';
    else if (typeof value === 'string') texts[key] = value;
    else if (typeof value === 'number' && Number.isFinite(value)) texts[key] = String(value);
    else errors.push({ pointer, detail: apiText.notAValue });
  }
  return errors.length > 0 ? refuse(errors) : accept(texts);
}
