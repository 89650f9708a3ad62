import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import {
  batchCommands,
  batchStates,
  batchTransitions,
  decideBatchCommand,
  decideReceipt,
  decideRemoval,
  decideSending,
  noticeDeadline,
} from './batch.ts';

const day = plainDate;
const today = day('2022-11-30');

test('every state takes exactly these commands [Y5-14]', () => {
  const taken = batchStates.map((state) =>
    batchCommands.filter((command) => decideBatchCommand({ state }, command).ok),
  );
  expect(taken).toEqual([['change', 'add', 'take', 'send', 'remove'], ['record-receipt'], []]);
});

test('no command leads out of the table, and a sent bundle is never open again', () => {
  for (const state of batchStates) {
    for (const command of batchCommands) {
      const cell = batchTransitions[state][command];
      if ('to' in cell && state !== 'open') expect(cell.to).toBe('received');
      if ('to' in cell) expect([...batchStates, 'gone']).toContain(cell.to);
    }
  }
});

test.each([
  ['open', 3, '2022-11-30', undefined],
  ['open', 1, '2022-11-01', undefined],
  ['open', 0, '2022-11-30', 'empty'],
  ['open', 1, '2022-12-01', 'in-the-future'],
  ['sent', 1, '2022-11-30', 'sent-already'],
  ['received', 1, '2022-11-30', 'sent-already'],
] as const)('a bundle that is %s with %i applications and sent on %s: %s', (state, cases, sentOn, refusal) => {
  const decision = decideSending({ state }, { cases, sentOn: day(sentOn), today });
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});

test.each([
  ['sent', '2022-11-20', undefined],
  ['sent', '2022-11-30', undefined],
  ['sent', '2022-11-19', 'before-sending'],
  ['sent', '2022-12-01', 'in-the-future'],
  ['open', '2022-11-30', 'not-sent'],
  ['received', '2022-11-30', 'received-already'],
] as const)('the receipt of a bundle that is %s, on %s: %s', (state, receivedOn, refusal) => {
  const decision = decideReceipt({ state, sentOn: day('2022-11-20') }, { receivedOn: day(receivedOn), today });
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});

test('only an open bundle without applications can be deleted', () => {
  expect(decideRemoval({ state: 'open' }, 0).ok).toBe(true);
  expect(decideRemoval({ state: 'open' }, 2)).toMatchObject({ refusal: { kind: 'not-empty', cases: 2 } });
  expect(decideRemoval({ state: 'sent' }, 0)).toMatchObject({ refusal: { kind: 'sent-already' } });
});

test.each([
  ['2022-12-15', undefined],
  ['2022-12-14', { kind: 'near', days: 14 }],
  ['2022-12-01', { kind: 'near', days: 1 }],
  ['2022-11-30', { kind: 'today' }],
  ['2022-11-29', { kind: 'overdue', days: 1 }],
])('on 30 November a deadline of %s asks for %j', (deadline, notice) => {
  expect(noticeDeadline({ state: 'open', deadlineOn: day(deadline) }, today)).toEqual(notice);
  expect(noticeDeadline({ state: 'sent', deadlineOn: day(deadline) }, today)).toBeUndefined();
});
