import type { PlainDate } from '#kernel/plain-date.ts';
import type { WorkKind } from './work-kind.ts';

/** What waits for somebody outside who can be written to. */
export const remindedKinds = ['report-missing', 'report-returned', 'survey-missing'] as const;
export type RemindedKind = (typeof remindedKinds)[number];

export function isReminded(kind: WorkKind): kind is RemindedKind {
  return (remindedKinds as readonly WorkKind[]).includes(kind);
}

/** One thing to remind of: a visit, and of reports its instructor (an empty text otherwise). */
export type Reminded = { readonly kind: RemindedKind; readonly recordId: string; readonly personId: string };

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Reads `kind:record:person` as the rows of the list carry it; nothing where it is no such thing. */
export function readReminded(text: string): Reminded | undefined {
  const [kind = '', recordId = '', personId = '', ...rest] = text.split(':');
  const known = remindedKinds.find((each) => each === kind);
  if (!known || rest.length > 0 || !ID.test(recordId)) return undefined;
  const isOfPerson = known !== 'survey-missing';
  return (isOfPerson ? ID.test(personId) : personId === '') ? { kind: known, recordId, personId } : undefined;
}

/** What became of what was chosen. */
export type ReminderCounts = {
  readonly drafted: number;
  /** Reminded of today already. */
  readonly today: number;
  /** Nobody kept an address for mail. */
  readonly withoutAddress: number;
  /** No longer waits. */
  readonly gone: number;
};

/** What a reminder says: of the visit, whom it goes to, and who writes. */
export type ReminderFacts = {
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly host: string;
  readonly name: string;
  readonly email: string | null;
  readonly office: string;
  readonly phone: string | null;
};
