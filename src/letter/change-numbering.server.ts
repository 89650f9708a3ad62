import type { Result } from '#kernel/result.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { decideNumbering, type NumberingRefusal } from './domain/document-number.ts';
import { findPrefix } from './issue-letter.server.ts';
import { lockCounter, saveCounter, savePrefix } from './letter-store.server.ts';
import { letterText as words } from './text.ts';

/** 文書番号の決め方 of a 年度: what the numbers begin with, which comes next, and how many were given. */
export type NumberingOfYear = { readonly prefix: string; readonly next: number; readonly given: number };

export async function readNumbering(ctx: Context, fiscalYear: number): Promise<NumberingOfYear> {
  requirePermission(ctx, 'letter.read');
  const counter = await ctx.db
    .selectFrom('document_counter')
    .select('last_number as last')
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst();
  const given = await countGiven(ctx.db, fiscalYear);
  return { prefix: await findPrefix(ctx.db, ctx), next: (counter?.last ?? 0) + 1, given };
}

type Change = { readonly fiscalYear: number; readonly prefix: string; readonly next: number };

/** Changes what the numbers begin with, and while none was given in the 年度, which comes first. */
export function changeNumbering(
  ctx: Context,
  { fiscalYear, ...wish }: Change,
): Promise<Result<{ readonly prefix: string; readonly next: number }, NumberingRefusal>> {
  requirePermission(ctx, 'letter.manage');
  return inTransaction(ctx, async (tx) => {
    const last = await lockCounter(tx, { corner: ctx.corner, fiscalYear });
    const before = { prefix: await findPrefix(tx, ctx), next: last + 1 };
    const decision = decideNumbering(wish, { given: await countGiven(tx, fiscalYear), last });
    if (!decision.ok) return decision;
    const { prefix, next } = decision.value;
    await savePrefix(tx, { corner: ctx.corner, prefix }, ctx.now());
    await saveCounter(tx, { corner: ctx.corner, fiscalYear, last: next - 1 });
    const entity = {
      kind: 'document-numbering',
      id: String(fiscalYear),
      label: `${words.numbering}（${fiscalYearLabel(fiscalYear)}）`,
    };
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before, after: { prefix, next } }]);
    return decision;
  });
}

/** How many numbers of this register were given in a 年度. */
async function countGiven(db: Db, fiscalYear: number): Promise<number> {
  const row = await db
    .selectFrom('issued_letter')
    .select((each) => each.fn.count<number>('serial').as('given'))
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirstOrThrow();
  return row.given;
}
