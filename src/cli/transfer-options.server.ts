import { createContext, type Context } from '#platform/context.server.ts';
import type { Desk } from '#server/desk.server.ts';
import { parseTransferKind, type TransferKind } from '#transfer/domain/transfer-kind.ts';
import { kindRefusalText } from '#transfer/text.ts';
import { parseYear, Refused, WrongUsage, type Invocation } from './command.ts';

/** The first word after the command: a kind of record by its contract name. */
export function requireKind({ positionals }: Invocation): TransferKind {
  const parsed = parseTransferKind(positionals[0] ?? '');
  if (parsed.ok) return parsed.value;
  const text = kindRefusalText(parsed.refusal);
  throw parsed.refusal.kind === 'later-kind' ? new Refused(text) : new WrongUsage(text);
}

/** `--year YYYY`, which plan items cannot do without: their numbers belong to a 年度. */
export function optionalYear({ options }: Invocation, kind: TransferKind): number | undefined {
  const text = options['year'];
  if (typeof text === 'string') return parseYear(text);
  if (kind.year === 'required')
    throw new WrongUsage(`${kind.name} では --year を指定してください（例：--year 2022）。`);
  return undefined;
}

/** The command line acts as the operator of the installation; the audit log shows it as 「コマンド」. */
export function createCommandContext({ database, clock, log }: Desk, corner: string): Context {
  const actor = { id: 'cli', name: 'コマンド', role: 'system', cornerCode: null, source: 'cli' } as const;
  return createContext({ database, corner, actor, clock, log });
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'ファイルかフォルダーがありません。場所と名前を確かめてください。',
  EACCES: '開く権限がありません。ファイルの権限を確かめてください。',
  EPERM: '開く権限がありません。ファイルの権限を確かめてください。',
  EISDIR: 'フォルダーです。ファイルを指定してください。',
  ENOTDIR: '途中にフォルダーでないものがあります。場所を確かめてください。',
  ENOSPC: 'ディスクの空きがありません。空きを作ってからやり直してください。',
  EROFS: '書き込めないディスクです。別の場所を指定してください。',
};

/** Why a file could not be read or written, in words: 「名簿.csv を読み込めません。ファイルがありません。…」. */
export function explainFileError(event: string, path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return `${path} を${event}。${FILE_ERRORS[code] ?? `機器が断りました（${code || String(error)}）。`}`;
}
