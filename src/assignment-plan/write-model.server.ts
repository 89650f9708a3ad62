import { accept, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { buildLinearModel } from '#optimizer/linear-model.ts';
import { writeLp } from '#optimizer/write-lp.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RunRefusal } from './domain/run-refusal.ts';
import { prepareRun } from './start-run.server.ts';

type Writing = {
  readonly planId: string;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
};

/** The model of a calculation as CPLEX LP text, for anyone to check with a solver of their own. Nothing is kept. */
export async function writePlanningModel(ctx: Context, order: Writing): Promise<Result<string, RunRefusal>> {
  requirePermission(ctx, 'assignment.plan');
  const prepared = await prepareRun(ctx, order);
  return prepared.ok ? accept(writeLp(buildLinearModel(prepared.value.built.problem))) : prepared;
}
