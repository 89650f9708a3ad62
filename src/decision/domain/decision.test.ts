import { expect, test } from 'vitest';
import {
  decideDecisionStep,
  decisionCommands,
  decisionStates,
  decisionTable,
  listDecisionCommands,
  LONGEST_DECISION_REASON,
  type DecisionFacts,
} from './decision.ts';

const first = { id: 'a', name: '架空 花子', hasApproved: false } as const;
const second = { id: 'b', name: '架空 一郎', hasApproved: false } as const;
const facts = (changes: Partial<DecisionFacts> = {}): DecisionFacts => ({
  state: 'circulating',
  drafterId: 'd',
  drafterName: '架空 次郎',
  route: [first, second],
  ...changes,
});
const step = (command: (typeof decisionCommands)[number], actorId: string, reason: string | null = null) =>
  ({ command, actorId, reason }) as const;

test('every state answers every command, and what is decided or withdrawn takes none [DOC-09]', () => {
  for (const { code } of decisionStates)
    expect(Object.keys(decisionTable[code]).toSorted()).toEqual([...decisionCommands].toSorted());
  for (const state of ['decided', 'withdrawn'] as const)
    for (const command of decisionCommands)
      for (const actor of ['a', 'd'])
        expect(decideDecisionStep(facts({ state }), step(command, actor, '理由'))).toMatchObject({
          refusal: { kind: 'not-possible', why: state },
        });
});

test('approvers are asked in order, and the last one decides [DOC-09]', () => {
  expect(decideDecisionStep(facts(), step('approve', 'b'))).toMatchObject({
    refusal: { kind: 'not-your-turn', waitsFor: first.name },
  });
  expect(decideDecisionStep(facts(), step('approve', 'd'))).toMatchObject({ refusal: { kind: 'not-on-route' } });
  expect(decideDecisionStep(facts(), step('approve', 'a'))).toMatchObject({ value: { state: 'circulating' } });
  const half = facts({ route: [{ ...first, hasApproved: true }, second] });
  expect(decideDecisionStep(half, step('approve', 'a'))).toMatchObject({ refusal: { kind: 'not-your-turn' } });
  expect(decideDecisionStep(half, step('approve', 'b', ' 材料費に注意 '))).toEqual({
    ok: true,
    value: { state: 'decided', reason: '材料費に注意' },
  });
  expect(decideDecisionStep(half, step('return', 'b', '名簿の不足'))).toMatchObject({ value: { state: 'returned' } });
});

test('a return and a withdrawal need a reason; what goes round is taken back by its drafter alone', () => {
  expect(decideDecisionStep(facts(), step('return', 'a', ' '))).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(decideDecisionStep(facts(), step('withdraw', 'd'))).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(decideDecisionStep(facts(), step('withdraw', 'a', '変更'))).toMatchObject({
    refusal: { kind: 'drafter-only', drafterName: '架空 次郎' },
  });
  expect(decideDecisionStep(facts(), step('withdraw', 'd', '変更'))).toMatchObject({ value: { state: 'withdrawn' } });
  const long = '長'.repeat(LONGEST_DECISION_REASON + 1);
  expect(decideDecisionStep(facts(), step('approve', 'a', long))).toMatchObject({
    refusal: { kind: 'reason-too-long', length: LONGEST_DECISION_REASON + 1 },
  });
});

test('what was returned is sent round again or taken back by whoever may draft', () => {
  const returned = facts({ state: 'returned' });
  expect(listDecisionCommands(returned, 'x')).toEqual(['withdraw', 'resubmit']);
  expect(decideDecisionStep(facts(), step('resubmit', 'd'))).toMatchObject({ refusal: { why: 'going-round' } });
  expect(listDecisionCommands(facts(), 'a')).toEqual(['approve', 'return']);
  expect(listDecisionCommands(facts(), 'd')).toEqual(['withdraw']);
  expect(listDecisionCommands(facts(), 'b')).toEqual([]);
});
