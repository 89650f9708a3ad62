import { fiscalYearOf, fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { consentState, publicItems, type Consent, type PublicItem } from './public-profile.ts';

/** 公開期限の選び方 from a day on: a consent lasts to the end of a fiscal year, at most so many years ahead. */
type ConsentTerms = { readonly validFrom: string; readonly years: number };

/** Oldest first. A consent that was given keeps the end it has. */
const history = [{ validFrom: '2022-04-01', years: 3 }] as const satisfies readonly [ConsentTerms, ...ConsentTerms[]];

/** The last days that somebody may choose for their consent: the ends of this and of the next fiscal years, after today. */
export function consentEnds(today: PlainDate): readonly PlainDate[] {
  const { years } = history.findLast(({ validFrom }) => validFrom <= today) ?? history[0];
  const first = fiscalYearOf(today);
  return Array.from({ length: years }, (_, ahead) => fiscalYearRange(first + ahead).until).filter((end) => end > today);
}

/** What somebody says of each item: public until this day, or not public. */
export type ConsentChoices = Readonly<Record<PublicItem, PlainDate | null>>;

/** The day is neither offered nor the one that stands. */
export type ConsentRefusal = { readonly kind: 'end-not-offered'; readonly item: PublicItem };

/**
 * 本人の同意. The consents that change by what somebody says on a day: a new last day is a new consent of that day, no
 * day withdraws the one that counts, and what stays as it stands is not touched.
 */
export function decideOwnConsents(
  choices: ConsentChoices,
  before: readonly Consent[],
  today: PlainDate,
): Result<readonly Consent[], ConsentRefusal> {
  const changed: Consent[] = [];
  for (const item of publicItems) {
    const stood = before.find((consent) => consent.item === item);
    const given = consentState(stood, today) === 'given' ? stood : undefined;
    const expiresOn = choices[item];
    if (expiresOn === (given?.expiresOn ?? null)) continue;
    if (expiresOn === null) changed.push({ ...(given as Consent), withdrawnOn: today });
    else if (consentEnds(today).includes(expiresOn))
      changed.push({ item, consentedOn: today, expiresOn, withdrawnOn: null });
    else return refuse({ kind: 'end-not-offered', item });
  }
  return accept(changed);
}

/** Those of the decided consents that are not in the books as they are. */
export function changedConsents(before: readonly Consent[], decided: readonly Consent[]): readonly Consent[] {
  return decided.filter(({ item, consentedOn, expiresOn, withdrawnOn }) => {
    const stood = before.find((consent) => consent.item === item);
    return stood?.consentedOn !== consentedOn || stood.expiresOn !== expiresOn || stood.withdrawnOn !== withdrawnOn;
  });
}
