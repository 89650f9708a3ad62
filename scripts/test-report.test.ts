import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFailedTests } from './list-failures.ts';
import { judgeSuite, readCounts, renderReport } from './test-report.ts';

/** A runner's report in a file of its own. */
function withReport(report: unknown, look: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'takumi-report-'));
  try {
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    look(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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

test('what failed stands by name at the end, where a shortened output still shows it', () => {
  const report = renderReport([{ ...suite, failed: 1, failures: ['a.test.ts › two is two: expected 3 to be 2'] }]);
  expect(report.split('\n').at(1)).toBe('FAILED unit a.test.ts › two is two: expected 3 to be 2');
});

test.each([
  [
    'Vitest',
    { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 },
    { passed: 4, failed: 1, skipped: 3 },
  ],
  ['Playwright', { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }, { passed: 4, failed: 2, skipped: 2 }],
])('reads the counts of %s', (_runner, report, expected) => {
  withReport(report, (path) => expect(readCounts(path)).toEqual(expected));
});

test('names the failed tests of Vitest, and a file that could not be read', () => {
  const report = {
    testResults: [
      {
        name: join(process.cwd(), 'a.test.ts'),
        assertionResults: [
          { fullName: 'one is one', status: 'passed' },
          {
            fullName: 'two is two',
            status: 'failed',
            failureMessages: ['Error: \u001B[31mexpected 3\u001B[39m\n at a'],
          },
        ],
      },
      { name: join(process.cwd(), 'b.test.ts'), message: 'no such module\n at b', assertionResults: [] },
    ],
  };
  withReport(report, (path) =>
    expect(listFailedTests(path)).toEqual([
      'a.test.ts › two is two: Error: expected 3',
      'b.test.ts › (the file itself): no such module',
    ]),
  );
});

test('names the failed tests of Playwright, however deep they stand', () => {
  const spec = {
    file: 'a.spec.ts',
    title: 'opens',
    ok: false,
    tests: [{ results: [{ error: { message: 'no page' } }] }],
  };
  const report = { suites: [{ specs: [{ ...spec, ok: true }], suites: [{ specs: [spec] }] }] };
  withReport(report, (path) => expect(listFailedTests(path)).toEqual(['a.spec.ts › opens: no page']));
});

test('a runner that wrote no report has no counts', () => {
  const path = join(tmpdir(), 'takumi-no-such-report.json');
  expect(readCounts(path)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(listFailedTests(path)).toEqual([]);
});
