import { expect, test } from 'vitest';
import { checkMailDraft, mailCommands, mailStates, settleMail, type MailDraft } from './mail-draft.ts';

const draft: MailDraft = {
  kind: 'application-receipt',
  to: 'soumu@example.co.jp',
  subject: '派遣の申込みを受け付けました',
  body: '架空精機株式会社　ご担当者様',
  entity: null,
};

test.each<[Partial<MailDraft>, string]>([
  [{ to: 'a@example.jp, b@example.jp' }, 'not-one-recipient'],
  [{ to: 'a@example.jp;b@example.jp' }, 'not-one-recipient'],
  [{ to: 'a@example.jp\nBcc: b@example.jp' }, 'not-one-recipient'],
  [{ to: '' }, 'not-one-recipient'],
  [{ subject: '件名\nBcc: b@example.jp' }, 'line-break-in-subject'],
  [{ subject: 'あ'.repeat(201) }, 'too-long'],
  [{ body: 'あ'.repeat(5001) }, 'too-long'],
])('%j is no draft: %s [domain.md §5.7]', (changes, kind) => {
  expect(checkMailDraft({ ...draft, ...changes })).toMatchObject({ ok: false, refusal: { kind } });
});

test('a mail to one person is kept as written', () => {
  expect(checkMailDraft({ ...draft, body: 'あ'.repeat(5000) }).ok).toBe(true);
  expect(checkMailDraft(draft)).toEqual({ ok: true, value: draft });
});

test.each(mailStates.flatMap(({ code }) => mailCommands.map((command) => [code, command] as const)))(
  'from %s by %s: only a draft is settled, and only once',
  (state, command) => {
    const settled = settleMail(state, { command, note: '宛先が変わった' });
    const next = command === 'discard' ? 'discarded' : 'handed-over';
    expect(settled).toEqual(
      state === 'draft' ? { ok: true, value: next } : { ok: false, refusal: { kind: 'settled', state } },
    );
  },
);

test('a draft is discarded with a reason', () => {
  expect(settleMail('draft', { command: 'discard', note: ' ' })).toMatchObject({ refusal: { kind: 'reason-missing' } });
});
