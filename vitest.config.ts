import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Dates and times in tests are those of a server, whatever the machine's zone is.
process.env.TZ = 'UTC';

const globalSetup = 'test/global-setup.ts';

/** Rules, use cases and pages; the database is the embedded one. `vitest.pg.config.ts` runs on a PostgreSQL server. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**', '**/*.pg.test.ts'],
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    pool: 'forks',
    // One embedded database per worker takes about 450 MB, and loading it is what costs the time.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    env: { TZ: 'UTC' },
  },
});
