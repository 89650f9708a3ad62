import type { Context } from '#platform/context.server.ts';
import type { RecordUseCases } from '#record/record-use-cases.server.ts';
import { scoutingLeadRecords, scoutingVisitRecords, territoryRecords } from '#scouting/scouting-records.server.ts';
import { buildNationalScouting } from './domain/national-candidates.ts';
import { buildScouting } from './domain/scouting-of-2022.ts';

const FISCAL_YEAR = 2022;

/** Loads what the coordinators of the demonstration office do. A second time nothing changes. */
export async function loadScouting(ctx: Context): Promise<void> {
  const { territories, leads, visits } = buildScouting();
  await takeIn(ctx, territoryRecords, territories);
  await takeIn(ctx, scoutingLeadRecords, leads);
  await takeIn(ctx, scoutingVisitRecords, visits);
}

/** The same of an office of a national demonstration. */
export async function loadNationalScouting(ctx: Context): Promise<void> {
  const { territories, visits } = buildNationalScouting(ctx.corner);
  await takeIn(ctx, territoryRecords, territories);
  await takeIn(ctx, scoutingVisitRecords, visits);
}

async function takeIn<Input>(ctx: Context, records: RecordUseCases<Input>, inputs: readonly Input[]): Promise<void> {
  const rows = inputs.map((input, index) => ({ line: index + 1, input }));
  const outcome = await records.importAll(ctx, rows, { fiscalYear: FISCAL_YEAR, absentKeys: [], dryRun: false });
  if (!outcome.ok) throw new Error(`${records.shape.name}: ${JSON.stringify(outcome.problems)}`);
}
