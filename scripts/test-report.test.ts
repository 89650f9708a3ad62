import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeSuite, readCounts, renderReport } from './test-report.ts';

const suite = { name: 'unit', passed: 3, failed: 0, skipped: 1, seconds: 2 };

test.each([
  ['passes when tests ran and the runner agrees', suite, 0, { failed: 0 }],
  ['fails when it executed no test', { ...suite, passed: 0 }, 0, { failed: 1, note: 'executed no test' }],
  [
    'fails when every test was skipped',
    { ...suite, passed: 0, skipped: 9 },
    0,
    { failed: 1, note: 'executed no test' },
  ],
  ['fails when the runner failed without a failed test', suite, 1, { failed: 1, note: 'ended with exit code 1' }],
  ['keeps the number of failed tests', { ...suite, failed: 2 }, 1, { failed: 2 }],
])('a suite %s', (_title, given, exitCode, expected) => {
  expect(judgeSuite(given, exitCode)).toMatchObject(expected);
});

test('the closing line adds up all suites', () => {
  const report = renderReport([suite, { ...suite, name: 'e2e', failed: 2, note: 'no browser' }]);
  expect(report.split('\n').at(-1)).toBe('6 passed, 2 failed, 2 skipped');
  expect(report).toContain('FAILED e2e      3 passed, 2 failed, 1 skipped, 2 s (no browser)');
});

test.each([
  [
    'Vitest',
    { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 },
    { passed: 4, failed: 1, skipped: 3 },
  ],
  ['Playwright', { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }, { passed: 4, failed: 2, skipped: 2 }],
])('reads the counts of %s', (_runner, report, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'takumi-report-'));
  try {
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    expect(readCounts(join(folder, 'report.json'))).toEqual(expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a runner that wrote no report has no counts', () => {
  expect(readCounts(join(tmpdir(), 'takumi-no-such-report.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
