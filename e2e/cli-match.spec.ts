import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './http-desk.ts';
import { answerOf, contentOf, expect, expectReason, test } from './shell-desk.ts';

type Match = {
  readonly run: { readonly id: string; readonly state: string; readonly inputHash: string; readonly seed: number };
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly proven: boolean;
  readonly breakdown: readonly { readonly rule: string; readonly points: number }[];
  readonly assignments: readonly {
    readonly request: string;
    readonly visitOn: string;
    readonly instructors: readonly string[];
    readonly reasons: readonly object[];
  }[];
  readonly unserved: readonly {
    readonly request: string;
    readonly sessions: number;
    readonly blockers: readonly object[];
  }[];
  readonly adopted?: readonly { readonly request: string; readonly visits: number; readonly offers: number }[];
  readonly refused?: readonly object[];
};

const year = ['match', '--corner', '35', '--year', '2022'];

test('takumi match proposes the best year, twice the same, and makes nothing of it until it is told to [contract.md §1]', async ({
  folder,
}) => {
  test.setTimeout(180_000);
  const before = await contentOf(folder);
  const lp = join(folder, 'model.lp');
  const first = answerOf(await runCommand(folder, [...year, '--lp', lp, '--json']), 0) as Match;
  expect(first).toMatchObject({ corner: '35', fiscalYear: 2022, gap: 0, proven: true, run: { state: 'done' } });
  expect(first.objective).toBe(first.bound);
  expect(first.breakdown.reduce((sum, { points }) => sum + points, 0)).toBe(first.objective);
  expect(first.assignments.length).toBeGreaterThan(10);
  for (const { instructors, reasons, visitOn } of first.assignments) {
    expect(instructors.length).toBeGreaterThan(0);
    expect(reasons.length).toBeGreaterThan(0);
    expect(visitOn > '2022-11-30' && visitOn <= '2023-03-31', visitOn).toBe(true);
  }
  for (const { sessions, blockers } of first.unserved) {
    expect(sessions).toBeGreaterThan(0);
    expect(blockers.length).toBeGreaterThan(0);
  }
  expect(readFileSync(lp, 'utf8')).toMatch(/^Minimize\n[^]*\nSubject To\n[^]*\nEnd\n$/u);
  const after = await contentOf(folder);
  for (const table of ['visit', 'visit_instructor', 'offer', 'request'])
    expect(after[table], table).toEqual(before[table]);

  const second = answerOf(await runCommand(folder, [...year, '--json']), 0) as Match;
  const { run: _, ...told } = second;
  expect(first).toMatchObject(JSON.parse(JSON.stringify(told)) as Record<string, unknown>);
  expect(second.run).toMatchObject({ inputHash: first.run.inputHash, seed: first.run.seed });
});

test('takumi match --commit plans the visits of the proposal by the ordinary use case, and what is planned is not proposed again', async ({
  folder,
}) => {
  test.setTimeout(180_000);
  const done = answerOf(await runCommand(folder, [...year, '--commit', '--json']), 0) as Match;
  const planned = (done.adopted ?? []).reduce((sum, { visits }) => sum + visits, 0);
  expect(done.refused).toEqual([]);
  // Who was asked before and has not answered keeps their days, and is proposed again until they do.
  const asked = (done.adopted ?? []).filter(({ offers }) => offers > 0).map(({ request }) => request);
  const again = await runCommand(folder, [...year, '--json']);
  const left = done.unserved.length + asked.length > 0 ? (answerOf(again, 0) as Match).assignments : [];
  expect(planned + left.length).toBe(done.assignments.length);
  expect(left.filter(({ request }) => !asked.includes(request))).toEqual([]);
});

test('takumi match --as offer asks the people of requests that have come so far, and says of the others what comes first', async ({
  folder,
}) => {
  test.setTimeout(180_000);
  const before = await contentOf(folder);
  const order = ['--commit', '--as', 'offer', '--answer-by', '2022-12-01', '--json'];
  const done = answerOf(await runCommand(folder, [...year, ...order]), 1) as Match;
  const adopted = done.adopted ?? [];
  expect(adopted.length).toBeGreaterThan(5);
  for (const { offers, visits } of adopted) expect([offers > 0, visits]).toEqual([true, 0]);
  const refused = (done.refused ?? []) as readonly { readonly reason: string }[];
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toBe('wrong-stage');
  const proposed = new Set(done.assignments.map(({ request }) => request));
  expect(adopted.length + refused.length).toBe(proposed.size);
  const after = await contentOf(folder);
  expect(after['visit'], 'a visit before anybody said yes').toEqual(before['visit']);
  const count = (digest = '') => Number(digest.split(' ', 1)[0]);
  const open = adopted.reduce((sum, { offers }) => sum + offers, 0);
  expect(count(after['offer']) - count(before['offer'])).toBeGreaterThanOrEqual(open - 1);
});

test('a year that is over, and a file that cannot be written, are refused with the reason [contract.md §1]', async ({
  folder,
}) => {
  const over = await runCommand(folder, ['match', '--corner', '35', '--year', '2020', '--json']);
  expect(answerOf(over, 1)).toMatchObject({ ok: false });
  expectReason(over, /^割り当てる期間（.*）に日がありません。/u);
  const nowhere = await runCommand(folder, [...year, '--lp', join(folder, 'ない', 'm.lp'), '--json']);
  expect(answerOf(nowhere, 1)).toMatchObject({ ok: false });
  expectReason(nowhere, /m\.lp を書き込めません。/u);
});
