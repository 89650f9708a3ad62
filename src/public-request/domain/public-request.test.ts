import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { createFloodGate } from './flood-gate.ts';
import {
  applicationCommands,
  applicationStates,
  moveApplication,
  publicRequestFields,
  publicRequestGroups,
} from './public-request.ts';

const fields = publicRequestFields('35', plainDate('2022-11-30'));

test('every field of the form stands in one part of it', () => {
  const shown = publicRequestGroups.flatMap(({ keys }) => [...keys] as string[]);
  expect(shown.toSorted()).toEqual(fields.map(({ key }) => key).toSorted());
});

test('asks for the least: host, contact, training, declaration [FRM-20]', () => {
  const parsed = parseFields(fields, {});
  expect(parsed.ok ? [] : parsed.refusal.map(({ key }) => key)).toEqual([
    'kind',
    'name',
    'contactName',
    'contactPhone',
    'contactEmail',
    'program',
    'wishedSessions',
    'expectedTrainees',
    'candidateDates',
    'otherSubsidy',
    'municipalityCode',
    'tradeCode',
    'declaration',
  ]);
});

test.each(applicationStates.flatMap(({ code }) => applicationCommands.map((command) => [code, command] as const)))(
  'from %s by %s',
  (state, command) => {
    const settled = { settledBy: '架空 花子', settledAt: '2022-11-30T01:00:00Z' };
    const moved = moveApplication({ state, ...settled }, { command, reason: '対象外' });
    const allowed: Readonly<Record<string, string>> = {
      'new take': 'taken',
      'new refuse': 'refused',
      'new mark-spam': 'spam',
      'spam restore': 'new',
    };
    const next = allowed[`${state} ${command}`];
    expect(moved).toEqual(
      next ? { ok: true, value: next } : { ok: false, refusal: { kind: 'not-now', state, ...settled } },
    );
  },
);

test('nobody is refused without a reason', () => {
  expect(
    moveApplication({ state: 'new', settledBy: null, settledAt: null }, { command: 'refuse', reason: ' ' }),
  ).toMatchObject({
    refusal: { kind: 'reason-missing' },
  });
});

test('an address sends so many an hour, and others are not kept waiting [SEC-08]', () => {
  const gate = createFloodGate({ perAddress: 2, windowMs: 1000, addresses: 2 });
  expect([0, 1, 2].map((at) => gate.take('10.0.0.1', at))).toEqual([true, true, false]);
  expect(gate.take('10.0.0.2', 3)).toBe(true);
  expect(gate.take('10.0.0.1', 1000)).toBe(true);
  expect(gate.take('10.0.0.1', 1000)).toBe(false);
});

test('no more addresses are remembered than the limit says', () => {
  const gate = createFloodGate({ perAddress: 1, windowMs: 1000, addresses: 2 });
  for (const address of ['a', 'b', 'c']) expect(gate.take(address, 0)).toBe(true);
  expect(gate.take('c', 1)).toBe(false);
  expect(gate.take('a', 1)).toBe(true);
});
