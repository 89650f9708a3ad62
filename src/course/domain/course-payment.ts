import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

/** 受講者への支払いの種類. */
export const coursePaymentKinds = [
  { code: 'transport', label: '交通費' },
  { code: 'allowance', label: '受講手当' },
] as const;

export type CoursePaymentKind = (typeof coursePaymentKinds)[number]['code'];

/** Whether something may be paid to who attends, from when, and who says so. */
type CoursePaymentRule = Validity & {
  readonly kind: CoursePaymentKind;
  readonly allowed: boolean;
  readonly source: string;
};

/** 「交通費は支給できるが、受講手当は支給しない」 (S1 3(4)ウ, 令和5年度; domain.md §5.2). A change is another line. */
const RULES: readonly CoursePaymentRule[] = [
  { kind: 'transport', allowed: true, source: '実施要領 3(4)ウ', validFrom: plainDate('2013-04-01'), validUntil: null },
  {
    kind: 'allowance',
    allowed: false,
    source: '実施要領 3(4)ウ',
    validFrom: plainDate('2013-04-01'),
    validUntil: null,
  },
];

export type CoursePaymentRefusal =
  | { readonly kind: 'never-paid'; readonly payment: CoursePaymentKind; readonly source: string }
  | { readonly kind: 'not-there' };

type Payment = { readonly kind: CoursePaymentKind; readonly yen: number; readonly attended: boolean };

/** Whether an amount may be paid to an attendee on a day: transport to who came, an allowance never. */
export function checkPayment({ kind, attended }: Payment, on: PlainDate): Result<true, CoursePaymentRefusal> {
  const rule = RULES.find((entry) => entry.kind === kind && isValidOn(entry, on));
  if (!rule?.allowed) return refuse({ kind: 'never-paid', payment: kind, source: rule?.source ?? '' });
  return attended ? accept(true) : refuse({ kind: 'not-there' });
}
