import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { listFiles } from './source-files.ts';

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Module = { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] };
type Report = {
  readonly modules: readonly Module[];
  readonly summary: { readonly violations: readonly Violation[] };
};

type SliceImport = { readonly from: string; readonly to: string; readonly example: string };

function sliceOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Imports from one top-level folder of src/ into another, one example of each; tests do not count. */
function listSliceImports(modules: readonly Module[]): SliceImport[] {
  const imports = new Map<string, SliceImport>();
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const from = sliceOf(source);
      const to = sliceOf(resolved);
      if (!from || !to || from === to || isEdge(source)) continue;
      imports.set(`${from} ${to}`, { from, to, example: `${source} -> ${resolved}` });
    }
  }
  return [...imports.values()];
}

/** Pages stand at the edge: they may import any slice, and only pages and the URL map import them. So do tests. */
function isEdge(source: string): boolean {
  return /\.test\.tsx?$|^src\/[^/]+\/web\//.test(source);
}

/** Every import that lies on a cycle of slices: its target leads back to its source. */
function findSliceCycles(imports: readonly SliceImport[]): SliceImport[] {
  function reaches(start: string, goal: string, visited: Set<string>): boolean {
    if (start === goal) return true;
    if (visited.has(start)) return false;
    visited.add(start);
    return imports.some(({ from, to }) => from === start && reaches(to, goal, visited));
  }
  return imports.filter(({ from, to }) => reaches(to, from, new Set()));
}

/**
 * The canary: dependency-cruiser that cannot read TypeScript sees no module and reports no violation.
 * Answers the source files it did not see.
 */
function findUnseen(files: readonly string[], report: Report): string[] {
  const seen = new Set(report.modules.map((module) => module.source));
  return files.filter((file) => !seen.has(file));
}

async function checkArchitecture(): Promise<readonly string[]> {
  const program = join(import.meta.dirname, '../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const command = [process.execPath, program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { output } = await runCommand(command);
  if (!output.startsWith('{')) return [`dependency-cruiser: ${output}`];
  // JSON.parse: the tool's own documented report format.
  const report = JSON.parse(output) as Report;
  const files = listFiles(['src/**/*.{ts,tsx,mts,cts}']);
  const unseen = findUnseen(files, report);
  return [
    ...report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ...findSliceCycles(listSliceImports(report.modules)).map(({ example }) => `no-slice-cycle: ${example}`),
    ...(files.length === 0 ? ['module-count: src holds no source file'] : []),
    ...(unseen.length > 0
      ? [
          `module-count: ${files.length - unseen.length} of ${files.length} source files were seen; not seen: ${unseen.slice(0, 5).join(', ')}`,
        ]
      : []),
  ];
}

const problems = await checkArchitecture();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
