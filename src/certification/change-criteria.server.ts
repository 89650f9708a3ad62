import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { findOwnCriteria, type OwnCriteria } from './criteria-queries.server.ts';
import { dropCriteriaRow, saveCriteria } from './criteria-store.server.ts';
import { checkCriteria, type CertificationCriteriaInput } from './domain/criteria-fields.ts';

const KIND = 'certification-criteria';

export type CriteriaRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'criteria-taken'; readonly validFrom: PlainDate; readonly name: string };

export type CriteriaChange = {
  readonly input: CertificationCriteriaInput;
  /** The version that the person saw; absent for new criteria. */
  readonly version?: number | undefined;
};

/** 認定基準 of the corner: new ones from a day on, or others in place of those of that day. */
export function setCriteria(
  ctx: Context,
  { input, version }: CriteriaChange,
): Promise<Result<undefined, CriteriaRefusal>> {
  requirePermission(ctx, 'criteria.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, KIND);
    const problems = checkCriteria(input);
    if (problems.length > 0) return refuse<CriteriaRefusal>({ kind: 'fields', problems });
    const before = await findOwnCriteria(tx, input.validFrom);
    if (before && version === undefined) {
      return refuse<CriteriaRefusal>({ kind: 'criteria-taken', validFrom: input.validFrom, name: before.input.name });
    }
    if (version !== undefined) requireVersion(before, input.validFrom, version);
    await saveCriteria(tx, ctx, { input, version: before?.version ?? 0 });
    const entity = { kind: KIND, id: input.validFrom, label: input.name };
    const action = before ? 'updated' : 'created';
    await recordAudit(tx, ctx, [{ action, entity, before: before?.input ?? null, after: input }]);
    return accept(undefined);
  });
}

/** Drops criteria of the corner; the published ones of those days hold again. */
export function dropCriteria(
  ctx: Context,
  { validFrom, version, reason }: { readonly validFrom: PlainDate; readonly version: number; readonly reason: string },
): Promise<void> {
  requirePermission(ctx, 'criteria.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, KIND);
    const before = requireVersion(await findOwnCriteria(tx, validFrom), validFrom, version);
    await dropCriteriaRow(tx, ctx, { validFrom, reason });
    await recordDrop(tx, ctx, { before, reason });
  });
}

function requireVersion(found: OwnCriteria | undefined, validFrom: PlainDate, version: number): OwnCriteria {
  if (!found) throw new NotFound(KIND, validFrom);
  if (found.version !== version) throw new Conflict(KIND, validFrom, version, found.version);
  return found;
}

async function recordDrop(
  tx: Tx,
  ctx: Context,
  { before, reason }: { readonly before: OwnCriteria; readonly reason: string },
): Promise<void> {
  const entity = { kind: KIND, id: before.input.validFrom, label: before.input.name };
  await recordAudit(tx, ctx, [{ action: 'deleted', entity, before: before.input, after: { reason } }]);
}
