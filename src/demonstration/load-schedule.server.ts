import type { Context } from '#platform/context.server.ts';
import type { RosterLine } from '#schedule/domain/roster.ts';
import { addToRoster, recordAttendance } from '#schedule/keep-roster.server.ts';
import { countRosterOf, getRoster } from '#schedule/roster-queries.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';

const FISCAL_YEAR = 2022;
const HELD = 6;
const PLANNED = 3;
/** Rosters are for groups that an instructor can look after one by one. */
const FEWEST = 4;
const MOST = 12;
const surnames = ['見本', '架空', '試作', '仮名', '例示', '模擬'] as const;
const givenNames = [
  ['一郎', 'イチロウ'],
  ['花子', 'ハナコ'],
  ['次郎', 'ジロウ'],
  ['三和', 'ミワ'],
] as const;
const surnameKana = ['ミホン', 'カクウ', 'シサク', 'カメイ', 'レイジ', 'モギ'] as const;

/** Loads rosters of visits by their ordinary use cases, so that every visit counts as many people as before. */
export async function loadSchedule(ctx: Context): Promise<void> {
  const held = await pick(ctx, 'held', HELD);
  const planned = await pick(ctx, 'planned', PLANNED);
  for (const { id, trainees } of held) {
    if ((await countRosterOf(ctx, id)).listed > 0) continue;
    await addRoster(ctx, { id, listed: trainees + 1 });
    // The last one fell ill.
    const came = Array.from({ length: trainees }, (_, index) => index + 1);
    expectDone(await recordAttendance(ctx, { visitId: id, version: await versionOf(ctx, id), came }));
  }
  for (const { id, trainees } of planned) {
    if ((await countRosterOf(ctx, id)).listed === 0) await addRoster(ctx, { id, listed: trainees });
  }
}

async function pick(ctx: Context, status: 'held' | 'planned', count: number): Promise<readonly VisitRow[]> {
  const filters = { fiscalYear: FISCAL_YEAR, status, program: 'practical-instruction' };
  const { rows } = await listVisits(ctx, { filters, order: 'earliest', cursor: undefined });
  return rows.filter(({ trainees }) => trainees >= FEWEST && trainees <= MOST).slice(0, count);
}

async function addRoster(
  ctx: Context,
  { id, listed }: { readonly id: string; readonly listed: number },
): Promise<void> {
  const lines = Array.from({ length: listed }, (_, index) => aTrainee(index));
  expectDone(await addToRoster(ctx, { visitId: id, version: await versionOf(ctx, id), lines }));
}

async function versionOf(ctx: Context, id: string): Promise<number> {
  return (await getRoster(ctx, id)).visit.version;
}

function aTrainee(index: number): RosterLine {
  const [given, kana] = givenNames[index % givenNames.length] ?? ['', ''];
  const place = index % surnames.length;
  return {
    name: `${surnames[place] ?? ''} ${given}`,
    nameKana: `${surnameKana[place] ?? ''} ${kana}`,
    age: { kind: 'age', years: 16 + (index % 3) },
    affiliation: `${1 + (index % 3)}年`,
    aimedGrade: index % 2 === 0 ? '3級' : '2級',
  };
}

function expectDone(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(`schedule: ${JSON.stringify(outcome)}`);
}
