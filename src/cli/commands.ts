import type { Command } from './command.ts';

type Entry = { readonly summary: string; readonly load: () => Promise<Command> };

/** The commands by name; each is loaded only when it is called. */
export const commands: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    'serve',
    { summary: '画面とAPIを動かします', load: () => import('./serve.server.ts').then((module) => module.serveCommand) },
  ],
  [
    'migrate',
    {
      summary: 'データベースをこの版の構造にします',
      load: () => import('./migrate.server.ts').then((module) => module.migrateCommand),
    },
  ],
  [
    'demo',
    {
      summary: '体験用の事務局を空のデータベースに読み込みます',
      load: () => import('./demo.server.ts').then((module) => module.demoCommand),
    },
  ],
  [
    'verify',
    {
      summary: '操作記録が元のままかを確かめます',
      load: () => import('./verify.server.ts').then((module) => module.verifyCommand),
    },
  ],
  [
    'import',
    {
      summary: 'CSV・Excelの一覧を取り込みます',
      load: () => import('./import.server.ts').then((module) => module.importCommand),
    },
  ],
  [
    'export',
    {
      summary: '取込と同じ列で書き出します',
      load: () => import('./export.server.ts').then((module) => module.exportCommand),
    },
  ],
  [
    'match',
    {
      summary: '年間の割当を計算します',
      load: () => import('./match.server.ts').then((module) => module.matchCommand),
    },
  ],
  [
    'report',
    {
      summary: '実施状況などの報告書を作ります',
      load: () => import('./report.server.ts').then((module) => module.reportCommand),
    },
  ],
  [
    'user',
    {
      summary: '利用者とAPIの合言葉を管理します',
      load: () => import('./user.server.ts').then((module) => module.userCommand),
    },
  ],
]);
