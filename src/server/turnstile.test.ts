import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.ts';

function openGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, open: resolve };
}

test('no more are at work than may be, the others come in their order, and who finds the queue full is told [SEC-08]', async () => {
  const pass = createTurnstile({ atOnce: 2, waiting: 3 });
  const gate = openGate();
  const done: number[] = [];
  let inside = 0;
  let most = 0;
  const work = (at: number) => () =>
    (async () => {
      inside += 1;
      most = Math.max(most, inside);
      await gate.wait();
      inside -= 1;
      done.push(at);
      return at;
    })();
  const answers = Array.from({ length: 7 }, (_, at) => pass(work(at)));
  gate.open();
  expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
  expect([most, done]).toEqual([2, [0, 1, 2, 3, 4]]);
});

test('work that fails gives its place to the next', async () => {
  const pass = createTurnstile({ atOnce: 1, waiting: 1 });
  const failing = pass(() => Promise.reject(new Error('broken')));
  const next = pass(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await pass(() => Promise.resolve('again'))).toBe('again');
});
