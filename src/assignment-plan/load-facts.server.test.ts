import { expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { newRate } from '#expense/expense-fixture.server.ts';
import { setBudget } from '#expense/set-budget.server.ts';
import { addRate } from '#expense/set-rates.server.ts';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { setTravelRule } from '#schedule/travel-rules.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { loadPlanningFacts } from './load-facts.server.ts';

const desk = useTestDatabase();

test('a calculation reads what is open, planned and left: sessions by month, targets and travel', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  await registerInstructor(ctx, { municipalityCode: '352012' });
  const requestId = await registerRequest(ctx, { wishedSessions: 3, priority: 1 });
  await registerRequest(ctx, { number: 'R-002', wishedSessions: 1 });
  await desk.asOwner(`update request set stage = 'waitlisted' where number = 'R-002'`);
  await registerVisit(ctx, { requestNumber: 'R-001', visitOn: plainDate('2022-12-05'), status: 'planned' });
  const { travel, ...rate } = newRate();
  await addRate(ctx, { rate: { ...rate, travel: { ...travel, fares: { '352039': yenOf(2400) } } }, key: undefined });
  const nothing = { honorarium: null, material: null, 'text-writing': null };
  await setBudget(ctx, { fiscalYear: 2022, version: 0, amounts: { ...nothing, travel: yenOf(10_000) } });
  const travelling = { validFrom: plainDate('2022-11-01'), kilometresAnHour: 30, extraMinutes: 45, basis: '所内会議' };
  const later = { ...travelling, validFrom: plainDate('2023-02-01'), kilometresAnHour: 20 };
  for (const rule of [travelling, later]) await setTravelRule(desk.context({ role: 'chief' }), rule);
  const base = await ensureBasePlan(ctx, 2022);
  const plan = { ...base, settings: { ...base.settings, targets: { 'visits.sme': 5 } } };
  const facts = await loadPlanningFacts(ctx, { plan, base: undefined });
  expect(facts.requests).toMatchObject([{ id: requestId, openSessions: 2, priority: 1, line: 'visits.sme', team: 1 }]);
  expect(facts).toMatchObject({
    from: '2022-11-30',
    until: '2023-03-31',
    committed: { '2022-12': 1 },
    missing: { 'visits.sme': 4, 'visits.school': 0 },
    budgetYen: 7600,
    travel: [later, travelling],
  });
  expect(facts.instructors).toMatchObject([{ planned: 1, held: 0, isExtra: false }]);
  const freed = await loadPlanningFacts(ctx, {
    plan: { ...plan, settings: { ...plan.settings, moveAgreed: true } },
    base: undefined,
  });
  expect(freed).toMatchObject({ committed: { '2022-12': 0 }, missing: { 'visits.sme': 5 }, budgetYen: 10_000 });
  expect(freed.held).toMatchObject([{ requestId, day: '2022-12-05', hold: 10 }]);
});
