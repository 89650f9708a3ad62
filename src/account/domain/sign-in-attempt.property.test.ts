import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeAttempt, type SignInAttempts } from './sign-in-attempt.ts';

const limit = { failures: 10, withinMinutes: 15, lockedMinutes: 15 };
const minute = 60_000;

test('whoever only guesses gets fewer than 20 answers in any 15 minutes, whatever the rhythm [SEC-08]', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 * minute }), { maxLength: 200 }), (pauses) => {
      let state: SignInAttempts | undefined;
      let now = 0;
      const answered: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const taken = takeAttempt(state, { now, limit });
        if (!taken.ok) continue;
        state = taken.value;
        answered.push(now);
      }
      for (const first of answered) {
        // A window of the count may begin in the middle of another: two of them make up the worst 15 minutes.
        expect(answered.filter((at) => at >= first && at < first + 15 * minute).length).toBeLessThan(20);
      }
    }),
  );
});
