import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { runCommand } from './run-command.ts';
import { listFiles } from './source-files.ts';

const testLike = /([._-](test|tests|spec|specs)\.[cm]?[jt]sx?$)|((^|\/)__tests__\/)/;
const packages = join(import.meta.dirname, '../node_modules');

function fromRoot(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join('/');
}

/** Runs a runner's listing and answers the JSON it wrote, or what it said instead. */
async function list(command: (reportPath: string) => readonly string[]): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'takumi-list-'));
  const reportPath = join(folder, 'list.json');
  try {
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath };
    const result = await runCommand([process.execPath, ...command(reportPath)], { env });
    if (!existsSync(reportPath)) throw new Error(`the runner listed nothing: ${result.output}`);
    return JSON.parse(readFileSync(reportPath, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function listVitest(config: string): Promise<string[]> {
  if (!existsSync(config)) return [];
  const program = join(packages, 'vitest/vitest.mjs');
  const answer = await list((path) => [program, 'list', '--filesOnly', `--json=${path}`, '--config', config]);
  return (answer as { file: string }[]).map(({ file }) => fromRoot(file));
}

/** Every suite of the report, down to its files. A listed file without a test does not count. */
async function listPlaywright(): Promise<string[]> {
  if (!existsSync('playwright.config.ts') || listFiles(['e2e/**/*.spec.ts']).length === 0) return [];
  const program = join(packages, '@playwright/test/cli.js');
  const answer = await list(() => [program, 'test', '--list', '--reporter=json']);
  const { config, suites } = answer as { config: { rootDir: string }; suites: { file: string }[] };
  return suites.map(({ file }) => fromRoot(join(config.rootDir, file)));
}

const found = listFiles(['{src,test,e2e,scripts,bin}/**/*', '*.*']).filter((path) => testLike.test(path));
const listed = new Set(
  (await Promise.all([listVitest('vitest.config.ts'), listVitest('vitest.pg.config.ts'), listPlaywright()])).flat(),
);
const lost = found.filter((path) => !listed.has(path));
for (const path of lost) console.error(`test-not-run: ${path} looks like a test, and no runner lists it`);
if (found.length === 0) console.error('test-not-run: the tree holds no test');
process.exitCode = lost.length === 0 && found.length > 0 ? 0 : 1;
