import { expect, test } from 'vitest';
import { namedMunicipality } from '#record/domain/code-codecs.ts';
import { birthYear, consent, tradeCodes } from './instructor-codecs.ts';

test.each([
  ['機械加工', ['kikai-kako']],
  ['仕上げ；機械加工', ['kikai-kako', 'shiage']],
  ['機械加工;仕上', ['kikai-kako', 'shiage']],
  ['062', ['zoen']],
])('reads the trades %j as %j, a set in one order', (typed, codes) => {
  expect(tradeCodes().parse(typed)).toEqual({ ok: true, value: codes });
});

test('writes the names of the trades; a code the table does not know stays readable', () => {
  expect(tradeCodes().format(['kikai-kako', 'shiage', 'unknown'])).toBe('機械加工;仕上げ;unknown');
});

test.each([
  ['機械加エ', '機械加工'],
  ['機械加工;左菅', '左官'],
])('an unknown trade in %j is refused with the name that was probably meant', (typed, suggestion) => {
  expect(tradeCodes().parse(typed)).toMatchObject({ ok: false, refusal: { kind: 'unknown-code', suggestion } });
});

test('a trade that stands twice, by name and by code, is refused', () => {
  expect(tradeCodes().parse('機械加工;kikai-kako')).toMatchObject({ ok: false, refusal: { kind: 'repeated' } });
});

test.each(['352039', '３５２０３９', '352039 山口市', '352039　山口市'])(
  'reads the municipality %j as the form offers it',
  (typed) => {
    expect(namedMunicipality().parse(typed)).toEqual({ ok: true, value: '352039' });
  },
);

test('a municipality without its code is refused', () => {
  expect(namedMunicipality().parse('山口市')).toMatchObject({ ok: false, refusal: { kind: 'not-a-code' } });
});

test.each([
  ['1955', 1955],
  ['１９５５年', 1955],
  ['昭和30年', 1955],
  ['S30', 1955],
  ['平成元年', 1989],
  ['昭和64', 1989],
])('reads the birth year %j as %i [FRM-10]', (typed, year) => {
  expect(birthYear().parse(typed)).toEqual({ ok: true, value: year });
});

test.each([
  ['昭和65年', { kind: 'wrong-era', value: '昭和65年', rightEra: '平成2年' }],
  ['55', { kind: 'year-out-of-range', value: '55', first: 1900, last: 2100 }],
  ['元年', { kind: 'year-out-of-range', value: '元年', first: 1900, last: 2100 }],
  ['1955-04-01', { kind: 'not-a-whole-number', value: '1955-04-01' }],
  ['昭和', { kind: 'not-a-whole-number', value: '昭和' }],
])('refuses the birth year %j', (typed, refusal) => {
  expect(birthYear().parse(typed)).toEqual({ ok: false, refusal });
});

test.each([
  ['可', true],
  ['否', false],
])('公開 %s is %s and is written back', (word, agreed) => {
  expect(consent().parse(word)).toEqual({ ok: true, value: agreed });
  expect(consent().format(agreed)).toBe(word);
});

test('公開 takes no third word', () => {
  expect(consent().parse('要相談')).toMatchObject({
    ok: false,
    refusal: { kind: 'not-a-choice', choices: ['可', '否'] },
  });
});
