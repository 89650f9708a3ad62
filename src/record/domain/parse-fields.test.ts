import { expect, expectTypeOf, test } from 'vitest';
import { date } from './date-codecs.ts';
import type { AnyField, InputOf } from './field.ts';
import { integer } from './number-codecs.ts';
import { formatFields, parseFields } from './parse-fields.ts';
import { name } from './text-codecs.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

const FIELDS = [
  { key: 'name', header: '名称', required: true, codec: name() },
  { key: 'employees', header: '従業員数', required: false, codec: integer() },
  { key: 'receivedOn', header: '受付日', required: true, codec: date() },
] as const satisfies readonly AnyField[];

test('a record is read from its texts; blank optional fields are null', () => {
  const read = parseFields(FIELDS, { name: ' 匠工業　', employees: '　', receivedOn: 'R4.11.21', unknown: 'x' });
  expect(read).toEqual({ ok: true, value: { name: '匠工業', employees: null, receivedOn: '2022-11-21' } });
  expectTypeOf<InputOf<typeof FIELDS>>().toEqualTypeOf<{
    readonly name: string;
    readonly employees: number | null;
    readonly receivedOn: PlainDate;
  }>();
});

test('all problems are told at once, in the order of the fields [FRM-33]', () => {
  expect(parseFields(FIELDS, { name: '　\n', employees: '20名' })).toEqual({
    ok: false,
    refusal: [
      { key: 'name', header: '名称', problem: { kind: 'missing' } },
      { key: 'employees', header: '従業員数', problem: { kind: 'not-a-whole-number', value: '20名' } },
      { key: 'receivedOn', header: '受付日', problem: { kind: 'missing' } },
    ],
  });
});

test('a field named like a member of every object is still absent', () => {
  const fields = [{ key: 'constructor', header: '欄', required: true, codec: name() }] as const;
  expect(parseFields(fields, {})).toMatchObject({ ok: false, refusal: [{ problem: { kind: 'missing' } }] });
});

test('a record is written with the empty text for null', () => {
  const read = parseFields(FIELDS, { name: '匠', receivedOn: '2022-11-21' });
  expect(read.ok && formatFields(FIELDS, read.value)).toEqual({ name: '匠', employees: '', receivedOn: '2022-11-21' });
});
