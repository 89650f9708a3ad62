import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { Program } from '#dispatch/domain/program.ts';
import type { Yen } from '#kernel/money.ts';

/** 費目. What is paid to an instructor (domain.md §5.3 "Covered by the programme"). */
export const expenseItems = [
  { code: 'honorarium', label: '謝金' },
  { code: 'travel', label: '旅費' },
  { code: 'material', label: '材料費' },
  { code: 'text-writing', label: 'テキスト作成費' },
] as const;

export type ExpenseItem = (typeof expenseItems)[number]['code'];

export function expenseItemLabel(item: ExpenseItem): string {
  return expenseItems.find(({ code }) => code === item)?.label ?? item;
}

/** What a line of a claim is reckoned from; the amount follows from these and the rate table alone. */
export type ExpenseLineInput =
  | { readonly item: 'honorarium'; readonly instructorKind: InstructorKind; readonly minutes: number }
  /** `metres` is the way there and back together. */
  | { readonly item: 'travel'; readonly by: 'distance'; readonly metres: number }
  | { readonly item: 'travel'; readonly by: 'fare'; readonly municipality: string }
  | {
      readonly item: 'material';
      readonly program: Program;
      readonly persons: number;
      readonly days: number;
      /** What the receipts show without consumption tax, and the tax of the receipts beside it. */
      readonly spentYen: Yen;
      readonly taxYen: Yen;
    }
  | { readonly item: 'text-writing'; readonly pages: number };

/** A line with its price: `unitYen` is the rate that was applied, kept beside the inputs. */
export type PricedLine = {
  readonly input: ExpenseLineInput;
  readonly unitYen: Yen;
  readonly amountYen: Yen;
  /** What the programme does not bear; the host pays it (domain.md §5.3, §5.4). */
  readonly excessYen: Yen;
};
