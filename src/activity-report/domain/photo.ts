import { fiscalYearOf, fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** 写真の同意. A photo is kept where nobody can be told on it, or everybody agreed (SEC-17). */
export const photoConsents = [
  { code: 'nobody-shown', label: '人の顔や名前は写っていない' },
  { code: 'everybody-agreed', label: '写っている全員（未成年者は保護者や学校）の同意を得た' },
] as const;

export type PhotoConsent = (typeof photoConsents)[number]['code'];

export const photoLimits = { files: 6, bytes: 10 * 1024 * 1024 } as const;

/** The last day on which a photo is kept: the end of the 年度 after the visit's (desk; SEC-17 asks for an end). */
export function photoExpiry(visitOn: PlainDate): PlainDate {
  return fiscalYearRange(fiscalYearOf(visitOn) + 1).until;
}

/** Why photos are not taken. */
export type PhotoRefusal =
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'too-many'; readonly limit: number; readonly count: number }
  | { readonly kind: 'not-a-photo'; readonly name: string }
  | { readonly kind: 'too-large'; readonly name: string; readonly limit: number }
  | { readonly kind: 'damaged'; readonly name: string };
