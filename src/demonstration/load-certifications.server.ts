import { certificationRecords } from '#certification/certification-records.server.ts';
import { findCaseByNumber, listEvents } from '#certification/certification-queries.server.ts';
import { listIntakeSuspensions, resumeIntake, suspendIntake } from '#certification/intake.server.ts';
import { moveCase } from '#certification/move-case.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/context.server.ts';
import { buildCertifications, type BuiltCertification } from './domain/build-certifications.ts';
import { INTAKE_STOP } from './domain/certification-roster.ts';

/**
 * Loads the applications of the demonstration office through the steps that staff take, each on its day; whoever is
 * certified enters the ledger by it. Comes before the import of the ledger, which adds what is known of them since. A
 * loading that was cut off goes on where it stopped.
 */
export async function loadCertifications(ctx: Context): Promise<number> {
  await stopIntake(ctx);
  const built = buildCertifications();
  for (const certification of built) await loadCase(ctx, certification);
  return built.length;
}

async function stopIntake(ctx: Context): Promise<void> {
  const [since, resumedOn] = [plainDate(INTAKE_STOP.since), plainDate(INTAKE_STOP.resumedOn)];
  const known = (await listIntakeSuspensions(ctx)).find((suspension) => suspension.since === since);
  if (!known) expectOk('intake', await suspendIntake(ctx, { since, reason: INTAKE_STOP.reason }));
  if (!known?.until) expectOk('intake', await resumeIntake(ctx, { resumedOn }));
}

async function loadCase(ctx: Context, { input, moves }: BuiltCertification): Promise<void> {
  const id = (await findCaseByNumber(ctx, input.number)) ?? (await create(ctx, { input, moves }));
  const taken = (await listEvents(ctx, id)).length;
  for (const move of moves.slice(taken)) expectOk(input.number, await moveCase(ctx, { ...move, caseId: id }));
}

async function create(ctx: Context, { input, moves }: BuiltCertification): Promise<string> {
  const fiscalYear = fiscalYearOf(moves[0]?.happenedOn ?? ctx.today());
  return expectOk(input.number, await certificationRecords.create(ctx, { input, fiscalYear })).id;
}

/** Whatever is refused here is a slip of the roster. */
function expectOk<Value, Refusal>(number: string, result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`${number}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
