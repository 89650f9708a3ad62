import { accept, refuse, type Result } from '#kernel/result.ts';
import { email } from '#record/domain/contact-codecs.ts';

/** 下書きの種類. What a mail is about, so that the list can be narrowed. */
export const mailKinds = [
  { code: 'application-receipt', label: '申込みの受付' },
  { code: 'application-refusal', label: '申込みへの返答' },
  { code: 'demand-survey', label: '派遣希望調査の依頼' },
  { code: 'demand-reminder', label: '派遣希望調査の督促' },
  { code: 'report-reminder', label: '活動報告書の催促' },
  { code: 'survey-reminder', label: 'アンケートの催促' },
] as const;

export type MailKind = (typeof mailKinds)[number]['code'];

/** 下書きの状態. */
export const mailStates = [
  { code: 'draft', label: '下書き' },
  { code: 'handed-over', label: '連絡済み' },
  { code: 'discarded', label: '破棄' },
] as const;

export type MailState = (typeof mailStates)[number]['code'];

const MOST_SUBJECT = 200;
const MOST_BODY = 5000;

/** メールの下書き: one mail to one person, so that nobody reads who else is written to. */
export type MailDraft = {
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The record that the mail is about. */
  readonly entity: { readonly kind: string; readonly id: string; readonly label: string } | null;
};

export type MailDraftRefusal =
  | { readonly kind: 'not-one-recipient'; readonly to: string }
  | { readonly kind: 'line-break-in-subject' }
  | { readonly kind: 'too-long'; readonly part: 'subject' | 'body'; readonly limit: number };

/** Whether a mail may be drafted: one address, a subject of one line, neither longer than a mail is. */
export function checkMailDraft(draft: MailDraft): Result<MailDraft, MailDraftRefusal> {
  const to = email().parse(draft.to);
  if (!to.ok) return refuse({ kind: 'not-one-recipient', to: draft.to });
  if (/[\r\n]/u.test(draft.subject)) return refuse({ kind: 'line-break-in-subject' });
  if (draft.subject.length > MOST_SUBJECT) return refuse({ kind: 'too-long', part: 'subject', limit: MOST_SUBJECT });
  if (draft.body.length > MOST_BODY) return refuse({ kind: 'too-long', part: 'body', limit: MOST_BODY });
  return accept({ ...draft, to: to.value });
}

export const mailCommands = ['hand-over', 'discard'] as const;
export type MailCommand = (typeof mailCommands)[number];

export type MailCommandRefusal =
  { readonly kind: 'settled'; readonly state: MailState } | { readonly kind: 'reason-missing' };

/** A draft is settled once: handed over by another way, or discarded with a reason. */
export function settleMail(
  state: MailState,
  { command, note }: { readonly command: MailCommand; readonly note: string },
): Result<MailState, MailCommandRefusal> {
  if (state !== 'draft') return refuse({ kind: 'settled', state });
  if (command === 'hand-over') return accept('handed-over');
  return note.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept('discarded');
}
