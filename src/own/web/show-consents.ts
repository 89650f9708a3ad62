import { consentEnds, type ConsentChoices } from '#instructor/domain/own-consents.ts';
import { consentState, publicItems } from '#instructor/domain/public-profile.ts';
import type { OwnConsents } from '#instructor/own-consents.server.ts';
import { publicItemNames } from '#instructor/profile-text.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { ownText as words } from '../text.ts';

/** What the person reads of each item: what would be public, what they agreed to, and until when they may agree. */
export function showOwnConsents({ version, items }: OwnConsents, today: PlainDate) {
  return {
    version,
    items: items.map(({ item, value, consent }) => {
      const state = consentState(consent, today);
      const until = state === 'given' && consent ? consent.expiresOn : undefined;
      const ends = new Set([...(until ? [until] : []), ...consentEnds(today)]);
      return {
        name: fieldOf(item),
        label: publicItemNames[item],
        value: value === null ? words.consentNoValue : words.consentValue(value),
        state: `${words.consentStates[state]}${consent ? `（${enteredText(consent)}）` : ''}`,
        until: until ?? '',
        options: [
          { value: '', label: words.consentNever },
          ...[...ends].toSorted().map((end) => ({ value: end, label: words.consentUntil(formatEraDate(end)) })),
        ],
      };
    }),
  };
}

type Held = NonNullable<OwnConsents['items'][number]['consent']>;

function enteredText({ consentedOn, withdrawnOn, onBehalf, enteredBy }: Held): string {
  return words.consentEntered(formatEraDate(withdrawnOn ?? consentedOn), onBehalf ? enteredBy : undefined);
}

/** What was chosen for each item; nothing where a choice is no day. */
export function readConsentChoices(form: FormData): ConsentChoices | undefined {
  const chosen = publicItems.map((item) => {
    const text = form.get(fieldOf(item));
    if (text === '') return [item, null] as const;
    const read = typeof text === 'string' ? parsePlainDate(text) : undefined;
    return [item, read?.ok ? read.value : undefined] as const;
  });
  if (chosen.some(([, day]) => day === undefined)) return undefined;
  return Object.fromEntries(chosen) as ConsentChoices;
}

function fieldOf(item: string): string {
  return `until-${item}`;
}
