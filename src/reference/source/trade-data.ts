import { cellOf, parseHandKeptCsv } from './data-file.ts';

/** The shape of one item of `trades.json`. */
export type TradeItem = {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly specialGrade: boolean;
  readonly meisterTrade: boolean;
  readonly aliases: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly number: string | null;
  readonly broader: string | null;
  readonly note: string | null;
};

/** The trades of the hand-kept table, in its order. */
export function buildTrades(tradesCsv: string): readonly TradeItem[] {
  return parseHandKeptCsv(tradesCsv).map((row) => ({
    code: cellOf(row, 'code'),
    name: cellOf(row, 'name'),
    group: cellOf(row, 'group'),
    specialGrade: cellOf(row, 'special') === '1',
    meisterTrade: cellOf(row, 'meister') === '1',
    aliases: cellOf(row, 'aliases').split(';').filter(Boolean),
    validFrom: cellOf(row, 'validFrom') || null,
    validUntil: cellOf(row, 'validUntil') || null,
    number: cellOf(row, 'number') || null,
    broader: cellOf(row, 'broader') || null,
    note: cellOf(row, 'note') || null,
  }));
}
