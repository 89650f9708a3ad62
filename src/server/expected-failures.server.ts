import { data } from 'react-router';
import { recordDenial } from '#account/record-denial.server.ts';
import type { Context } from '#platform/context.server.ts';
import { Conflict, Forbidden, isUnstorable, NotFound } from '#platform/errors.server.ts';

/** Runs the work of a page; what use cases may fail by is answered by its status, a refused attempt also logged (SEC-11). */
export async function answerFailures<Answer>(ctx: Context, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) throw data(null, { status: 404 });
    if (error instanceof Conflict) throw data(null, { status: 409 });
    if (isUnstorable(error)) throw data(null, { status: 400 });
    if (error instanceof Forbidden) {
      await recordDenial(ctx, error.permission);
      throw data(null, { status: 403 });
    }
    throw error;
  }
}
