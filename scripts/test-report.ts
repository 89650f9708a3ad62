import { existsSync, readFileSync } from 'node:fs';

/** How one suite ended. A suite that ran nothing has not passed. */
export type SuiteResult = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** The tests that failed, by file and title. */
  readonly failures?: readonly string[];
  /** Why the suite did not run as it should. */
  readonly note?: string;
};

export type Counts = Pick<SuiteResult, 'passed' | 'failed' | 'skipped'>;

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Counts in the JSON report that Vitest or Playwright wrote; zeros when it wrote none. */
export function readCounts(reportPath: string): Counts {
  if (!existsSync(reportPath)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as VitestReport | PlaywrightReport;
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * Makes the counts agree with the exit code: a runner that failed without a failed test (a broken file, no browser)
 * counts as one failure, and so does a suite that executed nothing.
 */
export function judgeSuite(suite: SuiteResult, exitCode: number): SuiteResult {
  if (suite.failed > 0) return suite;
  if (exitCode !== 0) return { ...suite, failed: 1, note: suite.note ?? `ended with exit code ${exitCode}` };
  if (suite.passed === 0) return { ...suite, failed: 1, note: suite.note ?? 'executed no test' };
  return suite;
}

/** The closing block of `npm test`: what failed by name, a line for each suite, then the totals. */
export function renderReport(suites: readonly SuiteResult[]): string {
  const lines = suites.map(({ name, passed, failed, skipped, seconds, note }) => {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    return `${verdict} ${name.padEnd(8)} ${counts}, ${seconds.toFixed(0)} s${note ? ` (${note})` : ''}`;
  });
  const failures = suites.flatMap(({ name, failures: failed = [] }) => failed.map((test) => `FAILED ${name} ${test}`));
  const sum = (key: keyof Counts) => suites.reduce((total, suite) => total + suite[key], 0);
  return [
    '',
    ...failures,
    '',
    ...lines,
    '',
    `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
  ].join('\n');
}
