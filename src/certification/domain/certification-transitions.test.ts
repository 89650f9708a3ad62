import { expect, test } from 'vitest';
import { certificationCommands, certificationStates } from './certification-state.ts';
import { certificationTransitions, listCommands } from './certification-transitions.ts';

const ways = certificationStates.flatMap((from) =>
  certificationCommands.flatMap((command) => {
    const cell = certificationTransitions[from][command];
    return 'to' in cell ? [`${from} ${command} ${cell.to}`] : [];
  }),
);

test('the table allows these steps and no others [domain.md §4.1]', () => {
  expect(ways).toEqual([
    'scouted start-draft drafting',
    'scouted withdraw withdrawn',
    'drafting receive received',
    'drafting withdraw withdrawn',
    'received call-interview interview',
    'received add-to-batch batched',
    'received return drafting',
    'received withdraw withdrawn',
    'interview pass-interview received',
    'interview return drafting',
    'interview withdraw withdrawn',
    'batched take-from-batch received',
    'batched send sent',
    'sent return returned',
    'sent begin-review under-review',
    'sent withdraw withdrawn',
    'under-review return returned',
    'under-review certify certified',
    'under-review reject rejected',
    'under-review withdraw withdrawn',
    'returned resubmit received',
    'returned withdraw withdrawn',
  ]);
});

test('every state has an answer to every command, and the decided ones take none', () => {
  for (const state of certificationStates)
    expect(Object.keys(certificationTransitions[state]).toSorted()).toEqual([...certificationCommands].toSorted());
  expect((['certified', 'rejected', 'withdrawn'] as const).flatMap((state) => [...listCommands(state)])).toEqual([]);
});
