/** 助言できること. What somebody can advise firms on besides the trade, and whether they are at home with IT (Y4-03). */
export const adviceAreas = [
  { code: 'productivity', label: '生産性の向上' },
  { code: 'quality', label: '品質の向上' },
  { code: 'staff', label: '人材の育成' },
  { code: 'conditions', label: '労働環境の改善' },
  { code: 'it', label: 'ITの活用' },
] as const;

export type AdviceArea = (typeof adviceAreas)[number]['code'];

/** The choice of the ledger that asks for IT together with at least one other area. */
export const IT_AND_ADVICE = 'it-and-advice';

/** What a choice of the ledger asks for: all of `every`, and at least one of `some` where there are any. */
export function readAdviceFilter(
  choice: string,
): { readonly every: readonly AdviceArea[]; readonly some: readonly AdviceArea[] } | undefined {
  if (choice === IT_AND_ADVICE) return { every: ['it'], some: ['productivity', 'quality', 'staff', 'conditions'] };
  const area = adviceAreas.find(({ code }) => code === choice);
  return area && { every: [area.code], some: [] };
}
