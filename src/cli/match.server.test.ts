import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readEnvironment } from '#platform/env.server.ts';
import { WrongUsage } from './command.ts';
import { progressLine, showProgress } from './match-progress.ts';
import { matchCommand } from './match.server.ts';

const complete = { corner: '35', year: '2022' };

function run(options: Readonly<Record<string, string | boolean | undefined>>, dataFolder: string) {
  const environment = readEnvironment({ TAKUMI_DATA: dataFolder });
  const terminal = { print: () => {}, warn: () => {}, interactive: false };
  return matchCommand.run({ positionals: [], options, environment, terminal });
}

test.each([
  [{ corner: '35' }, '--year'],
  [{ ...complete, corner: '48' }, '--corner は'],
  [{ ...complete, from: '2022-11-31' }, '--from は'],
  [{ ...complete, to: 'あした' }, '--to は'],
  [{ ...complete, 'time-limit': '0' }, '--time-limit は1〜86400の整数'],
  [{ ...complete, 'time-limit': '1.5' }, '--time-limit は'],
  [{ ...complete, seed: '-1' }, '--seed は'],
  [{ ...complete, as: 'visit' }, '--as は --commit と一緒に'],
  [{ ...complete, commit: true, as: 'mail' }, '--as は visit'],
  [{ ...complete, commit: true, as: 'offer' }, '--answer-by'],
  [{ ...complete, commit: true, 'answer-by': '2022-12-15' }, '--as offer と一緒に'],
])('takumi match with %o is wrong usage and opens no database [contract §1]', async (options, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'takumi-match-'));
  try {
    const running = run(options, join(folder, 'data'));
    await expect(running).rejects.toThrow(WrongUsage);
    await expect(running).rejects.toThrow(message);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [{ points: 200, bound: 100 }, '[############------------] 50%  点 200  下限 100'],
  [{ points: 1200, bound: 1200 }, '[########################] 100%  点 1,200  下限 1,200'],
  [{ points: 1000, bound: 999 }, '[#######################-] 99%  点 1,000  下限 999'],
  [{ points: 10, bound: -5 }, '[------------------------] 0%  点 10  下限 0'],
  [{ points: 0, bound: 0 }, '[########################] 100%  点 0  下限 0'],
])('a calculation at %o is drawn as %s: 100 %% is the proof and nothing less', (progress, line) => {
  expect(progressLine(progress)).toBe(line);
});

test('nothing is drawn where standard error is no terminal', () => {
  // why: the bar goes past the terminal's lines, straight to the stream.
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const interactive of [false, true]) {
    const { show, end } = showProgress({ print: () => {}, warn: () => {}, interactive });
    show({ points: 2, bound: 1 });
    end();
    expect(write.mock.calls.length > 0).toBe(interactive);
  }
  write.mockRestore();
});
