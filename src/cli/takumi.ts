import { parseArgs } from 'node:util';
import { readEnvironment } from '#platform/env.server.ts';
import { Refused, WrongUsage, type Command, type ExitCode, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { explainFailure, unreadableWordsText } from './explain-failure.ts';

const overview = `匠デスク takumi

使い方: takumi コマンド [引数]

${[...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join('\n')}

各コマンドの説明: takumi コマンド --help
`;

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY,
};

/** Runs one command line; every answer that is not the command's own goes to standard error. */
export async function runTakumi(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === '--help' || name === 'help') {
    terminal.print(overview);
    return 0;
  }
  const entry = name === undefined ? undefined : commands.get(name);
  if (!entry) {
    const problem = name === undefined ? 'コマンドを指定してください。' : `コマンド「${name}」はありません。`;
    terminal.warn(`${problem}\n\n${overview}`);
    return 2;
  }
  const command = await entry.load();
  try {
    return await runCommand(command, rest);
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.warn(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    const message = error instanceof Refused ? error.message : explain(error);
    if (rest.includes('--json')) terminal.print(JSON.stringify({ ok: false, message, ...factsOf(error) }));
    terminal.warn(message);
    return 1;
  }
}

/** What a program reads of a refusal beside its sentence. */
function factsOf(error: unknown): object {
  return error instanceof Refused ? error.facts : {};
}

async function runCommand(command: Command, words: readonly string[]): Promise<ExitCode> {
  const parsed = parseWords(command, words);
  if (parsed.values['help'] === true) {
    terminal.print(command.usage);
    return 0;
  }
  const { min, max } = command.positionals;
  if (parsed.positionals.length < min || parsed.positionals.length > max) {
    throw new WrongUsage('引数の数が合いません。');
  }
  return command.run({
    positionals: parsed.positionals,
    options: parsed.values as Record<string, string | boolean | undefined>,
    environment: readEnvironment(process.env),
    terminal,
  });
}

function parseWords(command: Command, words: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(unreadableWordsText(error));
  }
}

function explain(error: unknown): string {
  return process.env['TAKUMI_LOG'] === 'debug' && error instanceof Error ? `${error.stack}` : explainFailure(error);
}
