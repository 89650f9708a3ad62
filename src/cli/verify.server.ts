import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import { openDatabase } from '#platform/db/open-database.server.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import type { Command } from './command.ts';

export const verifyCommand: Command = {
  usage: `使い方: takumi verify [--json]

すべてのコーナーの操作記録が、書かれたときのまま途切れずに続いているかを確かめます。
書き換えや抜けがあれば、その番号を示して 1 で終わります。`,
  options: { json: { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  run: async ({ options, environment, terminal }) => {
    const database = await openDatabase(environment, { migrate: false });
    try {
      const broken: { corner: string; sequence: number }[] = [];
      for (const { code } of listPrefectures()) {
        const sequence = await findBrokenLink(database.forCorner(code));
        if (sequence !== undefined) broken.push({ corner: code, sequence });
      }
      if (options['json']) terminal.print(JSON.stringify({ ok: broken.length === 0, broken }));
      else if (broken.length === 0) terminal.print('操作記録はすべて元のままです。');
      for (const { corner, sequence } of broken) {
        terminal.warn(
          `コーナー ${corner} の操作記録は ${sequence} 番で途切れています。書き換えか抜けがあります。バックアップと比べてください。`,
        );
      }
      return broken.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
