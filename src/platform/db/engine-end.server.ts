import type { PGlite } from '@electric-sql/pglite';

/** PostgreSQL in this process came to its end: its disk refused what a commit needs, or it crashed. */
export class EngineEnded extends Error {
  /** What PostgreSQL's own error messages are called: the driver finds by it the query to reject. */
  override readonly name = 'error';
  constructor(cause: unknown) {
    super(
      '組込みのデータベースが途中で止まったため、処理を続けられません。確定した記録は残っています。' +
        'データフォルダーのあるディスクの空きと状態を確かめてから、匠デスクを起動し直してください。',
      { cause },
    );
  }
}

/** What drives the engine, and what of the engine PGlite drives in its loop over a message. */
export type Engine = Pick<PGlite, 'waitReady' | 'execProtocolStream'> & {
  readonly Module: Pick<PGlite['Module'], '_PostgresMainLoopOnce' | 'stackRestore'>;
};

/** PGlite's `POSTGRES_MAIN_LONGJMP`: a statement failed, and the session goes on. */
const STATEMENT_FAILED = 100;

/**
 * The engine for the driver, made to fail every statement once it has ended. PGlite takes an end for a failed statement
 * and drives the engine again, for ever (electric-sql/pglite#1058); restoring the stack is what it does in between.
 */
export function failAfterEnd(engine: Engine) {
  let ended: EngineEnded | undefined;
  const { Module: module } = engine;
  const { _PostgresMainLoopOnce: runLoop, stackRestore } = module;
  module._PostgresMainLoopOnce = () => {
    try {
      runLoop();
    } catch (thrown) {
      const { status } = thrown as { readonly status?: unknown };
      if (status !== STATEMENT_FAILED) ended ??= new EngineEnded(thrown);
      throw thrown;
    }
  };
  module.stackRestore = (pointer) => {
    if (ended) throw ended;
    return stackRestore(pointer);
  };
  const execProtocolStream: PGlite['execProtocolStream'] = async (message, options) => {
    try {
      if (!ended) return await engine.execProtocolStream(message, options);
    } catch (thrown) {
      ended ??= new EngineEnded(thrown);
    }
    return [ended, { name: 'readyForQuery', status: 'I' }] as never;
  };
  return { driven: { waitReady: engine.waitReady, execProtocolStream } as PGlite, hasEnded: () => ended !== undefined };
}
