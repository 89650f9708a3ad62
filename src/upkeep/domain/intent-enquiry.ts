import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 意向. Whether somebody goes on as a registered instructor. */
export const intentAnswers = [
  { code: 'willing', label: '活動を続ける' },
  { code: 'unwilling', label: '活動を続けない' },
] as const;

export type IntentAnswer = (typeof intentAnswers)[number]['code'];

/** 意向確認の期限 from a day on. No source gives a period; this is the desk's own. `validFrom` is the first day. */
const TERMS = [{ validFrom: '2013-04-01', replyDays: 30 }] as const;

/** The last day on which the link of a letter of that day takes an answer. */
export function lastReplyDay(askedOn: PlainDate): PlainDate {
  const terms = TERMS.findLast(({ validFrom }) => validFrom <= askedOn) ?? TERMS[0];
  return addDays(askedOn, terms.replyDays);
}

/** The beginning of every 回答の受付番号 of a 年度. */
export function receiptPrefix(fiscalYear: number): string {
  return `K${fiscalYear}-`;
}

/** 回答の受付番号 (FRM-30): 「K2022-0001」, one after the last that the corner gave in the 年度. */
export function nextReceiptNumber(fiscalYear: number, last: string | null): string {
  const prefix = receiptPrefix(fiscalYear);
  const serial = last === null ? 0 : Number(last.slice(prefix.length));
  return prefix + String(serial + 1).padStart(4, '0');
}

/** What is known of a letter when its link is opened. */
export type IntentEnquiry = { readonly expiresOn: PlainDate; readonly answered: boolean; readonly closed: boolean };

export type IntentReplyRefusal =
  | { readonly kind: 'answered' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'expired'; readonly expiresOn: PlainDate };

/** Whether the link still takes an answer: one, until its last day, and not after staff went on without it. */
export function checkReply(
  { expiresOn, answered, closed }: IntentEnquiry,
  today: PlainDate,
): Result<true, IntentReplyRefusal> {
  if (answered) return refuse({ kind: 'answered' });
  if (closed) return refuse({ kind: 'closed' });
  return expiresOn < today ? refuse({ kind: 'expired', expiresOn }) : accept(true);
}
