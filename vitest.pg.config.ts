import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

// The global set-up and the tests both ask which engine it is.
process.env.TAKUMI_TEST_ENGINE = 'postgres';

/** Locks, races and every use case once more, on the PostgreSQL server that DATABASE_URL_TEST names (`npm run test:pg`). */
const config = mergeConfig(base, defineConfig({ test: { env: { TAKUMI_TEST_ENGINE: 'postgres' } } }));
config.test = {
  ...config.test,
  include: ['src/**/*.{pg,server}.test.{ts,tsx}', 'test/**/*.pg.test.ts'],
  exclude: ['**/node_modules/**', '**/fixtures/**'],
};

export default config;
