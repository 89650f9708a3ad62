import { foldSearchText } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import data from '../data/trades.json' with { type: 'json' };
import { findContaining, findNearest } from './edit-distance.ts';
import { isValidOn, toValidity } from './validity.ts';
import type { Validity } from './validity.ts';

/** 職種 (DAT-40, domain.md §8). */
export type Trade = Validity & {
  /** Our own stable code; the official three-digit numbers are not public as a whole. */
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** 特級 exists for the trade. */
  readonly specialGrade: boolean;
  /** ものづくりマイスター are certified in the trade; others are taught by 熟練技能者 (domain.md §5). */
  readonly meisterTrade: boolean;
  readonly aliases: readonly string[];
  /** 職種番号 of 技能検定, where it is known. */
  readonly number: string | null;
  /** The code of the 技能検定 trade a contest trade belongs to (旋盤 → 機械加工). */
  readonly broader: string | null;
  readonly note: string | null;
};

const TRADES = data.items.map((trade): Trade => ({ ...trade, ...toValidity(trade) }));

const BY_KEY = new Map<string, readonly Trade[]>();
for (const trade of TRADES) addKeys(trade, [trade.code, trade.name, ...(trade.number === null ? [] : [trade.number])]);
for (const trade of TRADES) addKeys(trade, trade.aliases);

const SUGGESTIONS = TRADES.filter((trade) => trade.validUntil === null).flatMap((trade) =>
  [trade.name, ...trade.aliases].map((name) => [foldTradeName(name), trade] as const),
);

/**
 * The trade by code, official number, name or alias; width, spaces, ・ and the okurigana of 組立て and 仕上げ do not count.
 * With a day, a renamed trade is followed to the name that holds on that day (放電加工 → 非接触除去加工).
 */
export function findTrade(codeOrName: string, on?: PlainDate): Trade | undefined {
  const candidates = BY_KEY.get(foldTradeName(codeOrName)) ?? [];
  return on === undefined ? candidates[0] : candidates.find((trade) => isValidOn(trade, on));
}

/** The trades that hold on that day, in the order of the groups. */
export function listTrades(on: PlainDate): readonly Trade[] {
  return TRADES.filter((trade) => isValidOn(trade, on));
}

/** The present trade that was probably meant: one with a slip of writing, else one that is part of what was typed or the reverse, else the nearest. */
export function suggestTrade(text: string): Trade | undefined {
  const typed = foldTradeName(text);
  const slips = Math.floor([...typed].length / 3);
  return (
    findNearest(typed, SUGGESTIONS, slips) ??
    findContaining(typed, SUGGESTIONS) ??
    findNearest(typed, SUGGESTIONS, slips + 1)
  );
}

function foldTradeName(name: string): string {
  return foldSearchText(name)
    .replaceAll(/[・.,、]/gu, '')
    .replaceAll('組立テ', '組立')
    .replaceAll('仕上ゲ', '仕上');
}

function addKeys(trade: Trade, names: readonly string[]): void {
  for (const name of names) {
    const key = foldTradeName(name);
    BY_KEY.set(key, [...(BY_KEY.get(key) ?? []), trade]);
  }
}
