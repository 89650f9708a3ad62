import { expect, test } from 'vitest';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { readRows } from './read-rows.ts';

const number: AnyField = { key: 'number', header: '番号', required: true, codec: text() };
const people: AnyField = { key: 'people', header: '人数', required: true, codec: integer() };
const note: AnyField = { key: 'note', header: '備考', required: false, codec: text() };
const fields = [number, people, note];

test('cells become the input of their columns, absent columns nothing', () => {
  const read = readRows(
    [{ line: 2, cells: ['２０', '=1'] }],
    { columns: [people, number], absentKeys: ['note'] },
    fields,
  );
  expect(read).toEqual({ inputs: [{ line: 2, input: { number: '=1', people: 20, note: null } }], problems: [] });
});

test('every problem of every row is found, in the order of lines and columns', () => {
  const rows = [
    { line: 2, cells: ['二十', ''] },
    { line: 3, cells: ['1', 'A'] },
    { line: 5, cells: ['', 'B'] },
  ];
  const { inputs, problems } = readRows(rows, { columns: [people, number], absentKeys: ['note'] }, fields);
  expect(inputs.map(({ line }) => line)).toEqual([3]);
  expect(problems.map(({ line, problem }) => [line, problem.header, problem.problem.kind])).toEqual([
    [2, '人数', 'not-a-whole-number'],
    [2, '番号', 'missing'],
    [5, '人数', 'missing'],
  ]);
});

test('a header named like a member of every object names no field', () => {
  const read = readRows([{ line: 2, cells: ['1', 'A'] }], { columns: [people, number], absentKeys: ['note'] }, [
    ...fields,
    { ...note, key: 'toString' },
  ]);
  expect(read.inputs[0]?.input).toMatchObject({ toString: null });
});
