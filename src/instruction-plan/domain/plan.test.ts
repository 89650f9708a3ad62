import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import {
  checkCompleteness,
  movePlan,
  planCommands,
  planStates,
  planTable,
  type PlanState,
} from './instruction-plan.ts';
import {
  checkSession,
  followVisits,
  movedSessions,
  totalMaterialYen,
  type PlannedVisitFacts,
  type PlanSession,
} from './plan-session.ts';

const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;

const session = (changes: Partial<PlanSession> = {}): PlanSession => ({
  visitId: null,
  heldOn: monday,
  startsAt: '13:30',
  endsAt: '15:30',
  place: '本社工場',
  instructorNumber: 'M-001',
  content: '段取り',
  task: null,
  material: null,
  materialYen: null,
  ...changes,
});

const visit = (changes: Partial<PlannedVisitFacts> = {}): PlannedVisitFacts => ({
  visitId: 'v1',
  visitOn: tuesday,
  startsAt: '10:00',
  endsAt: '12:00',
  instructorNumber: 'M-001',
  ...changes,
});

test('a plan goes from draft to proposed to decided, and what was decided is not written again [DOC-09]', () => {
  const ways = planStates.map(({ code }) => [
    code,
    planCommands.flatMap((command) => {
      const moved = movePlan(code, command);
      return moved.ok ? [`${command} ${moved.value}`] : [];
    }),
  ]);
  expect(Object.fromEntries(ways)).toEqual({
    draft: ['save draft', 'propose proposed'],
    proposed: ['give-back draft', 'decide decided'],
    decided: ['replace replaced'],
    replaced: [],
  });
});

test('no sequence of commands leaves the table, and a decided plan is saved no more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...planCommands), { maxLength: 40 }), (commands) => {
      let state: PlanState = 'draft';
      let wasDecided = false;
      for (const command of commands) {
        const moved = movePlan(state, command);
        const cell = planTable[state][command];
        expect(moved.ok).toBe('to' in cell);
        if (!moved.ok) continue;
        if (wasDecided) expect(command).toBe('replace');
        state = moved.value;
        wasDecided ||= state === 'decided';
      }
    }),
  );
});

test('a plan is decided when every session has hours, place, content and instructor', () => {
  expect(checkCompleteness([session()])).toMatchObject({ ok: true });
  expect(checkCompleteness([])).toMatchObject({ refusal: { kind: 'no-session' } });
  expect(checkCompleteness([session(), session({ startsAt: null, content: null })])).toEqual({
    ok: false,
    refusal: { kind: 'incomplete', sessions: [{ position: 2, missing: ['startsAt', 'content'] }] },
  });
});

test('a session ends after it begins', () => {
  expect(checkSession(session())).toEqual([]);
  expect(checkSession(session({ endsAt: null }))).toEqual([]);
  expect(checkSession(session({ endsAt: '13:30' }))).toMatchObject([{ key: 'endsAt', problem: { kind: 'not-after' } }]);
});

test('a plan follows the calendar: days and hours of its visits, further visits, and nothing that was written is lost', () => {
  const written = session({ visitId: 'v1', task: '課題1' });
  const free = session({ heldOn: plainDate('2022-12-09') });
  const later = visit({ visitId: 'v2', visitOn: plainDate('2022-12-07') });
  const followed = followVisits([free, written], [visit(), later], { place: '本社', content: null });
  expect(followed.map(({ heldOn, visitId, task, place }) => [heldOn, visitId, task, place])).toEqual([
    [tuesday, 'v1', '課題1', '本社工場'],
    ['2022-12-07', 'v2', null, '本社'],
    ['2022-12-09', null, null, '本社工場'],
  ]);
  expect(movedSessions([free, written], [visit(), later])).toEqual([2]);
  expect(movedSessions(followed, [visit(), later])).toEqual([]);
});

test('the cost of the material is the sum of the sessions', () => {
  expect(totalMaterialYen([session({ materialYen: 1200 }), session(), session({ materialYen: 800 })])).toBe(2000);
});
