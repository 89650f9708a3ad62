import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideReply, replyAnswers, replyStateOf, type VisitReply } from './visit-reply.ts';
import { visitStatuses } from './visit-status.ts';

const today = plainDate('2022-11-30');
const days = ['2022-11-29', '2022-11-30', '2022-12-01'].map(plainDate);
const visits = fc.record({
  status: fc.constantFrom(...visitStatuses.map(({ code }) => code)),
  visitOn: fc.constantFrom(...days),
  startsAt: fc.constantFrom(null, '10:00', '13:30'),
});
const answers = fc.record({
  answer: fc.constantFrom(...replyAnswers.map(({ code }) => code)),
  reason: fc.constantFrom('', ' 　', '通院のため', 'あ'.repeat(200), '𠮷'.repeat(201)),
});

test('an answer stands for a planned visit up to its day, a no only with a reason; nothing else is stored [A11-23]', () => {
  fc.assert(
    fc.property(visits, answers, (visit, answered) => {
      const decision = decideReply(visit, answered, today);
      const isOpen = visit.status === 'planned' && visit.visitOn >= today;
      const hasReason = answered.reason.trim() !== '' && [...answered.reason].length <= 200;
      expect(decision.ok).toBe(isOpen && (answered.answer === 'accepted' || hasReason));
      if (!decision.ok) return;
      expect(decision.value.reason !== null).toBe(decision.value.answer === 'declined');
      expect(replyStateOf(decision.value, visit)).toBe(answered.answer);
    }),
  );
});

test('no sequence of answers and moves shows an answer to another day or time than is planned', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ visit: visits, answered: answers })), (steps) => {
      let reply: VisitReply | undefined;
      for (const { visit, answered } of steps) {
        const decision = decideReply(visit, answered, today);
        if (decision.ok) reply = decision.value;
        const state = replyStateOf(reply, visit);
        expect(state === 'unanswered').toBe(reply === undefined);
        if (state === 'accepted' || state === 'declined') {
          expect([reply?.answer, reply?.visitOn, reply?.startsAt]).toEqual([state, visit.visitOn, visit.startsAt]);
        }
      }
    }),
  );
});
