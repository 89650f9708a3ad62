import { certificationRecords } from '#certification/certification-records.server.ts';
import { findCaseByNumber, listEvents } from '#certification/certification-queries.server.ts';
import { listIntakeSuspensions, resumeIntake, suspendIntake } from '#certification/intake.server.ts';
import { moveCase } from '#certification/move-case.server.ts';
import { listRequiredEvidence } from '#certification/domain/required-evidence.ts';
import { addEvidence, listEvidence } from '#evidence/evidence-files.server.ts';
import { evidenceText } from '#evidence/text.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/context.server.ts';
import { openBatches, sendBatches, type BatchOfDay } from './load-batches.server.ts';
import { buildCertifications, type BuiltCertification } from './domain/build-certifications.ts';
import { CERTIFICATION_BATCHES } from './domain/certification-batches.ts';
import { INTAKE_STOP } from './domain/certification-roster.ts';
import { buildNationalCandidates, type NationalCandidates } from './domain/national-candidates.ts';
import { buildSamplePaper } from './domain/sample-paper.ts';
import { demonstrationText } from './text.ts';

/**
 * Loads the applications of the demonstration office through the steps that staff take, each on its day; whoever is
 * certified enters the ledger by it. Comes before the import of the ledger, which adds what is known of them since. A
 * loading that was cut off goes on where it stopped.
 */
export async function loadCertifications(ctx: Context): Promise<number> {
  await stopIntake(ctx);
  const certifications = buildCertifications();
  await takeSteps(ctx, { certifications, batches: CERTIFICATION_BATCHES });
  return certifications.length;
}

/** The same of an office of a national demonstration, so that the Center has a queue over all corners. */
export async function loadNationalCertifications(ctx: Context): Promise<void> {
  await takeSteps(ctx, buildNationalCandidates(ctx.corner));
}

async function takeSteps(ctx: Context, { certifications, batches }: NationalCandidates): Promise<void> {
  const opened = await openBatches(ctx, batches);
  for (const certification of certifications) await loadCase(ctx, certification, opened);
  await sendBatches(ctx, batches);
}

async function stopIntake(ctx: Context): Promise<void> {
  const [since, resumedOn] = [plainDate(INTAKE_STOP.since), plainDate(INTAKE_STOP.resumedOn)];
  const known = (await listIntakeSuspensions(ctx)).find((suspension) => suspension.since === since);
  if (!known) expectOk('intake', await suspendIntake(ctx, { since, reason: INTAKE_STOP.reason }));
  if (!known?.until) expectOk('intake', await resumeIntake(ctx, { resumedOn }));
}

async function loadCase(ctx: Context, { input, moves }: BuiltCertification, batches: BatchOfDay): Promise<void> {
  const id = (await findCaseByNumber(ctx, input.number)) ?? (await create(ctx, { input, moves }));
  await loadPapers(ctx, id, input);
  const taken = (await listEvents(ctx, id)).length;
  for (const move of moves.slice(taken)) {
    const batchId = move.command === 'add-to-batch' ? batchOf(input.number, batches.get(move.happenedOn)) : undefined;
    expectOk(input.number, await moveCase(ctx, { ...move, caseId: id, batchId }));
  }
}

function batchOf(number: string, batchId: string | undefined): string {
  if (batchId === undefined) throw new Error(`${number}: no bundle was filled on that day`);
  return batchId;
}

/** Copies of what proves the basis and of the recommendation, where the application names them. */
async function loadPapers(ctx: Context, caseId: string, input: BuiltCertification['input']): Promise<void> {
  if ((await listEvidence(ctx, caseId)).files.length > 0) return;
  const { appliedOn, basisCode, recommenderName, number } = input;
  const papers = listRequiredEvidence(basisCode, appliedOn ?? ctx.today())
    .map(([kind]) => kind)
    .filter((kind) => kind !== 'recommendation' || recommenderName !== null);
  for (const kind of papers) {
    const bytes = buildSamplePaper(['SAMPLE', number, kind]);
    const name = `${demonstrationText.paper(evidenceText.kinds[kind])}.pdf`;
    expectOk(number, await addEvidence(ctx, { caseId, kind, files: [{ name, bytes }] }));
  }
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
