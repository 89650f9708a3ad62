import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 調査先の状態. */
export const recipientStates = [
  { code: 'not-sent', label: '未送付' },
  { code: 'sent', label: '送付済み' },
  { code: 'reminded', label: '督促済み' },
  { code: 'answered', label: '回答済み' },
  { code: 'declined', label: '回答辞退' },
] as const;

export type RecipientState = (typeof recipientStates)[number]['code'];

/** 送付の方法. */
export const sendingWays = [
  { code: 'post', label: '郵送' },
  { code: 'fax', label: 'FAX' },
  { code: 'mail', label: 'メール' },
  { code: 'hand', label: '手渡し' },
] as const;

export type SendingWay = (typeof sendingWays)[number]['code'];

/** The days on which something happened with a recipient; the state follows from them. */
export type RecipientDays = {
  readonly sentOn: PlainDate | null;
  readonly remindedOn: PlainDate | null;
  readonly answeredOn: PlainDate | null;
  readonly declinedOn: PlainDate | null;
};

/** An answer says more than a refusal that came before it; a reminder more than the sending. */
export function recipientStateOf({ sentOn, remindedOn, answeredOn, declinedOn }: RecipientDays): RecipientState {
  if (answeredOn !== null) return 'answered';
  if (declinedOn !== null) return 'declined';
  if (remindedOn !== null) return 'reminded';
  return sentOn === null ? 'not-sent' : 'sent';
}

export const recipientCommands = ['send', 'remind', 'answer', 'decline', 'restore'] as const;
export type RecipientCommand = (typeof recipientCommands)[number];

/** What may be done in which state; an answer in `answered` is a correction by staff. */
const allowed: Readonly<Record<RecipientState, readonly RecipientCommand[]>> = {
  'not-sent': ['send', 'answer', 'decline'],
  sent: ['send', 'remind', 'answer', 'decline'],
  reminded: ['remind', 'answer', 'decline'],
  answered: ['answer'],
  declined: ['answer', 'restore'],
};

export type RecipientRefusal = { readonly kind: 'not-in-state'; readonly state: RecipientState };

/** The days of a recipient after an act, or that the state does not take it. */
export function moveRecipient(
  days: RecipientDays,
  { command, on }: { readonly command: RecipientCommand; readonly on: PlainDate },
): Result<RecipientDays, RecipientRefusal> {
  const state = recipientStateOf(days);
  if (!allowed[state].includes(command)) return refuse({ kind: 'not-in-state', state });
  switch (command) {
    case 'send':
      return accept({ ...days, sentOn: on });
    case 'remind':
      return accept({ ...days, remindedOn: on });
    case 'answer':
      return accept({ ...days, answeredOn: days.answeredOn ?? on });
    case 'decline':
      return accept({ ...days, declinedOn: on });
    case 'restore':
      return accept({ ...days, declinedOn: null });
  }
}

/** Whether a recipient is asked once more: the form is out, and neither an answer nor a refusal came. */
export function mayBeReminded(days: RecipientDays): boolean {
  return allowed[recipientStateOf(days)].includes('remind');
}
