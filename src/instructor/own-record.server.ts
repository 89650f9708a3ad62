import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { RecordRefusal, Stored } from '#record/domain/record-kind.ts';
import { isRecordId } from '#record/record-id.ts';
import { overwriteRecord } from '#record/save-record.server.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { ownKeys, type OwnKey } from './domain/own-fields.ts';
import { instructorStore } from './instructor-store.server.ts';

/** The record of an instructor as the person themselves sees it: without its history, and without leaving a trace. */
export async function getOwnRecord(ctx: Context, instructorId: string): Promise<Stored<InstructorInput>> {
  requirePermission(ctx, 'own.read', { instructorId });
  return findLiving(ctx, instructorId);
}

type OwnChange = {
  readonly instructorId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly changes: Partial<Pick<InstructorInput, OwnKey>>;
};

/**
 * Changes what an instructor may change of their own record, by the rules of every save; the other fields stay as they are
 * stored. Somebody else's change meanwhile throws Conflict.
 */
export async function changeOwnRecord(
  ctx: Context,
  { instructorId, version, changes }: OwnChange,
): Promise<Result<{ readonly id: string }, readonly FieldProblem[]>> {
  requirePermission(ctx, 'own.write', { instructorId });
  const stored = await findLiving(ctx, instructorId);
  if (stored.version !== version) throw new Conflict('instructor', instructorId, version, stored.version);
  const allowed = Object.fromEntries(Object.entries(changes).filter(([key]) => ownKeys.some((own) => own === key)));
  const input = { ...stored.input, ...allowed };
  const fiscalYear = fiscalYearOf(ctx.today());
  const saved = await overwriteRecord(ctx, instructorStore, { id: instructorId, version, input, fiscalYear });
  return saved.ok ? accept(saved.value) : refuse(problemsOf(saved.refusal));
}

async function findLiving({ db }: Context, instructorId: string): Promise<Stored<InstructorInput>> {
  const stored = isRecordId(instructorId) ? await instructorStore.findById(db, instructorId) : undefined;
  if (!stored || stored.deleted) throw new NotFound('instructor', instructorId);
  return stored;
}

/** The number of the record never changes here, so that nothing but fields can be refused. */
function problemsOf(refusal: RecordRefusal): readonly FieldProblem[] {
  if (refusal.kind === 'fields') return refusal.problems;
  throw new Error(`an own record was refused: ${refusal.kind}`);
}
