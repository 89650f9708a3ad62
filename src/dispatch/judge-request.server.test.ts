import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { aRequest, registerOrganization, registerRequest } from './dispatch-fixture.server.ts';
import { emptyApplication } from './domain/request-application.ts';
import { dispatchRuleExamples } from './domain/rule-examples.ts';
import { judgeStoredRequest } from './judge-stored-request.server.ts';
import { moveRequest } from './move-request.server.ts';
import { requestEntries } from './request-entries.server.ts';
import { requestRecords } from './request-records.server.ts';
import { addDispatchRule, listDispatchRules } from './set-dispatch-rules.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

async function keepRules(ctx: ReturnType<typeof desk.context>, code: string) {
  const terms = dispatchRuleExamples.find((each) => each.code === code)?.terms;
  if (!terms) throw new Error(code);
  const added = await addDispatchRule(ctx, {
    terms: { ...terms, validFrom: plainDate('2022-04-01') },
    fiscalYear,
    key: undefined,
  });
  expect(added.ok).toBe(true);
}

test('judges a request by the rules of its own corner and of the day it came [domain.md §5.3]', async () => {
  const verdicts = new Map<string, readonly string[]>();
  for (const [corner, code] of [
    ['33', 'okayama'],
    ['32', 'shimane-r5'],
  ] as const) {
    const ctx = desk.context({ role: 'chief', corner });
    await keepRules(ctx, code);
    await registerOrganization(ctx);
    await registerRequest(ctx, { number: 'R-001', receivedOn: plainDate('2022-10-01') });
    const second = await registerRequest(ctx, { number: 'R-002', receivedOn: plainDate('2022-10-02') });
    const { rule, findings } = await judgeStoredRequest(ctx, second);
    expect(rule?.fiscalYear).toBe(2022);
    verdicts.set(
      corner,
      findings.filter(({ verdict }) => verdict === 'not-met').map((finding) => finding.rule),
    );
  }
  expect(Object.fromEntries(verdicts)).toEqual({ '33': ['plan-lead'], '32': ['session-hours', 'times-a-year'] });
});

test('what was withdrawn or rejected uses up neither the times nor the sessions of a year [domain.md §5.3]', async () => {
  const ctx = desk.context({ role: 'chief', corner: '32' });
  await keepRules(ctx, 'shimane-r5');
  await registerOrganization(ctx);
  const dayOf = (day: number) => plainDate(`2022-10-0${day}`);
  const earlier = await registerRequest(ctx, { number: 'R-001', receivedOn: dayOf(1), wishedSessions: 20 });
  const other = await registerRequest(ctx, { number: 'R-002', receivedOn: dayOf(2), wishedSessions: 20 });
  const third = await registerRequest(ctx, { number: 'R-003', receivedOn: dayOf(3) });
  const broken = async () =>
    (await judgeStoredRequest(ctx, third)).findings
      .filter(({ rule, verdict }) => verdict === 'not-met' && ['times-a-year', 'session-cap'].includes(rule))
      .map(({ rule }) => rule);
  expect(await broken()).toEqual(['session-cap', 'times-a-year']);
  for (const [requestId, command] of [
    [earlier, 'withdraw'],
    [other, 'reject'],
  ] as const) {
    const moved = await moveRequest(ctx, { requestId, command, happenedOn: dayOf(4), reason: '都合により' });
    expect(moved.ok).toBe(true);
  }
  expect(await broken()).toEqual([]);
});

test('a corner without rules judges nothing', async () => {
  const ctx = desk.context({ role: 'officer', corner: '34' });
  await registerOrganization(ctx);
  const id = await registerRequest(ctx);
  expect(await judgeStoredRequest(ctx, id)).toEqual({ rule: undefined, findings: [] });
});

test('keeps what the papers say with the request, and the columns of files as they were', async () => {
  const ctx = desk.context({ role: 'officer', corner: '31' });
  await registerOrganization(ctx);
  const told = {
    ...emptyApplication,
    channel: 'fax',
    oldestAge: 36,
    ageReason: '経験が浅い',
    materialsYen: 5000,
  } as const;
  const created = await requestEntries.create(ctx, { input: { ...aRequest(), ...told }, fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { id } = created.value;
  const stored = await requestEntries.get(ctx, id);
  expect(stored.input).toMatchObject(told);
  const file = await requestRecords.get(ctx, id);
  expect(Object.keys(file.input)).not.toContain('oldestAge');
  await requestRecords.update(ctx, { id, version: 1, input: { ...file.input, wishedSessions: 3 }, fiscalYear });
  const again = await requestEntries.get(ctx, id);
  expect(again.input).toMatchObject({ ...told, wishedSessions: 3 });
  await requestEntries.update(ctx, { id, version: 2, input: { ...again.input, ...emptyApplication }, fiscalYear });
  expect((await requestEntries.get(ctx, id)).input).toMatchObject({ ...emptyApplication, wishedSessions: 3 });
});

test('only the chief sets rules, and a second table of the same day counts', async () => {
  const chief = desk.context({ role: 'chief', corner: '30' });
  await keepRules(chief, 'okayama');
  await keepRules(chief, 'yamagata-h30');
  expect((await listDispatchRules(chief, fiscalYear)).map(({ revision }) => revision)).toEqual([2, 1]);
  const officer = desk.context({ role: 'officer', corner: '30' });
  await expect(async () => keepRules(officer, 'okayama')).rejects.toThrow('dispatch-rule.manage');
});
