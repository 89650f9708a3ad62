import { addDays, plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { assignAttendants } from '#schedule/assign-attendants.server.ts';
import { assignCoordinator } from '#schedule/assign-coordinator.server.ts';
import { recordMoved } from '#schedule/close-visit.server.ts';
import type { RosterLine } from '#schedule/domain/roster.ts';
import type { VisitReason } from '#schedule/domain/visit-event.ts';
import { addToRoster, recordAttendance } from '#schedule/keep-roster.server.ts';
import { nameReason } from '#schedule/name-reason.server.ts';
import { countRosterOf, getRoster } from '#schedule/roster-queries.server.ts';
import { listCoordinators } from '#schedule/visit-coordinator-queries.server.ts';
import { listVisitEvents } from '#schedule/visit-event-queries.server.ts';
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

/** What a reason of the demonstration tells of its 区分. */
const codes: readonly (readonly [RegExp, VisitReason])[] = [
  [/感染/u, 'infection'],
  [/雪|台風|荒天|大雨/u, 'weather'],
  [/マイスター|指導者/u, 'instructor'],
  [/体調|けが|入院/u, 'illness'],
  [/./u, 'host'],
];

/**
 * Loads what the calendar shows by its ordinary use cases: rosters, the 区分 of what was called off, and a visit that moved
 * and came back. Every visit stands on its day and counts as many people as before.
 */
export async function loadSchedule(ctx: Context): Promise<void> {
  await loadRosters(ctx);
  await nameReasons(ctx);
  await moveThereAndBack(ctx);
}

/** Who is in charge of the next visits, and who was at those with a roster; nobody is named before the accounts are there. */
export async function loadVisitStaff(ctx: Context): Promise<void> {
  const people = (await listCoordinators(ctx)).map(({ id }) => id);
  for (const [index, { id }] of (await pick(ctx, 'planned', 2 * PLANNED)).entries()) {
    expectDone(await assignCoordinator(ctx, { visitId: id, coordinatorId: people[index % people.length] ?? null }));
  }
  for (const [index, { id }] of (await pick(ctx, 'held', HELD)).entries()) {
    const userIds = index % 2 === 0 ? people.slice(0, 1) : people.slice(0, 2);
    expectDone(await assignAttendants(ctx, { visitId: id, userIds }));
  }
}

async function nameReasons(ctx: Context): Promise<void> {
  const filters = { fiscalYear: FISCAL_YEAR, status: 'cancelled' } as const;
  const { rows } = await listVisits(ctx, { filters, order: 'latest', cursor: undefined });
  for (const { id } of rows) {
    for (const { version, reason, reasonCode } of await listVisitEvents(ctx, id)) {
      const code = codes.find(([words]) => words.test(reason))?.[1];
      if (reasonCode !== 'unknown' || code === undefined) continue;
      expectDone(await nameReason(ctx, { visitId: id, version, code }));
    }
  }
}

/** A planned visit of February that had to make room for a day and got its day back. */
async function moveThereAndBack(ctx: Context): Promise<void> {
  const filters = { fiscalYear: FISCAL_YEAR, status: 'planned', program: 'practical-instruction' } as const;
  const { rows } = await listVisits(ctx, { filters, order: 'latest', cursor: undefined });
  const visit = rows.find(({ visitOn }) => visitOn.startsWith('2023-02'));
  if (!visit || (await listVisitEvents(ctx, visit.id)).length > 0) return;
  const { id, startsAt, endsAt } = visit;
  const visitOn = plainDate(visit.visitOn);
  const moves = [
    {
      code: 'host',
      reason: '実習場の設備点検と重なったため',
      slot: { visitOn: addDays(visitOn, 1), startsAt, endsAt },
    },
    {
      code: 'weather',
      reason: '大雪の予報が出たため、点検を繰り上げて元の日に戻した',
      slot: { visitOn, startsAt, endsAt },
    },
  ] as const;
  for (const move of moves) expectDone(await recordMoved(ctx, { id, version: await versionOf(ctx, id), ...move }));
}

async function loadRosters(ctx: Context): Promise<void> {
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
