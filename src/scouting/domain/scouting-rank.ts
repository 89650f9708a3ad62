import type { ShortageCell } from './shortage.ts';

/** 次に開拓する職種と地域. One cell of the board with its place in the order. */
export type ScoutingRank = { readonly cell: ShortageCell; readonly score: number; readonly hasPriority: boolean };

/** What the formula counts an unserved request, an unplaced one and a priority trade for; a request counts 1. */
const UNSERVED_WEIGHT = 2;
const UNPLACED_WEIGHT = 2;
const PRIORITY_WEIGHT = 1;

/**
 * Where to scout next. score = (requests + 2 × unserved + 2 × unplaced + wishes + 1 if the trade has priority) ÷
 * (ready + 1), rounded to one decimal: a request that nobody took presses three times as much as one that was served or a
 * wish that is no request yet, five times where the whole year's assignment found nobody either, and every person who
 * could go tomorrow shares the pressure. Cells without pressure are left out, and so is what lies outside the prefecture.
 * Of equal scores more unserved requests come first, then fewer ready, then fewer registered people; then the order given.
 */
export function rankScouting(
  cells: readonly ShortageCell[],
  priority: { readonly has: (tradeCode: string) => boolean },
): readonly ScoutingRank[] {
  return cells
    .map((cell) => {
      const hasPriority = priority.has(cell.tradeCode);
      return { cell, hasPriority, score: scoreOf(cell, hasPriority) };
    })
    .filter(({ cell, score }) => score > 0 && cell.area.municipalities.length > 0)
    .toSorted(
      (left, right) =>
        right.score - left.score ||
        right.cell.unserved - left.cell.unserved ||
        left.cell.ready - right.cell.ready ||
        left.cell.registered - right.cell.registered,
    );
}

function scoreOf({ requests, unserved, unplaced, wishes, ready }: ShortageCell, hasPriority: boolean): number {
  const pressure =
    requests + UNSERVED_WEIGHT * unserved + UNPLACED_WEIGHT * unplaced + wishes + (hasPriority ? PRIORITY_WEIGHT : 0);
  return Math.round((pressure / (ready + 1)) * 10) / 10;
}
