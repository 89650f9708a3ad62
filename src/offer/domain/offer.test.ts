import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { checkDeadline, decideNewDeadline, decideOfferAnswer, offerAnswers, offerStates } from './offer.ts';

const [yesterday, today, monday, tuesday] = ['2022-11-29', '2022-11-30', '2022-12-05', '2022-12-06'].map((day) =>
  plainDate(day),
) as [
  ReturnType<typeof plainDate>,
  ReturnType<typeof plainDate>,
  ReturnType<typeof plainDate>,
  ReturnType<typeof plainDate>,
];

test('an offer is answered between today and the first of its days', () => {
  const days = [tuesday, monday];
  expect(checkDeadline({ answerBy: today, days }, today)).toMatchObject({ ok: true });
  expect(checkDeadline({ answerBy: monday, days }, today)).toMatchObject({ ok: true });
  expect(checkDeadline({ answerBy: yesterday, days }, today)).toMatchObject({ refusal: { kind: 'deadline-past' } });
  expect(checkDeadline({ answerBy: tuesday, days }, today)).toMatchObject({
    refusal: { kind: 'deadline-after-visit', firstDay: monday },
  });
});

test('an open offer is answered once; no needs a reason, yes needs days that are still to come', () => {
  const open = { state: 'open', days: [monday], answerBy: today } as const;
  for (const { code: state } of offerStates.filter(({ code }) => code !== 'open'))
    for (const answer of offerAnswers)
      expect(decideOfferAnswer({ ...open, state }, { answer, reason: '都合' }, today)).toMatchObject({
        refusal: { kind: 'ended-already', state },
      });
  expect(decideOfferAnswer(open, { answer: 'accepted', reason: 'ignored' }, today)).toEqual({ ok: true, value: null });
  expect(
    decideOfferAnswer({ ...open, days: [monday, yesterday] }, { answer: 'accepted', reason: '' }, today),
  ).toMatchObject({ refusal: { kind: 'first-day-over', day: yesterday } });
  for (const answer of ['declined', 'withdrawn'] as const) {
    expect(decideOfferAnswer(open, { answer, reason: ' ' }, today)).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    expect(decideOfferAnswer(open, { answer, reason: ' 通院 ' }, today)).toEqual({ ok: true, value: '通院' });
    expect(decideOfferAnswer(open, { answer, reason: '長'.repeat(201) }, today)).toMatchObject({
      refusal: { kind: 'reason-too-long', length: 201 },
    });
  }
});

test('after its deadline an offer is answered no more, only withdrawn, until staff set a later one', () => {
  const late = { state: 'open', days: [monday], answerBy: yesterday } as const;
  for (const answer of ['accepted', 'declined'] as const)
    expect(decideOfferAnswer(late, { answer, reason: '都合' }, today)).toMatchObject({
      refusal: { kind: 'deadline-over', day: yesterday },
    });
  expect(decideOfferAnswer(late, { answer: 'withdrawn', reason: '都合' }, today)).toMatchObject({ ok: true });
  expect(decideNewDeadline(late, monday, today)).toEqual({ ok: true, value: monday });
  expect(decideNewDeadline(late, tuesday, today)).toMatchObject({ refusal: { kind: 'deadline-after-visit' } });
  expect(decideNewDeadline(late, yesterday, today)).toMatchObject({ refusal: { kind: 'deadline-past' } });
  const ended = { state: 'withdrawn', days: [monday] } as const;
  expect(decideNewDeadline(ended, monday, today)).toMatchObject({ refusal: { kind: 'ended-already' } });
});
