import { expect, test } from 'vitest';
import { planStates, planCommands, planTable } from '#instruction-plan/domain/instruction-plan.ts';
import { planStoppedTexts } from '#instruction-plan/text.ts';
import { decisionCommands, decisionStates, decisionTable, type DecisionRefusal } from './domain/decision.ts';
import type { DecisionStopped } from './propose-decision.server.ts';
import { decisionStoppedTexts, nextDecisionAct } from './text.ts';

const blocked = decisionStates.flatMap(({ code: state }) =>
  decisionCommands.flatMap((command): DecisionRefusal[] => {
    const cell = decisionTable[state][command];
    return 'no' in cell ? [{ kind: 'not-possible', command, state, why: cell.no }] : [];
  }),
);
const locked = planStates.flatMap(({ code }) =>
  planCommands.flatMap((command): DecisionStopped[] => {
    const cell = planTable[code][command];
    return 'no' in cell ? [{ kind: 'locked', why: cell.no }] : [];
  }),
);

test('every refusal of a draft has its sentence with what to do, and blames nobody [FRM-32]', () => {
  const stopped: readonly DecisionStopped[] = [
    ...blocked,
    ...locked,
    { kind: 'not-your-turn', waitsFor: '架空 花子' },
    { kind: 'not-on-route', waitsFor: '架空 花子' },
    { kind: 'drafter-only', drafterName: '架空 次郎' },
    { kind: 'reason-missing', command: 'return' },
    { kind: 'reason-too-long', limit: 500, length: 501 },
    { kind: 'moved-meanwhile', state: 'returned' },
    { kind: 'nobody-on-route' },
    { kind: 'route-too-long', limit: 5, length: 6 },
    { kind: 'twice-on-route', name: '架空 花子' },
    { kind: 'drafter-on-route', name: '架空 花子' },
    { kind: 'not-entitled' },
    { kind: 'no-plan' },
    { kind: 'request-ended' },
    { kind: 'no-session' },
    { kind: 'too-many-sessions', limit: 100, count: 101 },
    { kind: 'incomplete', sessions: [{ position: 2, missing: ['startsAt', 'content'] }] },
    { kind: 'wrong-stage', command: 'approve', stage: 'matching', why: 'too-early' },
  ];
  expect(blocked.length).toBeGreaterThan(8);
  for (const each of stopped) {
    const texts = decisionStoppedTexts(each);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).toMatch(/ください/u);
      expect(text).not.toMatch(/undefined|不正|無効|null|\[object/u);
    }
  }
  expect(
    planStoppedTexts({ kind: 'incomplete', sessions: [{ position: 2, missing: ['startsAt', 'content'] }] }),
  ).toEqual(['第2回の開始・内容が入力されていません。起案の前に計画書に入力してください。']);
});

test('every state of a draft says what happens next', () => {
  const acts = decisionStates.map(({ code }) => nextDecisionAct(code, '架空 花子'));
  expect(new Set(acts).size).toBe(decisionStates.length);
  expect(acts[0]).toContain('架空 花子さん');
});
