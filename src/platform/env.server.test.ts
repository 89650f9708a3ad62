import { expect, test } from 'vitest';
import { readEnvironment } from './env.server.ts';

test('what is not configured has its default: the embedded database in ./data, no proxy, no fixed day', () => {
  expect(readEnvironment({})).toEqual({
    databaseUrl: undefined,
    migrateUrl: undefined,
    poolSize: 10,
    dataFolder: './data',
    secret: undefined,
    origin: undefined,
    proxies: [],
    today: undefined,
    logLevel: 'info',
  });
});

test('an empty variable is one that is not set', () => {
  expect(readEnvironment({ DATABASE_URL: '', TAKUMI_SECRET: ' ', TAKUMI_PROXY: ' , ' })).toEqual(readEnvironment({}));
});

test('the login that migrates is the one that serves, unless another is given', () => {
  const one = 'postgres://a@db/takumi';
  const other = 'postgres://b@db/takumi';
  expect(readEnvironment({ DATABASE_URL: one }).migrateUrl).toBe(one);
  expect(readEnvironment({ DATABASE_URL: one, DATABASE_MIGRATE_URL: other }).migrateUrl).toBe(other);
});

test('proxies are listed with commas, in either version of IP', () => {
  expect(readEnvironment({ TAKUMI_PROXY: '127.0.0.1, ::1' }).proxies).toEqual(['127.0.0.1', '::1']);
});

test.each([
  ['DATABASE_URL', 'mysql://a@db/takumi'],
  ['DATABASE_POOL', '0'],
  ['DATABASE_POOL', '201'],
  ['TAKUMI_SECRET', 'x'.repeat(31)],
  ['TAKUMI_SECRET_BEFORE', 'x'.repeat(31)],
  ['TAKUMI_ORIGIN', 'desk.example.jp'],
  ['TAKUMI_PROXY', '127.0.0.1,proxy.example.jp'],
  ['TAKUMI_TODAY', '2022/11/30'],
  ['TAKUMI_LOG', 'loud'],
  ['DATABASE_POOL', 'many'],
])('%s=%s is refused in Japanese and by its name [FRM-32]', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} は.*ください。$`, 'u'));
});
