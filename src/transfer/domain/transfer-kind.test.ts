import { expect, test } from 'vitest';
import { laterKinds, parseTransferKind, transferKinds } from './transfer-kind.ts';

test('every kind of this version is found by its contract name [contract.md §3]', () => {
  expect(transferKinds.map(({ name }) => parseTransferKind(name).ok)).toEqual(transferKinds.map(() => true));
});

test('a kind of the contract that comes later is told apart from a word that is none [contract.md §3]', () => {
  expect(laterKinds.map((name) => parseTransferKind(name))).toEqual(
    laterKinds.map((name) => ({ ok: false, refusal: { kind: 'later-kind', name } })),
  );
});

test.for([
  ['organisations', 'organizations'],
  ['visit', 'visits'],
  ['planitems', 'plan-items'],
  ['', undefined],
  ['派遣先', undefined],
] as const)('the unknown word 「%s」 is refused with the nearest kind', ([name, suggestion]) => {
  expect(parseTransferKind(name)).toEqual({ ok: false, refusal: { kind: 'unknown-kind', name, suggestion } });
});
