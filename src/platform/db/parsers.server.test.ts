import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';

const desk = useTestDatabase();

const db = () => desk.database().forCorner('35');

async function readValue(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db());
  return rows[0]?.value;
}

const values: readonly (readonly [expression: string, value: unknown])[] = [
  [`date '2022-11-30'`, '2022-11-30'],
  [`date '0001-01-01'`, '0001-01-01'],
  [`date '9999-12-31'`, '9999-12-31'],
  [`timestamptz '2022-11-30 09:00:00.123+09'`, '2022-11-30T00:00:00.123Z'],
  [`timestamptz '2022-11-30 00:00:00+00'`, '2022-11-30T00:00:00.000Z'],
  [`(1::bigint << 53) - 1`, 9_007_199_254_740_991],
  [`-5::bigint`, -5],
  [`(select count(*) from pg_class where false)`, 0],
  [`sum(7::integer)`, 7],
  [`2147483647::integer`, 2_147_483_647],
  [`6::smallint`, 6],
  [`12.50::numeric`, '12.50'],
  [`0.1::double precision`, 0.1],
  [`time '09:05:00'`, '09:05'],
  [`time '23:59:59'`, '23:59'],
  [`array[date '2022-11-30', date '2022-12-01']`, ['2022-11-30', '2022-12-01']],
  [`array[]::date[]`, []],
  [`array[0, 6]::smallint[]`, [0, 6]],
  [`array['a', null, 'b,"c', 'NULL']`, ['a', null, 'b,"c', 'NULL']],
  [`'{"a": [1, null, "髙"], "b": {"c": 1.50}}'::jsonb`, { a: [1, null, '髙'], b: { c: 1.5 } }],
  [`'null'::jsonb`, null],
  [`null::jsonb`, null],
  [`'"text"'::jsonb`, 'text'],
  [`true`, true],
  [`'0d9c7c3e-6d1f-4a7e-9a55-0a3c6b8e1f00'::uuid`, '0d9c7c3e-6d1f-4a7e-9a55-0a3c6b8e1f00'],
  [`'髙﨑𠮷 葛\u{E0100}'::text`, '髙﨑𠮷 葛\u{E0100}'],
];

test('every type is read as the same value on both engines, whatever the time zone of the server [ENV-15]', async () => {
  const read: [string, unknown][] = [];
  for (const [expression] of values) read.push([expression, await readValue(expression)]);
  expect(read).toEqual(values);
});

test('bytes are read as bytes', async () => {
  const bytes = await readValue(String.raw`'\x00ff80'::bytea`);
  expect(Buffer.isBuffer(bytes)).toBe(true);
  expect([...(bytes as Buffer)]).toEqual([0, 255, 128]);
});

test('a whole number above 2^53 stops loudly instead of being rounded', async () => {
  await expect(readValue('(1::bigint << 53) + 1')).rejects.toThrow('9007199254740993');
});

const parameters: readonly (readonly [type: string, given: unknown, value: unknown])[] = [
  ['date', '2022-11-30', '2022-11-30'],
  ['timestamptz', '2022-11-30T00:00:00.123Z', '2022-11-30T00:00:00.123Z'],
  ['time', '09:05', '09:05'],
  ['bigint', 9_007_199_254_740_991, 9_007_199_254_740_991],
  ['numeric', '12.50', '12.50'],
  ['date[]', ['2022-11-30'], ['2022-11-30']],
  ['date[]', [], []],
  ['smallint[]', [0, 6], [0, 6]],
  ['text[]', ['a,"b', '\\', ''], ['a,"b', '\\', '']],
  ['jsonb', JSON.stringify({ name: '髙', list: [1] }), { name: '髙', list: [1] }],
  ['bytea', Buffer.from([0, 255, 92]), Buffer.from([0, 255, 92])],
  ['text', '改行\nタブ\t\\引用符\'"', '改行\nタブ\t\\引用符\'"'],
  ['boolean', false, false],
];

test('a parameter of every type comes back as it was given, on both engines', async () => {
  const read: [string, unknown, unknown][] = [];
  for (const [type, given] of parameters) {
    const { rows } = await sql<{ value: unknown }>`select ${given}::${sql.raw(type)} as value`.execute(db());
    read.push([type, given, rows[0]?.value]);
  }
  expect(read).toEqual(parameters);
});
