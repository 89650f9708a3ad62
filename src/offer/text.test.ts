import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { offerLetterText, offerStoppedText } from './text.ts';

const day = plainDate('2022-12-05');

test('every refusal of an offer has its sentence with what to do [FRM-32]', () => {
  const texts = [
    offerStoppedText({ kind: 'ended-already', state: 'withdrawn' }),
    offerStoppedText({ kind: 'deadline-over', day }),
    offerStoppedText({ kind: 'first-day-over', day }),
    offerStoppedText({ kind: 'reason-missing' }),
    offerStoppedText({ kind: 'reason-too-long', limit: 200, length: 201 }),
    offerStoppedText({ kind: 'open-already', instructorName: '架空 太郎' }),
    offerStoppedText({ kind: 'day-offered', day, instructorNames: ['架空 太郎'] }),
    offerStoppedText({ kind: 'offered-at-other-time', day, startsAt: '13:30', instructorName: '架空 太郎' }),
    offerStoppedText({ kind: 'offered-at-other-time', day, startsAt: null, instructorName: '架空 太郎' }),
    offerStoppedText({ kind: 'too-many-offered', chosen: 2, offered: 1, open: 2 }),
    offerStoppedText({
      kind: 'held-by-offers',
      offers: [{ requestNumber: 'R-2', hostName: '見本工業', days: [day] }],
    }),
    offerStoppedText({ kind: 'over-month-cap', month: '2022-12', chosen: 2, left: 1 }),
    offerStoppedText({ kind: 'over-host-cap', sessions: 20, per: 'year', used: 20, chosen: 1, left: 0 }),
    offerStoppedText({ kind: 'deadline-past', day, today: day }),
    offerStoppedText({ kind: 'deadline-after-visit', day, firstDay: day }),
    offerStoppedText({ kind: 'no-day' }),
    offerStoppedText({ kind: 'wrong-stage', command: 'offer', stage: 'submitted', why: 'too-early' }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) {
    expect(text).toMatch(/ください/u);
    expect(text).not.toMatch(/undefined|不正|無効|null|\[object/u);
  }
});

test('the letter names host, days, time and the last day for an answer', () => {
  const letter = offerLetterText({
    name: '架空 太郎',
    host: '架空精機株式会社',
    trade: '機械加工',
    days: [day],
    startsAt: '13:30',
    trainees: 5,
    answerBy: plainDate('2022-12-02'),
    note: '作業着を持参',
  });
  expect(letter).toMatch(/^架空 太郎 様\n/u);
  for (const part of [
    '架空精機株式会社',
    '2022/12/05（月）',
    '13:30から',
    '5人',
    '作業着を持参',
    '2022/12/02（金）まで',
  ])
    expect(letter).toContain(part);
});
