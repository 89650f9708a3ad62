import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { overwrite } from '#record/columns.server.ts';
import type { CertificationCriteriaInput } from './domain/criteria-fields.ts';

const identity = ['corner_code', 'valid_from'] as const;

/** Writes criteria that begin on a day; those that were dropped before give way to them. */
export async function saveCriteria(
  tx: Tx,
  ctx: Context,
  { input, version }: { readonly input: CertificationCriteriaInput; readonly version: number },
): Promise<void> {
  const row = {
    corner_code: ctx.corner,
    valid_from: input.validFrom,
    valid_until: input.validUntil,
    name: input.name,
    bases: [...input.bases],
    practice_years: input.practiceYears,
    practice_after_basis: input.practiceAfterBasis,
    instruction_years: input.instructionYears,
    chief_judges: input.chiefJudges,
    divisions: [...input.divisions],
    source: input.source,
    version: version + 1,
    updated_at: ctx.now(),
    deleted_at: null,
    deleted_reason: null,
  };
  await tx
    .insertInto('certification_criteria')
    .values(row)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
}

/** Drops criteria; the row and the reason stay. */
export async function dropCriteriaRow(
  tx: Tx,
  ctx: Context,
  { validFrom, reason }: { readonly validFrom: PlainDate; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('certification_criteria')
    .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
    .where('valid_from', '=', validFrom)
    .execute();
}
