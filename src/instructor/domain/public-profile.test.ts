import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { consentState, publicItems, publicProfile, type Consent, type PublicItem } from './public-profile.ts';

const items = { name: '架空 太郎', trades: '左官', employer: '架空左官店', introduction: null, municipality: '山口市' };
const consent = (item: PublicItem, changes: Partial<Consent> = {}): Consent => ({
  item,
  consentedOn: plainDate('2022-04-01'),
  expiresOn: plainDate('2023-03-31'),
  withdrawnOn: null,
  ...changes,
});
const today = plainDate('2022-11-30');

test.each([
  ['2022-03-31', null, 'none'],
  ['2022-04-01', null, 'given'],
  ['2023-03-31', null, 'given'],
  ['2023-04-01', null, 'expired'],
  ['2022-11-29', '2022-11-30', 'given'],
  ['2022-11-30', '2022-11-30', 'withdrawn'],
  ['2023-04-01', '2022-11-30', 'withdrawn'],
])('on %s a consent of 2022-04-01 to 2023-03-31, withdrawn on %s, is %s', (day, withdrawn, state) => {
  const withdrawnOn = withdrawn === null ? null : plainDate(withdrawn);
  expect(consentState(consent('name', { withdrawnOn }), plainDate(day))).toBe(state);
});

test('without a consent nothing is public', () => {
  expect(consentState(undefined, today)).toBe('none');
  expect(publicProfile({ isPublic: true, items }, [], today)).toEqual({});
});

test.each(publicItems)('only %s is public when only that was agreed to', (item) => {
  const shown = publicProfile({ isPublic: null, items }, [consent(item)], today);
  expect(shown).toEqual(items[item] === null ? {} : { [item]: items[item] });
});

test('an expired and a withdrawn item are hidden, the others stay', () => {
  const consents = [
    consent('name', { expiresOn: plainDate('2022-11-29') }),
    consent('trades', { withdrawnOn: plainDate('2022-06-01') }),
    consent('municipality'),
  ];
  expect(publicProfile({ isPublic: true, items }, consents, today)).toEqual({ municipality: '山口市' });
});

test('公開「否」 of the ledger hides every item', () => {
  expect(
    publicProfile(
      { isPublic: false, items },
      publicItems.map((item) => consent(item)),
      today,
    ),
  ).toEqual({});
});
