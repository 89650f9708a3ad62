import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFailedTests } from './list-failures.ts';
import { runCommand } from './run-command.ts';
import { judgeSuite, readCounts, renderReport, type Counts, type SuiteResult } from './test-report.ts';

/*
 * `npm test`: everything that must hold, in the order in which it is cheapest to fail. Every suite runs, also after one
 * failed; journeys need the build. Ends with the counts of each suite and `N passed, N failed, N skipped`.
 */
type Suite = {
  readonly name: string;
  readonly command: (reportPath: string) => readonly string[];
  /** How the counts are read when the suite has ended. */
  readonly count: (reportPath: string, output: string, exitCode: number) => Counts & { readonly note?: string };
  /** A suite whose failure makes this one pointless. */
  readonly needs?: string;
};

const node = process.execPath;
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');

function script(name: string): string {
  return join(import.meta.dirname, name);
}

function vitestReport(path: string): readonly string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
}

/** A gate counts like a test. */
function countGates(_path: string, output: string): Counts {
  const closing = /^check: (\d+) passed, (\d+) failed/m.exec(output);
  return { passed: Number(closing?.[1] ?? 0), failed: Number(closing?.[2] ?? 0), skipped: 0 };
}

/** A build that edits the manifest or the lock has installed something behind our back. */
const manifests = ['package.json', 'package-lock.json'];
function readManifests(): string {
  return manifests.map((path) => readFileSync(path, 'utf8')).join('\n');
}
const manifestsBefore = readManifests();

function countBuild(_path: string, _output: string, exitCode: number): Counts & { note?: string } {
  const changed = readManifests() !== manifestsBefore;
  const failed = exitCode !== 0 || changed ? 1 : 0;
  return { passed: 1 - failed, failed, skipped: 0, ...(changed ? { note: `changed ${manifests.join(' or ')}` } : {}) };
}

function countPostgres(path: string, output: string): Counts & { note?: string } {
  const closing = /^PostgreSQL: (.+)$/m.exec(output)?.[1];
  return { ...readCounts(path), ...(closing ? { note: closing } : {}) };
}

const suites: readonly Suite[] = [
  { name: 'check', command: () => [node, script('check.ts')], count: countGates },
  { name: 'unit', command: (path) => [node, vitest, 'run', ...vitestReport(path)], count: (path) => readCounts(path) },
  { name: 'pg', command: (path) => [node, script('test-pg.ts'), ...vitestReport(path)], count: countPostgres },
  {
    name: 'build',
    command: () => [node, join(import.meta.dirname, '../node_modules/@react-router/dev/bin.cjs'), 'build'],
    count: countBuild,
  },
  { name: 'e2e', command: () => [node, script('e2e.ts')], count: (path) => readCounts(path), needs: 'build' },
];

async function runSuite(suite: Suite, folder: string): Promise<SuiteResult> {
  console.log(`\n=== ${suite.name} ===`);
  const startedAt = performance.now();
  const reportPath = join(folder, `${suite.name}.json`);
  const { code, output } = await runCommand(suite.command(reportPath), {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath },
    output: 'show',
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const failures = listFailedTests(reportPath);
  return judgeSuite({ name: suite.name, ...suite.count(reportPath, output, code), seconds, failures }, code);
}

async function runAll(): Promise<SuiteResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'takumi-test-'));
  const results: SuiteResult[] = [];
  try {
    for (const suite of suites) {
      const blocked = results.some((result) => result.name === suite.needs && result.failed > 0);
      results.push(
        blocked
          ? {
              name: suite.name,
              passed: 0,
              failed: 1,
              skipped: 0,
              seconds: 0,
              note: `did not run: ${suite.needs} failed`,
            }
          : await runSuite(suite, folder),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return results;
}

const results = await runAll();
console.log(renderReport(results));
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;
