import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import type { ExportScope } from '#record/export-records.server.ts';
import type { ImportOptions, ImportOutcome, ImportRow, RowProblem } from '#record/import-records.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { RecordDetail } from '#record/read-record.server.ts';
import type { RecordUseCases } from '#record/record-use-cases.server.ts';
import type { Creation } from '#record/save-record.server.ts';
import { findNewAnswers } from './domain/match-imported.ts';
import { checkSurvey, surveyShape, type SurveyInput, type SurveyKnown } from './domain/survey.ts';
import { findVisits, insertAnswers, selectInputs, toNewAnswer } from './survey-store.server.ts';

/**
 * What files and API may do with answers: read and add. Nobody changes what somebody answered, so there is neither change
 * nor removal; a grid of paper typed in by mistake is withdrawn as a whole.
 */
export const surveyRecords: Omit<RecordUseCases<SurveyInput>, 'update' | 'remove'> = {
  shape: surveyShape,
  get: getAnswer,
  create: addAnswer,
  importAll: importAnswers,
  exportAll: exportAnswers,
};

async function getAnswer(ctx: Context, id: string): Promise<RecordDetail<SurveyInput>> {
  requirePermission(ctx, 'survey.read');
  const [found] = isRecordId(id) ? await selectInputs(ctx.db, { answerId: id }) : [];
  if (!found) throw new NotFound('survey', id);
  const { id: _, ...input } = found;
  return { id, version: 1, input, deleted: false, history: [] };
}

function addAnswer(
  ctx: Context,
  { input, key }: Creation<SurveyInput>,
): Promise<Result<{ readonly id: string }, RecordRefusal>> {
  requirePermission(ctx, 'survey.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['create', 'survey', input]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const known = await loadKnown(tx, ctx, [input]);
        const problems = checkSurvey(input, known);
        if (problems.length > 0) return refuse<RecordRefusal>({ kind: 'fields', problems });
        const visitId = known.visits.get(input.visitNumber)?.id ?? '';
        const [id = ''] = await insertAnswers(tx, ctx, [toNewAnswer(input, { visitId, channel: 'api' })]);
        await logAnswers(tx, ctx, { visitId, label: surveyShape.labelOf(input), input });
        return accept({ id });
      },
    }),
  );
}

/** The log tells of which visit an answer came, and not what it said. */
function logAnswers(
  tx: Parameters<typeof recordAudit>[0],
  ctx: Context,
  { visitId, label, input }: { readonly visitId: string; readonly label: string; readonly input: SurveyInput },
): Promise<void> {
  const entity = { kind: 'survey', id: visitId, label };
  return recordAudit(tx, ctx, [{ action: 'answered', entity, after: { audience: input.audience } }]);
}

/** Takes all rows or none; rows that are there already change nothing (contract.md §1). */
function importAnswers(
  ctx: Context,
  rows: readonly ImportRow<SurveyInput>[],
  { dryRun, expected }: ImportOptions,
): Promise<ImportOutcome> {
  requirePermission(ctx, 'transfer.import');
  requirePermission(ctx, 'survey.write');
  return inTransaction(ctx, async (tx): Promise<ImportOutcome> => {
    if (!dryRun) await lockRecords(tx, 'survey');
    const inputs = rows.map(({ input }) => input);
    const known = await loadKnown(tx, ctx, inputs);
    const problems = rows.flatMap(({ line, input }): RowProblem[] =>
      checkSurvey(input, known).map((problem) => ({ line, kind: 'field', problem })),
    );
    if (problems.length > 0) return { ok: false, problems };
    const visitIds = [...known.visits.values()].map(({ id }) => id);
    const stored = (await selectInputs(tx, { visitIds })).map(({ id: _, ...input }) => input);
    const fresh = findNewAnswers(inputs, stored);
    const counts = { created: fresh.length, updated: 0, unchanged: rows.length - fresh.length };
    const agrees = expected === undefined || JSON.stringify(expected) === JSON.stringify(counts);
    if (dryRun || !agrees || fresh.length === 0) return { ok: true, counts };
    const visitOf = (input: SurveyInput) => known.visits.get(input.visitNumber)?.id ?? '';
    const answers = fresh.map((input) => toNewAnswer(input, { visitId: visitOf(input), channel: 'file' }));
    await insertAnswers(tx, ctx, answers);
    const entity = { kind: 'survey', id: 'all', label: '一覧' };
    await recordAudit(tx, ctx, [{ action: 'imported', entity, after: { count: fresh.length } }]);
    return { ok: true, counts };
  });
}

async function loadKnown(db: Db, ctx: Context, inputs: readonly SurveyInput[]): Promise<SurveyKnown> {
  return {
    visits: await findVisits(
      db,
      inputs.map(({ visitNumber }) => visitNumber),
    ),
    today: ctx.today(),
  };
}

/** Every answer of the year in the columns that import reads; the download is logged with its count (SEC-11). */
function exportAnswers(ctx: Context, { fiscalYear, trial }: ExportScope): Promise<readonly SurveyInput[]> {
  requirePermission(ctx, 'transfer.export');
  requirePermission(ctx, 'survey.read');
  return inTransaction(ctx, async (tx) => {
    const inputs = (await selectInputs(tx, { fiscalYear })).map(({ id: _, ...input }) => input);
    if (trial) return inputs;
    const entity = { kind: 'survey', id: fiscalYear === undefined ? 'all' : String(fiscalYear), label: '一覧' };
    await recordAudit(tx, ctx, [{ action: 'exported', entity, after: { count: inputs.length } }]);
    return inputs;
  });
}
