import type { PlainDate } from '#kernel/plain-date.ts';
import { isValidOn, toValidity } from '#reference/domain/validity.ts';

type PriorityTrades = {
  readonly corner: string;
  readonly from: string;
  readonly until: string | null;
  readonly reason: PriorityReason;
  readonly trades: readonly string[];
};

/** Why a trade has priority: asked for often, or with few people registered. */
export type PriorityReason = 'high-demand' | 'few-registered';

/**
 * 重点職種 as a corner's plan names them (domain.md §5.3; Yamaguchi's plans of 令和4年度 and 令和5年度). A later plan is another
 * line with its days.
 */
const PRIORITY_TRADES: readonly PriorityTrades[] = [
  { corner: '35', from: '2022-04-01', until: null, reason: 'high-demand', trades: ['kikai-kako', 'denki-yosetsu'] },
  {
    corner: '35',
    from: '2022-04-01',
    until: null,
    reason: 'few-registered',
    trades: ['denki-kiki', 'kikai-plant-seizu', 'kashi'],
  },
];

/** The trades that the corner's plan puts first on that day, with the reason. */
export function listPriorityTrades(corner: string, on: PlainDate): ReadonlyMap<string, PriorityReason> {
  const lines = PRIORITY_TRADES.filter(
    (line) => line.corner === corner && isValidOn(toValidity({ validFrom: line.from, validUntil: line.until }), on),
  );
  return new Map(lines.flatMap(({ trades, reason }) => trades.map((trade) => [trade, reason] as const)));
}
