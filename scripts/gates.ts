import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type CommandResult } from './run-command.ts';

/** One check of the source tree. `commands` run in order in `root` until one fails. */
export type Gate = { readonly name: string; readonly commands: (root: string) => readonly (readonly string[])[] };

const node = process.execPath;

function packageProgram(path: string): string {
  return join(import.meta.dirname, '..', 'node_modules', path);
}

function script(name: string): string {
  return join(import.meta.dirname, name);
}

/** Folders and top-level files that hold our own code, as far as they exist in `root`. */
function codePaths(root: string): string[] {
  const configs = readdirSync(root).filter((name) => name.endsWith('.config.ts'));
  return [...['src', 'scripts', 'test', 'e2e', 'bin'].filter((name) => existsSync(join(root, name))), ...configs];
}

function compile(project: string): readonly string[] {
  return [node, packageProgram('typescript-7/bin/tsc'), '-p', project, '--noEmit', '--pretty', 'false'];
}

/** Page types come from the URL map; a tree without one has none. */
function routeTypes(root: string): readonly (readonly string[])[] {
  if (!existsSync(join(root, 'src/routes.ts'))) return [];
  return [[node, packageProgram('@react-router/dev/bin.cjs'), 'typegen']];
}

export const gates: readonly Gate[] = [
  { name: 'types', commands: (root) => [...routeTypes(root), compile('tsconfig.json')] },
  { name: 'domain-types', commands: () => [compile('tsconfig.domain.json')] },
  {
    name: 'lint',
    commands: (root) => [
      [node, packageProgram('oxlint/bin/oxlint'), '--config', '.oxlintrc.json', '-f', 'unix', ...codePaths(root)],
    ],
  },
  {
    name: 'format',
    commands: () => [
      [node, packageProgram('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.', '!scripts/fixtures'],
    ],
  },
  { name: 'architecture', commands: () => [[node, script('check-architecture.ts')]] },
  {
    name: 'unused',
    commands: () => [[node, packageProgram('knip/bin/knip.js'), '--no-progress', '--no-config-hints']],
  },
  { name: 'glossary', commands: () => [[node, script('check-glossary.ts')]] },
  { name: 'tests-run', commands: () => [[node, script('check-tests-run.ts')]] },
  { name: 'docs', commands: () => [[node, script('check-docs.ts')]] },
  { name: 'rules', commands: () => [[node, script('rules-table.ts')]] },
];

/** Runs one gate in a tree; the output is that of the command that failed, or of the last one. */
export async function runGate(gate: Gate, root: string): Promise<CommandResult> {
  let result: CommandResult = { code: 0, output: '' };
  for (const command of gate.commands(root)) {
    result = await runCommand(command, { cwd: root, env: { FORCE_COLOR: '0', NO_COLOR: '1' } });
    if (result.code !== 0) break;
  }
  return result;
}
