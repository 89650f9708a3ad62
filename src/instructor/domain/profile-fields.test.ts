import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { checkProfile, decideConsents, profileFields, type InstructorProfile } from './profile-fields.ts';

const today = plainDate('2022-11-30');

function profileOf(texts: Readonly<Record<string, string>>): InstructorProfile {
  const parsed = parseFields(profileFields, texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value as InstructorProfile;
}

test.each([
  [{}, undefined],
  [{ nameOn: '2022-04-01', nameUntil: '2023-03-31' }, undefined],
  [{ nameOn: '2022-04-01' }, ['nameUntil', 'needed-when']],
  [{ nameUntil: '2023-03-31' }, ['nameOn', 'needed-when']],
  [{ nameOn: '2022-12-01', nameUntil: '2023-03-31' }, ['nameOn', 'in-the-future']],
  [{ nameOn: '2022-04-01', nameUntil: '2022-04-01' }, ['nameUntil', 'not-after']],
  [{ scheme: '都道府県独自の制度' }, ['schemeName', 'needed-when']],
  [{ scheme: '都道府県独自の制度', schemeName: '架空県マイスター' }, undefined],
  [{ scheme: '厚生労働省の制度', schemeName: '架空県マイスター' }, ['schemeName', 'only-when']],
])('the profile %j is answered with %j', (texts, problem) => {
  const [found] = checkProfile(profileOf(texts), today);
  expect(found && [found.key, found.problem.kind]).toEqual(problem);
});

const given = { item: 'name', consentedOn: plainDate('2022-04-01'), expiresOn: plainDate('2023-03-31') } as const;

test('a consent that is taken out of the form is withdrawn today and not forgotten', () => {
  const withdrawn = decideConsents(profileOf({}), [{ ...given, withdrawnOn: null }], today);
  expect(withdrawn).toEqual([{ ...given, withdrawnOn: today }]);
  const later = decideConsents(profileOf({}), withdrawn, plainDate('2022-12-31'));
  expect(later).toEqual(withdrawn);
});

test('a consent that is given anew counts again', () => {
  const profile = profileOf({ nameOn: '2022-04-01', nameUntil: '2023-03-31' });
  expect(decideConsents(profile, [{ ...given, withdrawnOn: today }], today)).toEqual([{ ...given, withdrawnOn: null }]);
});
