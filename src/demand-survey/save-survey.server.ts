import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { insertSurvey, loadSurvey, requireVersion, updateSurvey } from './demand-survey-store.server.ts';
import { loadRecipients } from './recipient-store.server.ts';
import { moveDemandSurvey, type DemandSurveyCommand, type DemandSurveyRefusal } from './domain/demand-survey.ts';
import type { DemandSurveyInput } from './domain/survey-fields.ts';

type NewSurvey = {
  readonly input: DemandSurveyInput;
  readonly fiscalYear: number;
  readonly key?: string | undefined;
};

/** Makes a 派遣希望調査 of a 年度; the same key answers the same (FRM-34). */
export function createDemandSurvey(
  ctx: Context,
  { input, fiscalYear, key }: NewSurvey,
): Promise<{ readonly id: string }> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['create', 'demand-survey', fiscalYear, input]),
      isKept: () => true,
      work: async () => {
        await lockRecords(tx, 'demand-survey');
        const id = ctx.newId();
        const number = await nextNumber(tx, fiscalYear);
        await insertSurvey(tx, ctx, { ...input, id, number, fiscalYear });
        await recordAudit(tx, ctx, [{ action: 'created', entity: entityOf({ id, number }), after: input }]);
        return { id };
      },
    }),
  );
}

/** 「D2022-1」: the surveys of a 年度 are counted; none is ever taken away. */
async function nextNumber(db: Db, fiscalYear: number): Promise<string> {
  const { count } = await db
    .selectFrom('demand_survey')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirstOrThrow();
  return `D${fiscalYear}-${count + 1}`;
}

const entityOf = ({ id, number }: { readonly id: string; readonly number: string }) => ({
  kind: 'demand-survey',
  id,
  label: number,
});

type Change = { readonly id: string; readonly version: number; readonly input: DemandSurveyInput };

/** Overwrites what is said of a survey that nobody changed since the person opened it. */
export function changeDemandSurvey(ctx: Context, { id, version, input }: Change): Promise<void> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, async (tx) => {
    const survey = await loadSurvey(tx, id, { lock: true });
    requireVersion('demand-survey', { id, seen: version, current: survey.version });
    await updateSurvey(tx, ctx, { id, input });
    const { title, answerBy, classes, note } = survey;
    const before = { title, answerBy, classes, note };
    await recordAudit(tx, ctx, [{ action: 'updated', entity: entityOf(survey), before, after: input }]);
  });
}

/** Starts, closes or reopens a survey. */
export function stepDemandSurvey(
  ctx: Context,
  { id, command }: { readonly id: string; readonly command: DemandSurveyCommand },
): Promise<Result<null, DemandSurveyRefusal>> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, async (tx) => {
    const survey = await loadSurvey(tx, id, { lock: true });
    const recipients = await loadRecipients(tx, { surveyId: id });
    const moved = moveDemandSurvey({ ...survey, recipients: recipients.length, today: ctx.today() }, command);
    if (!moved.ok) return moved;
    await updateSurvey(tx, ctx, { id, state: moved.value });
    await recordAudit(tx, ctx, [
      {
        action: 'moved',
        entity: entityOf(survey),
        before: { surveyState: survey.state },
        after: { surveyState: moved.value },
      },
    ]);
    return accept(null);
  });
}
