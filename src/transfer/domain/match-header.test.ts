import { expect, test } from 'vitest';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { matchHeader } from './match-header.ts';

const fields: readonly AnyField[] = [
  { key: 'number', header: '派遣先番号', required: true, codec: text() },
  { key: 'name', header: '名称', required: true, codec: text() },
  { key: 'capital', header: '資本金(円)', required: false, codec: integer() },
  { key: 'fax', header: 'FAX', required: false, codec: text() },
  { key: 'phone', header: '電話', required: false, codec: text() },
  { key: 'municipality', header: '市区町村コード', required: false, codec: text() },
];

test('columns may come in any order and optional ones may be absent [contract.md §3]', () => {
  const match = matchHeader(['電話', '名称', '派遣先番号'], fields);
  expect(match.ok && match.value.columns.map(({ key }) => key)).toEqual(['phone', 'name', 'number']);
  expect(match.ok && match.value.absentKeys).toEqual(['capital', 'fax', 'municipality']);
});

test.for([
  ['full-width parentheses', '資本金（円）'],
  ['blanks', ' 資本金 (円)　'],
  ['full-width letters', 'ＦＡＸ'],
  ['small letters', 'fax'],
  ['half-width kana', '市区町村ｺｰﾄﾞ'],
  ['line breaks', '資本金\n（円）'],
] as const)('a header is recognised in %s [contract.md §3]', ([, header]) => {
  expect(matchHeader(['派遣先番号', '名称', header], fields).ok).toBe(true);
});

test.for([
  ['市町村コード', '市区町村コード'],
  ['電話番号', '電話'],
  ['資本金', '資本金(円)'],
  ['備考', undefined],
] as const)(
  'an unknown column 「%s」 is refused by name, with the nearest header [contract.md §3]',
  ([header, suggestion]) => {
    const match = matchHeader(['派遣先番号', '名称', header], fields);
    expect(match).toEqual({ ok: false, refusal: [{ kind: 'unknown-column', column: 3, header, suggestion }] });
  },
);

test('suggests no header that the file already has', () => {
  const match = matchHeader(['派遣先番号', '名称', '電話', '電話番号'], fields);
  expect(!match.ok && match.refusal).toMatchObject([{ kind: 'unknown-column', column: 4, suggestion: undefined }]);
});

test('a repeated column is refused with both places, however it is spelt', () => {
  const match = matchHeader(['派遣先番号', '名称', 'FAX', 'ＦＡＸ'], fields);
  expect(match).toEqual({
    ok: false,
    refusal: [{ kind: 'repeated-column', column: 4, header: 'FAX', firstColumn: 3 }],
  });
});

test('every missing required column is named, together with whatever else is wrong', () => {
  const match = matchHeader(['番号', '電話'], fields);
  expect(match).toEqual({
    ok: false,
    refusal: [
      { kind: 'unknown-column', column: 1, header: '番号', suggestion: '派遣先番号' },
      { kind: 'missing-column', header: '派遣先番号' },
      { kind: 'missing-column', header: '名称' },
    ],
  });
});
