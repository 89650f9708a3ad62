import type { Program } from '#dispatch/domain/program.ts';
import { isAvailable } from '#instructor/registration.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { hasMeister, teachersOf } from './candidate-queries.server.ts';
import { kindsOfProgram } from './domain/program-kinds.ts';
import { findMatchRequest } from './match-queries.server.ts';

export type TradeTeachers = {
  readonly tradeCode: string;
  readonly program: Program;
  readonly hasMeister: boolean;
  readonly skilledWorkers: number;
};

/**
 * Who is registered for the trade of a request that Meister or skilled workers lead; undefined where the 事業区分 is led by
 * others. Where no Meister is registered, skilled workers may go (domain.md §5.3).
 */
export async function findTeachers(ctx: Context, requestId: string): Promise<TradeTeachers | undefined> {
  requirePermission(ctx, 'request.read');
  const request = await findMatchRequest(ctx.db, requestId);
  if (!request) return undefined;
  const { tradeCode, program } = request.facts;
  if (!kindsOfProgram(program, ctx.today()).includes('skilled-worker')) return undefined;
  const { count } = await ctx.db
    .selectFrom('instructor')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('kind', '=', 'skilled-worker')
    .where('deleted_at', 'is', null)
    .where(isAvailable)
    .where('instructor_id', 'in', teachersOf(ctx.db, tradeCode))
    .executeTakeFirstOrThrow();
  return { tradeCode, program, hasMeister: await hasMeister(ctx.db, tradeCode), skilledWorkers: count };
}
