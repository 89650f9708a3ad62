import type { PlainDate } from '#kernel/plain-date.ts';

/** 公開の項目. What of a person may be shown to the public, each by a consent of its own. There is no photograph. */
export const publicItems = ['name', 'trades', 'employer', 'introduction', 'municipality'] as const;

export type PublicItem = (typeof publicItems)[number];

/** 公開の同意. Counts from its day through its last day, unless it was withdrawn. */
export type Consent = {
  readonly item: PublicItem;
  readonly consentedOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly withdrawnOn: PlainDate | null;
};

export type ConsentState = 'none' | 'given' | 'expired' | 'withdrawn';

/** Whether a consent counts on a day. It may be withdrawn at any time and counts no more on that very day. */
export function consentState(consent: Consent | undefined, day: PlainDate): ConsentState {
  if (!consent || consent.consentedOn > day) return 'none';
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= day) return 'withdrawn';
  return consent.expiresOn < day ? 'expired' : 'given';
}

/** 公開プロフィール. Exactly what the public may see. */
export type PublicProfile = Readonly<Partial<Record<PublicItem, string>>>;

type Person = {
  /** 公開 of the ledger: 否 hides everything, whatever was agreed to item by item. */
  readonly isPublic: boolean | null;
  readonly items: Readonly<Record<PublicItem, string | null>>;
};

/** What is public of somebody on a day: the items with a consent that counts. Nothing else decides this anywhere. */
export function publicProfile(person: Person, consents: readonly Consent[], day: PlainDate): PublicProfile {
  if (person.isPublic === false) return {};
  const shown = publicItems.flatMap((item) => {
    const value = person.items[item];
    const consent = consents.find((each) => each.item === item);
    return value !== null && value !== '' && consentState(consent, day) === 'given' ? [[item, value] as const] : [];
  });
  return Object.fromEntries(shown);
}
