import { join } from 'node:path';
import { ensureChromium } from './find-chromium.ts';
import { runCommand } from './run-command.ts';

/** Runs the journeys in Chromium; arguments go to Playwright (`npm run e2e -- e2e/sign-in.spec.ts`). */
async function runJourneys(args: readonly string[]): Promise<number> {
  const chromium = await ensureChromium();
  const program = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
  const command = [process.execPath, program, 'test', '--config', 'playwright.config.ts', ...args];
  const { code } = await runCommand(command, { env: { CHROMIUM: chromium }, output: 'show' });
  return code;
}

try {
  process.exitCode = await runJourneys(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
