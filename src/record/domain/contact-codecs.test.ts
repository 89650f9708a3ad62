import { expect, test } from 'vitest';
import { email, phone, postalCode } from './contact-codecs.ts';

test.each(['1000001', '100-0001', '〒100-0001', '〒 １００ー０００１', '100 0001', '100−0001'])(
  'the postal code %j is stored as 7 digits and written with a hyphen [FRM-05]',
  (typed) => {
    expect(postalCode().parse(typed)).toEqual({ ok: true, value: '1000001' });
    expect(postalCode().format('1000001')).toBe('100-0001');
  },
);

test.each(['12-34', '10-00001', '10000011', '100-000a', '〒'])('%j is no postal code [FRM-05]', (typed) => {
  expect(postalCode().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-postal-code', value: typed } });
});

test.each([
  ['03-5253-5111', '03-5253-5111'],
  ['(03)5253-5111', '03-5253-5111'],
  ['０３（５２５３）５１１１', '03-5253-5111'],
  ['03‐5253―5111', '03-5253-5111'],
  ['03ー5253−5111', '03-5253-5111'],
  ['03 5253 5111', '03-5253-5111'],
  ['0352535111', '0352535111'],
  ['090-9999-9999', '090-9999-9999'],
  ['0120-000-000', '0120-000-000'],
  ['+81 3 5253 5111', '+81-3-5253-5111'],
])('the phone number %j is stored as %j [FRM-07]', (typed, stored) => {
  expect(phone().parse(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  '5253-5111',
  '352535111',
  '03-5253-511',
  '03-5253-51111-1',
  '03-5253-5111 内線12',
  '110',
  '++81352535111',
  'なし',
])('%j is no phone number [FRM-07]', (typed) => {
  expect(phone().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-phone-number', value: typed } });
});

test.each([
  ['info@example.jp', 'info@example.jp'],
  ['ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'info@example.jp'],
  ['taro..y.@docomo.example', 'taro..y.@docomo.example'],
  ["o'neil+a@sub-domain.example.co.jp", "o'neil+a@sub-domain.example.co.jp"],
])('the address %j is stored as %j [FRM-09]', (typed, stored) => {
  expect(email().parse(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  'info',
  'info@',
  '@example.jp',
  'a@b',
  'a@b@example.jp',
  'a b@example.jp',
  'a@example.jp, b@example.jp',
  'a@-example.jp',
  `${'a'.repeat(65)}@example.jp`,
  `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.jp`,
])('%j is no mail address [FRM-09]', (typed) => {
  expect(email().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-an-email', value: typed } });
});
