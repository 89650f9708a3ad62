import { countReports, listReports } from '#activity-report/report-queries.server.ts';
import { answerReport, getReport, writeReport } from '#activity-report/write-report.server.ts';
import type { Context } from '#platform/context.server.ts';

const FISCAL_YEAR = 2022;
/** A drawn pattern of 96 × 64 dots (PNG) in place of a photo: nobody is on it. */
const PHOTO =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAAAAADAXy3SAAAARElEQVR42u3WoREAMAgDQMbuiB0Lx0UiWveREbzjUidyI6/6AgAAgAXw42j2AAAAsAG8awAAYBcBAACAXQQAAOwiwKQB8MkA4r9a4/gAAAAASUVORK5CYII=';
/** Of the visits held first: so many reports were checked, then so many wait to be. */
const CHECKED = 30;
const WAITING = 4;

/** Loads reports of held visits by their ordinary use cases; a corner that has any is left as it is. */
export async function loadActivityReports(ctx: Context): Promise<void> {
  const { waiting, checked } = await countReports(ctx, FISCAL_YEAR);
  if (waiting + checked > 0) return;
  const visits = (await listReports(ctx, { fiscalYear: FISCAL_YEAR, view: 'missing' })).slice(0, CHECKED + WAITING);
  for (const [at, { visitId, instructorId }] of visits.entries()) {
    const pair = { visitId, instructorId };
    const { visit } = await getReport(ctx, pair);
    const written = await writeReport(ctx, {
      ...pair,
      version: 0,
      command: 'submit',
      input: {
        content: '競技大会の課題を使い、段取りから仕上げまでの手順を1つずつ確かめながら指導した。',
        trainees: visit.trainees,
        understanding: at % 4 === 3 ? 'more-than-half' : 'most',
        problems: at % 5 === 4 ? '測定工具が人数分なく、待ち時間があった。' : null,
        nextTime: '次回は、時間を計って通しで作業する。',
      },
      consent: 'nobody-shown',
      files: [{ name: '作品.png', bytes: Buffer.from(PHOTO, 'base64') }],
    });
    if (!written.ok) throw new Error(`activity report: ${JSON.stringify(written.refusal)}`);
    if (at < CHECKED) await answerReport(ctx, { ...pair, version: 1, command: 'check', reason: null });
  }
}
