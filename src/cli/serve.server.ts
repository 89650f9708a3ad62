import { fileURLToPath } from 'node:url';
import type { ServerBuild } from 'react-router';
import * as build from 'virtual:react-router/server-build';
import { demonstrationAccounts, demonstrationPassword } from '#account/demonstration-accounts.ts';
import { loadDemonstration } from '#demonstration/load-demonstration.server.ts';
import type { Desk } from '#server/desk.server.ts';
import { createDesk, openDesk } from '#server/open-desk.server.ts';
import { serve } from '#server/serve.server.ts';
import { roleNames } from '#desk/text.ts';
import { WrongUsage, type Command, type Invocation } from './command.ts';

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

export const serveCommand: Command = {
  usage: `使い方: takumi serve [--port 3000] [--host 127.0.0.1] [--no-migrate] [--demo-if-empty]

画面とAPIを動かし、応答できるようになったら開くアドレスを表示します。終了は Ctrl+C です。

  --port           待ち受けるポート（0 は空きポート）
  --host           待ち受けるアドレス。ほかのPCから開くには 0.0.0.0
  --no-migrate     データベースの構造を更新しません
  --demo-if-empty  データが何もなければ、体験用の事務局を読み込みます`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    'no-migrate': { type: 'boolean' },
    'demo-if-empty': { type: 'boolean' },
  },
  positionals: { min: 0, max: 0 },
  run: async (invocation) => {
    const { options, terminal } = invocation;
    const port = parsePort(options['port']);
    const host = typeof options['host'] === 'string' ? options['host'] : DEFAULT_HOST;
    const desk = await open(invocation, `http://${host}:${port}`);
    const clientFolder = fileURLToPath(new URL('../../client', import.meta.url));
    const serving = await serve({ desk, build: build as unknown as ServerBuild, clientFolder, host, port }).catch(
      async (error: unknown) => {
        await desk.database.close();
        throw error;
      },
    );
    terminal.print(announce(serving.address, desk.demonstration));
    await untilStopped();
    await serving.stop();
    return 0;
  },
};

async function open({ options, environment }: Invocation, origin: string): Promise<Desk> {
  const desk = await openDesk(environment, { migrate: options['no-migrate'] !== true, origin });
  if (options['demo-if-empty'] !== true) return desk;
  const loaded = await loadDemonstration(desk.database, desk.accounts);
  return loaded.ok ? createDesk(desk.database, environment, origin) : desk;
}

function announce(address: string, demonstration: boolean): string {
  const lines = ['匠デスクを開始しました。次のアドレスをブラウザーで開いてください。', `  ${address}`];
  if (demonstration) {
    lines.push('体験用の利用者（パスワードはすべて同じ）');
    lines.push(...demonstrationAccounts.map(({ email, role }) => `  ${email.padEnd(24)}${roleNames[role]}`));
    lines.push(`  パスワード  ${demonstrationPassword}`);
  }
  return lines.join('\n');
}

function parsePort(text: string | boolean | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (typeof text !== 'string' || !/^\d+$/u.test(text) || port > 65_535) {
    throw new WrongUsage(`--port は 0〜65535 の数で指定してください（入力：${text}）。`);
  }
  return port;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
