import { expect, test } from 'vitest';
import { EngineEnded, failAfterEnd, type Engine } from './engine-end.server.ts';

const SELECT = new Uint8Array();
const ready = { name: 'readyForQuery', status: 'I' };

/** PGlite's loop over a message: whatever the engine throws, it restores the stack and drives the engine again. */
function engineThrowing(thrown: unknown) {
  let rounds = 0;
  const engine: Engine = {
    waitReady: Promise.resolve(),
    Module: {
      _PostgresMainLoopOnce: () => {
        rounds += 1;
        if (rounds < 5) throw thrown;
      },
      stackRestore: (pointer) => pointer,
    },
    execProtocolStream: async () => {
      while (rounds < 5) {
        try {
          engine.Module._PostgresMainLoopOnce();
        } catch {
          engine.Module.stackRestore(0);
        }
      }
      return [];
    },
  };
  return { engine, rounds: () => rounds };
}

test('an engine that exits is driven no further, and its statement and all after it fail', async () => {
  const exit = Object.assign(new Error('exit(1)'), { status: 1 });
  const { engine, rounds } = engineThrowing(exit);
  const { driven, hasEnded } = failAfterEnd(engine);
  for (let statement = 0; statement < 2; statement += 1) {
    const [answer, ...rest] = await driven.execProtocolStream(SELECT);
    expect(answer).toBeInstanceOf(EngineEnded);
    expect(answer).toMatchObject({ name: 'error', cause: exit });
    expect(rest).toEqual([ready]);
  }
  expect(rounds()).toBe(1);
  expect(hasEnded()).toBe(true);
});

test('a statement that fails is no end of the engine', async () => {
  const { engine, rounds } = engineThrowing(Object.assign(new Error('longjmp'), { status: 100 }));
  const { driven, hasEnded } = failAfterEnd(engine);
  expect(await driven.execProtocolStream(SELECT)).toEqual([]);
  expect(rounds()).toBe(5);
  expect(hasEnded()).toBe(false);
});
