import { join } from 'node:path';
import { startPostgres } from './find-postgres.ts';
import { runCommand } from './run-command.ts';

/** Runs the tests that want a PostgreSQL server; arguments go to Vitest. */
async function testOnPostgres(args: readonly string[]): Promise<number> {
  const postgres = await startPostgres();
  if (!postgres) {
    console.log(
      'PostgreSQL: none was found, so nothing ran. Set DATABASE_URL_TEST, install postgresql, or npm ci with devDependencies.',
    );
    return 0;
  }
  try {
    const program = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
    const command = [process.execPath, program, 'run', '--config', 'vitest.pg.config.ts', ...args];
    const { code } = await runCommand(command, { env: { DATABASE_URL_TEST: postgres.url }, output: 'show' });
    console.log(`PostgreSQL: ran on ${postgres.origin}`);
    return code;
  } finally {
    await postgres.stop();
  }
}

process.exitCode = await testOnPostgres(process.argv.slice(2));
