import { portionOf, sumYen, yenOf, type Yen } from '#kernel/money.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

const PARTS = 10_000;

/** 源泉徴収の税率. Rates in hundredths of a percent, and the amount of one payment above which the higher one counts. */
type WithholdingRule = Validity & {
  readonly id: string;
  readonly lowerRate: number;
  readonly higherRate: number;
  readonly thresholdYen: Yen;
  readonly source: string;
};

/**
 * 講演料、技芸・知識の教授の報酬、原稿料 (所得税法204条1項1号). 205条1号: 10 %, above 1,000,000 yen paid to one person at
 * once 20 % of what is above (text: iuris.jp/所得税法-第二百五条-徴収税額). From 2013-01-01 to 2037-12-31 with 2.1 % of the
 * tax on top (復興財源確保法28条; zeiken.co.jp 報酬・料金等に対する源泉徴収の取扱い), so 10.21 % and 20.42 %, fractions of a
 * yen dropped (kaikeisennin.com 原稿料や講演料などの源泉所得税額の算定方法; harukatax.jp). A change is another line.
 */
const RULES: readonly WithholdingRule[] = [
  {
    id: 'income-tax-205-1-with-reconstruction',
    lowerRate: 1021,
    higherRate: 2042,
    thresholdYen: yenOf(1_000_000),
    source: '所得税法第204条第1項第1号・第205条第1号、復興財源確保法第28条',
    validFrom: plainDate('2013-01-01'),
    validUntil: plainDate('2037-12-31'),
  },
];

export type WithheldTax = { readonly ruleId: string; readonly source: string; readonly taxYen: Yen };

/** No rate is known for that day: nobody guesses a tax. */
export type WithholdingRefusal = { readonly kind: 'no-tax-rate'; readonly paidOn: PlainDate };

/** The income tax withheld from what one person is paid at once on a day. */
export function withhold(baseYen: Yen, paidOn: PlainDate): Result<WithheldTax, WithholdingRefusal> {
  const rule = RULES.find((entry) => isValidOn(entry, paidOn));
  if (!rule) return refuse({ kind: 'no-tax-rate', paidOn });
  const { id, source, thresholdYen, lowerRate, higherRate } = rule;
  const above = yenOf(Math.max(0, baseYen - thresholdYen));
  // Both parts over one divisor: a fraction is dropped from the whole tax, not from each part.
  const parts = sumYen([portionOf(yenOf(baseYen - above), lowerRate, 1), portionOf(above, higherRate, 1)]);
  return accept({ ruleId: id, source, taxYen: portionOf(parts, 1, PARTS) });
}
