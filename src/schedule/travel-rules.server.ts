import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { overwrite } from '#record/columns.server.ts';
import type { TravelRule } from './domain/travel-rule.ts';
import type { DatedTravel } from './domain/travel-time.ts';
import { lockSchedule } from './visit-references.server.ts';

const KIND = 'travel-rule';
const identity = ['corner_code', 'valid_from'] as const;

/** 移動時間の定め of the corner, from the newest back. */
export function listTravelRules(ctx: Context): Promise<readonly TravelRule[]> {
  requirePermission(ctx, 'visit.read');
  return readTravelRules(ctx.db);
}

/** By what the corner estimates travel, each estimate from its day on: a visit is judged by that of its own day. */
export function loadTravel(db: Db): Promise<readonly DatedTravel[]> {
  return readTravelRules(db);
}

/**
 * Sets by what the corner estimates travel from a day on; a rule of the same day gives way, and the log keeps it. Under the
 * lock of the schedule, so that nobody is assigned by two rules at once.
 */
export function setTravelRule(ctx: Context, rule: TravelRule): Promise<void> {
  requirePermission(ctx, 'dispatch-rule.manage');
  return inTransaction(ctx, async (tx) => {
    await lockSchedule(tx);
    const before = (await readTravelRules(tx)).find(({ validFrom }) => validFrom === rule.validFrom);
    await writeRule(tx, ctx, rule);
    const entity = { kind: KIND, id: rule.validFrom, label: rule.validFrom };
    await recordAudit(tx, ctx, [
      { action: before ? 'updated' : 'created', entity, before: before ?? null, after: rule },
    ]);
  });
}

async function writeRule(tx: Tx, ctx: Context, rule: TravelRule): Promise<void> {
  const row = {
    corner_code: ctx.corner,
    valid_from: rule.validFrom,
    kilometres_an_hour: rule.kilometresAnHour,
    extra_minutes: rule.extraMinutes,
    basis: rule.basis,
    updated_at: ctx.now(),
  };
  await tx
    .insertInto('travel_rule')
    .values(row)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
}

async function readTravelRules(db: Db): Promise<readonly TravelRule[]> {
  const rows = await db
    .selectFrom('travel_rule')
    .select(['valid_from', 'kilometres_an_hour', 'extra_minutes', 'basis'])
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    validFrom: row.valid_from as PlainDate,
    kilometresAnHour: row.kilometres_an_hour,
    extraMinutes: row.extra_minutes,
    basis: row.basis,
  }));
}
