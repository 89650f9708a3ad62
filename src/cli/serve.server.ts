import { fileURLToPath } from 'node:url';
import type { ServerBuild } from 'react-router';
import * as build from 'virtual:react-router/server-build';
import { openDesk } from '#server/open-desk.server.ts';
import { serve } from '#server/serve.server.ts';
import { WrongUsage, type Command } from './command.ts';

const DEFAULT_PORT = 3000;

export const serveCommand: Command = {
  usage: `使い方: takumi serve [--port 3000] [--host 127.0.0.1] [--no-migrate]

画面とAPIを動かし、応答できるようになったら開くアドレスを表示します。終了は Ctrl+C です。

  --port        待ち受けるポート（0 は空きポート）
  --host        待ち受けるアドレス。ほかのPCから開くには 0.0.0.0
  --no-migrate  データベースの構造を更新しません`,
  options: { port: { type: 'string' }, host: { type: 'string' }, 'no-migrate': { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  run: async ({ options, environment, terminal }) => {
    const port = parsePort(options['port']);
    const host = typeof options['host'] === 'string' ? options['host'] : '127.0.0.1';
    const desk = await openDesk(environment, {
      migrate: options['no-migrate'] !== true,
      origin: `http://${host}:${port}`,
    });
    const clientFolder = fileURLToPath(new URL('../client', import.meta.url));
    const serving = await serve({ desk, build: build as unknown as ServerBuild, clientFolder, host, port });
    terminal.print(`匠デスクを開始しました。\n  ${serving.address}`);
    await untilStopped();
    await serving.stop();
    return 0;
  },
};

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
