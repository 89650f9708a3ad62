import { openDatabase } from '#platform/db/open-database.server.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  usage: `使い方: takumi migrate

データベースをこの版の構造にします。すでに新しい場合は何も変わりません。`,
  options: {},
  positionals: { min: 0, max: 0 },
  run: async ({ environment, terminal }) => {
    const database = await openDatabase(environment, { migrate: true });
    await database.close();
    terminal.print('データベースの構造は最新です。');
    return 0;
  },
};
