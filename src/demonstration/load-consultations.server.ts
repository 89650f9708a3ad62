import { consultationRecords } from '#consultation/consultation-records.server.ts';
import type { Context } from '#platform/context.server.ts';
import { buildConsultations } from './domain/consultations-of-2022.ts';

const FISCAL_YEAR = 2022;

/** Loads what was asked at the demonstration office. A second time nothing changes. */
export async function loadConsultations(ctx: Context): Promise<void> {
  const rows = buildConsultations().map((input, index) => ({ line: index + 1, input }));
  const options = { fiscalYear: FISCAL_YEAR, absentKeys: [], dryRun: false };
  const outcome = await consultationRecords.importAll(ctx, rows, options);
  if (!outcome.ok) throw new Error(`consultation: ${JSON.stringify(outcome.problems)}`);
}
