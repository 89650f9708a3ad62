import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '#platform/env.server.ts';
import { WrongUsage } from './command.ts';
import { reportCommand } from './report.server.ts';

const complete = { corner: '35', year: '2022', format: 'docx', out: '/nowhere/report.docx' };

function run(kind: string, options: Readonly<Record<string, string | boolean | undefined>>, dataFolder: string) {
  const environment = readEnvironment({ TAKUMI_DATA: dataFolder });
  const terminal = { print: () => {}, warn: () => {}, interactive: false };
  return reportCommand.run({ positionals: [kind], options, environment, terminal });
}

test.each([
  ['ledger', complete, 'この版にはありません'],
  ['summary', complete, '報告書「summary」はありません'],
  ['status', { ...complete, format: 'pdf' }, 'pdf はこの版にはありません'],
  ['status', { ...complete, format: 'doc' }, '--format は'],
  ['status', { ...complete, out: undefined }, '--out'],
  ['status', { ...complete, 'as-of': '2022-11-31' }, '--as-of は'],
  ['status', { ...complete, corner: '48' }, '--corner は'],
] as const)(
  'takumi report %s with %o is wrong usage and opens no database [contract §1]',
  async (kind, options, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'takumi-report-'));
    try {
      const running = run(kind, options, join(folder, 'data'));
      await expect(running).rejects.toThrow(WrongUsage);
      await expect(running).rejects.toThrow(message);
      expect(existsSync(join(folder, 'data'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
