import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { overwrite } from '#record/columns.server.ts';
import type { NoRequest } from './domain/no-request.ts';
import type { OutreachLine } from './domain/outreach-line.ts';

const identity = ['corner_code', 'fiscal_year', 'line'] as const;

type Place = { readonly fiscalYear: number; readonly line: OutreachLine };

/** Keeps that nobody asked for a line; said again, it replaces what was said before. */
export async function writeNoRequest(
  tx: Tx,
  ctx: Context,
  { fiscalYear, line, statedOn, efforts }: Place & NoRequest,
): Promise<void> {
  const row = {
    corner_code: ctx.corner,
    fiscal_year: fiscalYear,
    line,
    stated_on: statedOn,
    efforts,
    recorded_at: ctx.now(),
    recorder_name: ctx.actor.name,
  };
  await tx
    .insertInto('outreach_no_request')
    .values(row)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
}

/** Takes back that nobody asked. */
export async function removeNoRequest(tx: Tx, { fiscalYear, line }: Place): Promise<void> {
  await tx.deleteFrom('outreach_no_request').where('fiscal_year', '=', fiscalYear).where('line', '=', line).execute();
}
