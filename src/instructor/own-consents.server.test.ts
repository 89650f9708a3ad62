import { expect, test } from 'vitest';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { ConsentChoices } from './domain/own-consents.ts';
import { getProfile, saveProfile } from './instructor-profile.server.ts';
import { changeOwnConsents, getOwnConsents } from './own-consents.server.ts';

const desk = useTestDatabase();
const nothing: ConsentChoices = { name: null, trades: null, employer: null, introduction: null, municipality: null };
const choices: ConsentChoices = { ...nothing, name: plainDate('2023-03-31') };

/** The person at their own pages. */
function personAt(instructorId: string, today = '2022-11-30') {
  const ctx = desk.context({ role: 'instructor', today });
  return { ...ctx, actor: { ...ctx.actor, id: instructorId, name: '架空 太郎', instructorId } };
}

const lastEntry = async (id: string) => (await listHistory(desk.context().db, { kind: 'instructor', id }))[0];

test('the person agrees and withdraws, and the log says that it was they [SEC-11]', async () => {
  const instructorId = await registerInstructor(desk.context());
  const own = personAt(instructorId);
  expect(await changeOwnConsents(own, { instructorId, version: 0, choices })).toEqual({
    ok: true,
    value: { changed: 1 },
  });
  const { version, items } = await getOwnConsents(own, instructorId);
  expect(version).toBe(1);
  expect(items.find(({ item }) => item === 'name')).toMatchObject({
    value: '架空 太郎',
    consent: { consentedOn: '2022-11-30', expiresOn: '2023-03-31', enteredBy: '架空 太郎', onBehalf: false },
  });
  expect(await lastEntry(instructorId)).toMatchObject({
    action: 'consented',
    actorName: '架空 太郎',
    after: {
      consents: ['氏名：同意あり（2022/11/30（水）〜2023/03/31（金））'],
      enteredBy: '本人',
    },
  });
  const later = personAt(instructorId, '2022-12-15');
  await changeOwnConsents(later, { instructorId, version: 1, choices: nothing });
  expect((await getProfile(desk.context(), instructorId)).consents).toMatchObject([{ withdrawnOn: '2022-12-15' }]);
});

test('what staff enter for the person is told so, on their form as on the own pages [SEC-11]', async () => {
  const instructorId = await registerInstructor(desk.context());
  const { profile } = await getProfile(desk.context(), instructorId);
  const agreed = { ...profile, nameOn: plainDate('2022-11-01'), nameUntil: plainDate('2023-03-31') };
  await saveProfile(desk.context(), { id: instructorId, version: 0, profile: agreed });
  expect(await lastEntry(instructorId)).toMatchObject({
    action: 'consented',
    after: { consents: ['氏名：同意あり（2022/11/01（火）〜2023/03/31（金））'], onBehalfOf: '架空 太郎' },
  });
  expect((await getProfile(desk.context(), instructorId)).consents).toMatchObject([
    { enteredBy: desk.context().actor.name, onBehalf: true },
  ]);
  await changeOwnConsents(desk.context(), { instructorId, version: 1, choices: nothing });
  expect((await lastEntry(instructorId))?.after).toMatchObject({ onBehalfOf: '架空 太郎' });
});

test('a save of staff leaves untouched what the person agreed to', async () => {
  const instructorId = await registerInstructor(desk.context());
  await changeOwnConsents(personAt(instructorId), { instructorId, version: 0, choices });
  const { profile } = await getProfile(desk.context(), instructorId);
  await saveProfile(desk.context(), { id: instructorId, version: 1, profile: { ...profile, grade: 'first' } });
  expect((await getProfile(desk.context(), instructorId)).consents).toMatchObject([{ onBehalf: false }]);
  expect((await lastEntry(instructorId))?.action).toBe('updated');
});

test('a form of before somebody else saved writes nothing, nor does a day that is not offered', async () => {
  const instructorId = await registerInstructor(desk.context());
  const own = personAt(instructorId);
  await expect(changeOwnConsents(own, { instructorId, version: 1, choices })).rejects.toThrow(Conflict);
  const odd = { ...nothing, name: plainDate('2030-01-01') };
  expect(await changeOwnConsents(own, { instructorId, version: 0, choices: odd })).toMatchObject({ ok: false });
  expect((await getOwnConsents(own, instructorId)).version).toBe(0);
});

test('nobody agrees for another instructor, and a neighbour corner finds nobody [SEC-13]', async () => {
  const instructorId = await registerInstructor(desk.context());
  const stranger = personAt('00000000-0000-0000-0000-000000000009');
  await expect(getOwnConsents(stranger, instructorId)).rejects.toThrow(Forbidden);
  expect(() => changeOwnConsents(stranger, { instructorId, version: 0, choices })).toThrow(Forbidden);
  for (const role of ['clerk', 'coordinator', 'auditor', 'center'] as const)
    expect(() => changeOwnConsents(desk.context({ role }), { instructorId, version: 0, choices })).toThrow(Forbidden);
  const neighbour = desk.context({ corner: '34' });
  await expect(changeOwnConsents(neighbour, { instructorId, version: 0, choices })).rejects.toThrow(NotFound);
});
