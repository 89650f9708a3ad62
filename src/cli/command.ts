import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from '#platform/env.server.ts';

/** Where a command writes: its answer to standard output, everything about the run to standard error. */
export type Terminal = {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly interactive: boolean;
};

export type Invocation = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment: Environment;
  readonly terminal: Terminal;
};

/** 0 done, 1 the input was refused (with the reason), 2 wrong usage: contract.md §1. */
export type ExitCode = 0 | 1 | 2;

/** One `takumi` command. `usage` is what `--help` prints, in Japanese. */
export type Command = {
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  readonly positionals: { readonly min: number; readonly max: number };
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
};

/** The words after the command do not fit it; the message says which. */
export class WrongUsage extends Error {}

/** The command refuses what it was given; the message is the Japanese reason, `facts` join it in the answer of `--json`. */
export class Refused extends Error {
  readonly facts: object;
  constructor(message: string, facts: object = {}) {
    super(message);
    this.facts = facts;
  }
}

/** The text of an option that must be there. */
export function requireOption(invocation: Invocation, name: string): string {
  const value = invocation.options[name];
  if (typeof value !== 'string' || value === '') throw new WrongUsage(`--${name} を指定してください。`);
  return value;
}

/** `--corner CC`: a two-digit prefecture code. */
export function requireCorner(invocation: Invocation): string {
  const corner = requireOption(invocation, 'corner');
  if (!/^(0[1-9]|[1-3]\d|4[0-7])$/u.test(corner)) {
    throw new WrongUsage(`--corner は都道府県コード 01〜47 の2桁で指定してください（入力：${corner}）。`);
  }
  return corner;
}

/** `--year YYYY`: the year that a 年度 begins in. */
export function requireYear(invocation: Invocation): number {
  return parseYear(requireOption(invocation, 'year'));
}

export function parseYear(text: string): number {
  if (!/^(20\d\d|2100)$/u.test(text)) {
    throw new WrongUsage(`--year は年度の始まる西暦4桁（2000〜2100）で指定してください（入力：${text}）。`);
  }
  return Number(text);
}
