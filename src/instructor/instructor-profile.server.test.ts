import { expect, test } from 'vitest';
import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { useTestDatabase } from '../../test/database.ts';
import { profileFields, type InstructorProfile } from './domain/profile-fields.ts';
import { getProfile, saveProfile } from './instructor-profile.server.ts';

const desk = useTestDatabase();

const person = '00000000-0000-0000-0000-000000000001';

async function register(id = person, kind = 'skilled-worker'): Promise<void> {
  await desk.asOwner(`insert into instructor
    (corner_code, instructor_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
    values ('35', '${id}', '${id}', '${kind}', '架空 太郎', 'カクウ タロウ', '352039', '', '');
    insert into instructor_trade (corner_code, instructor_id, trade_code) values ('35', '${id}', 'sakan')`);
}

function profileOf(texts: Readonly<Record<string, string>>): InstructorProfile {
  const parsed = parseFields(profileFields, texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value as InstructorProfile;
}

const filled = {
  scheme: '都道府県独自の制度',
  schemeName: '架空県マイスター',
  grade: '1級',
  practiceFrom: '1990-04-01',
  contest: '技能グランプリ',
  contestPlace: '2位（銀賞）',
  introduction: '左官の塗り壁を教えます。\n道具の手入れも扱います。',
  nameOn: '2022-04-01',
  nameUntil: '2023-03-31',
};

test('a profile is blank at first, and comes back as it was saved', async () => {
  await register();
  expect(await getProfile(desk.context(), person)).toMatchObject({ version: 0, profile: profileOf({}), consents: [] });
  const profile = profileOf(filled);
  expect(await saveProfile(desk.context(), { id: person, version: 0, profile })).toEqual({
    ok: true,
    value: { id: person },
  });
  expect(await getProfile(desk.context(), person)).toMatchObject({ version: 1, profile });
});

test('a consent that is taken out stays in the books as withdrawn, and the form no longer shows it', async () => {
  await register();
  await saveProfile(desk.context(), { id: person, version: 0, profile: profileOf(filled) });
  const later = desk.context({ today: '2022-12-15' });
  await saveProfile(later, { id: person, version: 1, profile: profileOf({}) });
  expect(await getProfile(later, person)).toMatchObject({
    profile: { nameOn: null, nameUntil: null },
    consents: [{ item: 'name', consentedOn: '2022-04-01', expiresOn: '2023-03-31', withdrawnOn: '2022-12-15' }],
  });
});

test('the trades that a Meister of the corner teaches are known', async () => {
  await register();
  expect((await getProfile(desk.context(), person)).tradesWithMeister).toEqual([]);
  await register('00000000-0000-0000-0000-000000000002', 'meister');
  expect((await getProfile(desk.context(), person)).tradesWithMeister).toEqual(['sakan']);
});

test('what is wrong is refused, a lost update is a conflict, and nothing is written', async () => {
  await register();
  const save = (version: number, texts: Readonly<Record<string, string>>) =>
    saveProfile(desk.context(), { id: person, version, profile: profileOf(texts) });
  expect(await save(0, { nameOn: '2022-04-01' })).toMatchObject({ ok: false, refusal: [{ key: 'nameUntil' }] });
  await expect(save(1, {})).rejects.toThrow(Conflict);
  expect((await getProfile(desk.context(), person)).version).toBe(0);
});

test('the history says what was changed [SEC-11]', async () => {
  await register();
  await saveProfile(desk.context(), { id: person, version: 0, profile: profileOf({ grade: '1級' }) });
  const [entry] = await listHistory(desk.context().db, { kind: 'instructor', id: person });
  expect(entry).toMatchObject({
    action: 'updated',
    before: { profile: [] },
    after: { profile: ['技能検定の等級：1級'] },
  });
});

test('another corner sees and writes nothing of it; who may not change instructors may not change it [SEC-13]', async () => {
  await register();
  await saveProfile(desk.context(), { id: person, version: 0, profile: profileOf(filled) });
  const change = { id: person, version: 1, profile: profileOf({}) };
  const neighbour = desk.context({ corner: '34' });
  await expect(getProfile(neighbour, person)).rejects.toThrow(NotFound);
  await expect(saveProfile(neighbour, change)).rejects.toThrow(NotFound);
  for (const role of ['clerk', 'coordinator', 'auditor', 'center', 'instructor'] as const) {
    await expect(async () => saveProfile(desk.context({ role }), change)).rejects.toThrow(Forbidden);
  }
  expect((await getProfile(desk.context(), person)).consents[0]?.withdrawnOn).toBeNull();
});
