import { expect, test } from 'vitest';
import {
  anOrganization,
  aRequest,
  registerInstructor,
  registerOrganization,
} from '#dispatch/dispatch-fixture.server.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { organizationRecords } from './organization-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

const create = (number: string, key?: string) =>
  organizationRecords.create(desk.context(), { input: anOrganization({ number }), key, fiscalYear });
const change = (id: string, phone: string, version = 1) =>
  organizationRecords.update(desk.context(), { id, version, input: anOrganization({ phone }), fiscalYear });
const importFax = (fax: string) =>
  organizationRecords.importAll(desk.context(), [{ line: 2, input: anOrganization({ fax }) }], {
    fiscalYear,
    dryRun: false,
    absentKeys: ['phone'],
  });

test('a form sent twice at the same moment with one key makes one record, and both answers are equal [FRM-34]', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => create('O-001', 'once')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.ok).toBe(true);
  expect(await desk.asOwner('select number, version from organization')).toEqual([{ number: 'O-001', version: 1 }]);
});

test('of people who give one number at the same moment one gets it, and the others are told that it is taken', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => create('O-001')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toEqual({ ok: false, refusal: { kind: 'number-taken', number: 'O-001' } });
  }
});

test('of two changes on one version one is kept, and the other gets Conflict', async () => {
  const id = await registerOrganization(desk.context());
  const answers = await Promise.allSettled(['083-000-0001', '083-000-0002'].map((phone) => change(id, phone)));
  const [kept] = answers.flatMap((answer, index) => (answer.status === 'fulfilled' ? [index] : []));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []))).toEqual([
    expect.any(Conflict),
  ]);
  const stored = await organizationRecords.get(desk.context(), id);
  expect([stored.version, stored.input.phone]).toEqual([2, `083-000-000${(kept ?? -1) + 1}`]);
});

test('30 changes of two kinds at the same moment keep the chain of the log whole, without a gap [SEC-11]', async () => {
  const changes = Array.from({ length: 15 }, (_, index) => [
    create(`O-${index}`),
    registerInstructor(desk.context(), { number: `M-${index}` }),
  ]);
  await Promise.all(changes.flat());
  const rows = await desk.asOwner('select sequence::integer as sequence from audit_entry order by sequence');
  expect(rows).toEqual(Array.from({ length: 30 }, (_, index) => ({ sequence: index + 1 })));
  expect(await findBrokenLink(desk.context().db)).toBeUndefined();
});

test('of an import and a change at the same moment both stand in the record, or the change gets Conflict', async () => {
  const id = await registerOrganization(desk.context());
  for (let round = 0; round < 10; round += 1) {
    const { version } = await organizationRecords.get(desk.context(), id);
    const phone = `083-000-01${round}`;
    const [changed] = await Promise.allSettled([change(id, phone, version), importFax(`083-000-02${round}`)]);
    const { input } = await organizationRecords.get(desk.context(), id);
    if (changed.status === 'fulfilled') expect(input.phone).toBe(phone);
    else expect(changed.reason).toBeInstanceOf(Conflict);
  }
  const history = (await organizationRecords.get(desk.context(), id)).history.toReversed();
  const steps = history.slice(1).map(({ before }, index) => [before, history[index]?.after]);
  for (const [before, previous] of steps) expect(before).toEqual(previous);
});

test('a host that is deleted while a request for it is entered has no request afterwards', async () => {
  for (let round = 0; round < 10; round += 1) {
    const number = `O-${round}`;
    const id = await registerOrganization(desk.context(), { number });
    const input = aRequest({ number: `R-${round}`, organizationNumber: number });
    const [deleted, entered] = await Promise.all([
      organizationRecords.remove(desk.context(), { id, version: 1, reason: '閉鎖' }),
      requestRecords.create(desk.context(), { input, fiscalYear }),
    ]);
    expect([deleted.ok, entered.ok].filter(Boolean)).toHaveLength(1);
  }
});
