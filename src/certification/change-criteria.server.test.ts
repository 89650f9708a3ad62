import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anApplication } from './case-fixture.ts';
import { certificationRecords } from './certification-records.server.ts';
import { dropCriteria, setCriteria } from './change-criteria.server.ts';
import type { CertificationCriteriaInput } from './domain/criteria-fields.ts';
import { listCriteria } from './list-criteria.server.ts';
import { getCertification } from './read-case.server.ts';

const desk = useTestDatabase();
const chief = () => desk.context({ role: 'chief' });

const criteria: CertificationCriteriaInput = {
  name: '11月改定の基準',
  validFrom: plainDate('2022-11-01'),
  validUntil: null,
  bases: ['top-grade', 'equal-skill'],
  practiceYears: 20,
  practiceAfterBasis: true,
  instructionYears: 0,
  chiefJudges: false,
  divisions: ['standard'],
  source: '通知',
};

async function judgePractice(): Promise<string | undefined> {
  const created = await certificationRecords.create(desk.context(), { input: anApplication(), fiscalYear: 2022 });
  const { verdicts } = await getCertification(desk.context(), created.ok ? created.value.id : '');
  return verdicts.find(({ criterion }) => criterion === 'practice')?.answer;
}

test("an application is judged by the corner's own criteria from their day on", async () => {
  await setCriteria(chief(), { input: criteria });
  expect(await judgePractice()).toBe('not-met');
  const { all, current } = await listCriteria(desk.context());
  expect(all.map(({ code }) => code)).toEqual(['v3', '11月改定の基準', 'v2', 'v1']);
  expect(current).toMatchObject({ code: '11月改定の基準', bases: [{ judged: false }, { judged: true }] });
});

test('dropped criteria give way to the published ones, and their day can be used again', async () => {
  await setCriteria(chief(), { input: criteria });
  await dropCriteria(chief(), { validFrom: criteria.validFrom, version: 1, reason: '誤って登録' });
  expect(await judgePractice()).toBe('met');
  expect((await setCriteria(chief(), { input: criteria })).ok).toBe(true);
});

test('criteria of a day are changed on the version that was seen, and not set twice', async () => {
  await setCriteria(chief(), { input: criteria });
  expect(await setCriteria(chief(), { input: criteria })).toMatchObject({ refusal: { kind: 'criteria-taken' } });
  expect((await setCriteria(chief(), { input: { ...criteria, practiceYears: 10 }, version: 1 })).ok).toBe(true);
  await expect(setCriteria(chief(), { input: criteria, version: 1 })).rejects.toThrow(Conflict);
});

test('the last day is not before the first', async () => {
  const input = { ...criteria, validUntil: plainDate('2022-10-31') };
  expect(await setCriteria(chief(), { input })).toMatchObject({ refusal: { kind: 'fields' } });
});

test('only the chief changes criteria, and another corner keeps its own', async () => {
  for (const role of ['officer', 'auditor', 'center'] as const)
    await expect(async () => setCriteria(desk.context({ role }), { input: criteria })).rejects.toThrow(Forbidden);
  await setCriteria(chief(), { input: criteria });
  const { current } = await listCriteria(desk.context({ corner: '34' }));
  expect(current?.code).toBe('v2');
});
