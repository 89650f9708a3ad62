import { expect, test } from 'vitest';
import { aRequest, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { dispatchRuleExamples } from '#dispatch/domain/rule-examples.ts';
import { judgeStoredRequest } from '#dispatch/judge-stored-request.server.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { addDispatchRule } from '#dispatch/set-dispatch-rules.server.ts';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { newRate } from './expense-fixture.server.ts';
import { addRate } from './set-rates.server.ts';

const desk = useTestDatabase();
const chief = () => desk.context({ role: 'chief' });

/** How an estimate for 5 persons and 2 sessions, received on 2022-11-01, is judged. */
async function judge(number: string, program: Program, materialsYen: number) {
  const input = { ...aRequest({ number, program, wishedSessions: 2 }), ...emptyApplication, materialsYen };
  const created = await requestEntries.create(desk.context(), { input, fiscalYear: 2022 });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { findings } = await judgeStoredRequest(desk.context(), created.value.id);
  return findings.find(({ rule }) => rule === 'material');
}

test('the estimate of a request is judged by the 単価表 that prices its claims, as it held when the request came [domain.md §5.3]', async () => {
  await registerOrganization(desk.context());
  const [example] = dispatchRuleExamples;
  if (!example) throw new Error('no example');
  const terms = { ...example.terms, validFrom: plainDate('2022-04-01') };
  await addDispatchRule(chief(), { terms, fiscalYear: 2022, key: undefined });
  expect(await judge('R-0', 'practical-instruction', 999_999)).toMatchObject({ verdict: 'met', limit: null });
  const rate = newRate();
  await addRate(chief(), { rate, key: undefined });
  const materialCapYen = { ...rate.materialCapYen, 'practical-instruction': yenOf(1) };
  const later = { ...rate, basis: '翌日から', validFrom: plainDate('2022-11-02'), materialCapYen };
  await addRate(chief(), { rate: later, key: undefined });
  expect(await judge('R-1', 'practical-instruction', 20_000)).toMatchObject({ verdict: 'met', source: rate.basis });
  expect(await judge('R-2', 'practical-instruction', 20_001)).toMatchObject({
    verdict: 'not-met',
    limit: { yen: 2000, total: 20_000 },
  });
  expect(await judge('R-3', 'medalist-talk', 1)).toMatchObject({ verdict: 'not-met', limit: { yen: 0, total: 0 } });
});
