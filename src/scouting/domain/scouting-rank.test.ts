import { expect, test } from 'vitest';
import { listAreas } from './corner-area.ts';
import { rankScouting } from './scouting-rank.ts';
import type { ShortageCell } from './shortage.ts';

const [east, central] = listAreas('35');
if (!east || !central) throw new Error('corner 35 has areas');

function aCell(changes: Partial<ShortageCell> = {}): ShortageCell {
  const supply = { registered: 0, available: 0, trained: 0, ready: 0 };
  const none = { requests: 0, unserved: 0, unplaced: 0, unplacedSessions: 0, wishes: 0, wishedSessions: 0, ...supply };
  return { tradeCode: 'kikai-kako', area: east as ShortageCell['area'], ...none, ...changes };
}

const nobody = new Set<string>();

test.each([
  [{ requests: 0, unserved: 0, ready: 0 }, false, undefined],
  [{ requests: 1, unserved: 0, ready: 0 }, false, 1],
  [{ requests: 1, unserved: 1, ready: 0 }, false, 3],
  [{ requests: 3, unserved: 2, ready: 0 }, false, 7],
  [{ requests: 3, unserved: 2, ready: 1 }, false, 3.5],
  [{ requests: 3, unserved: 2, ready: 2 }, false, 2.3],
  [{ requests: 0, unserved: 0, ready: 0 }, true, 1],
  [{ requests: 0, unserved: 0, ready: 2 }, true, 0.3],
  [{ requests: 3, unserved: 2, ready: 1 }, true, 4],
  [{ requests: 0, unserved: 0, ready: 0, wishes: 2, wishedSessions: 9 }, false, 2],
  [{ requests: 1, unserved: 1, ready: 1, wishes: 2 }, true, 3],
  [{ requests: 1, unserved: 1, unplaced: 1, unplacedSessions: 4, ready: 0 }, false, 5],
  [{ requests: 2, unserved: 2, unplaced: 1, unplacedSessions: 1, ready: 1 }, true, 4.5],
] as const)(
  '%j with priority %s scores %s: (requests + 2 × unserved + 2 × unplaced + wishes + priority) ÷ (ready + 1) [Y4-02]',
  (figures, has, score) => {
    const [rank] = rankScouting([aCell(figures)], new Set(has ? ['kikai-kako'] : []));
    expect(rank?.score).toBe(score);
  },
);

test('of equal scores more unserved requests come first, then fewer ready people', () => {
  const served = aCell({ tradeCode: 'a', requests: 3 });
  const waiting = aCell({ tradeCode: 'b', requests: 1, unserved: 1 });
  const shared = aCell({ tradeCode: 'c', requests: 2, unserved: 2, ready: 1 });
  const alone = aCell({ tradeCode: 'd', requests: 1, unserved: 1, registered: 4 });
  const order = rankScouting([served, alone, waiting, shared], nobody).map(({ cell }) => cell.tradeCode);
  expect(order).toEqual(['c', 'b', 'd', 'a']);
});

test('a place outside the prefecture is never proposed, whatever it asks for', () => {
  const outside = { code: 'outside', name: '県外', municipalities: [] };
  expect(rankScouting([aCell({ area: outside, requests: 9, unserved: 9 })], nobody)).toEqual([]);
});
