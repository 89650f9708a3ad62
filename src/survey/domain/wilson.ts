/** 0.975 quantile of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number };

/**
 * 信頼区間 of a share by Wilson (1927), 95 %: between which shares the true one lies, given that `numerator` of
 * `denominator` agreed. It stays within 0 and 1 and holds for small numbers, where the usual ± does not. `denominator` > 0.
 */
export function wilsonInterval(numerator: number, denominator: number): Interval {
  const share = numerator / denominator;
  const spread = (Z * Z) / denominator;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / denominator + spread / (4 * denominator));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * From how many answers on a target can be proven at all: with fewer, the interval reaches below the target even when
 * everybody agrees. All of n agreeing gives the lower bound n / (n + z²), so n ≥ z²·t / (1 − t): 35 for 90 %.
 */
export function fewestToProve(target: number): number {
  return Math.ceil((Z * Z * target) / (1 - target));
}
