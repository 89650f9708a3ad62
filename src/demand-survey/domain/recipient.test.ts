import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import {
  mayBeReminded,
  moveRecipient,
  recipientCommands,
  recipientStateOf,
  recipientStates,
  type RecipientCommand,
  type RecipientDays,
  type RecipientState,
} from './recipient.ts';

const on = plainDate('2022-11-30');
const nothing: RecipientDays = { sentOn: null, remindedOn: null, answeredOn: null, declinedOn: null };
const daysIn: Readonly<Record<RecipientState, RecipientDays>> = {
  'not-sent': nothing,
  sent: { ...nothing, sentOn: on },
  reminded: { ...nothing, sentOn: on, remindedOn: on },
  answered: { ...nothing, sentOn: on, answeredOn: on },
  declined: { ...nothing, sentOn: on, declinedOn: on },
};

test.each<readonly [RecipientState, Readonly<Record<RecipientCommand, RecipientState | undefined>>]>([
  ['not-sent', { send: 'sent', remind: undefined, answer: 'answered', decline: 'declined', restore: undefined }],
  ['sent', { send: 'sent', remind: 'reminded', answer: 'answered', decline: 'declined', restore: undefined }],
  ['reminded', { send: undefined, remind: 'reminded', answer: 'answered', decline: 'declined', restore: undefined }],
  ['answered', { send: undefined, remind: undefined, answer: 'answered', decline: undefined, restore: undefined }],
  ['declined', { send: undefined, remind: undefined, answer: 'answered', decline: undefined, restore: 'sent' }],
])('a recipient that is %s takes what the table says and nothing else [A7-05]', (state, outcomes) => {
  for (const command of recipientCommands) {
    const moved = moveRecipient(daysIn[state], { command, on });
    expect([command, moved.ok ? recipientStateOf(moved.value) : undefined]).toEqual([command, outcomes[command]]);
  }
});

test('no sequence of acts leaves the states, and what was answered stays answered', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...recipientCommands), { maxLength: 12 }), (commands) => {
      let days = nothing;
      for (const command of commands) {
        const before = recipientStateOf(days);
        const moved = moveRecipient(days, { command, on });
        if (moved.ok) days = moved.value;
        if (before === 'answered') expect(recipientStateOf(days)).toBe('answered');
        expect(recipientStates.map(({ code }) => code)).toContain(recipientStateOf(days));
      }
    }),
  );
});

test('only who has the form and said nothing is reminded', () => {
  const reminded = recipientStates.map(({ code }) => code).filter((state) => mayBeReminded(daysIn[state]));
  expect(reminded).toEqual(['sent', 'reminded']);
});
