import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { anchorOf, codeSpans, parseTableRow, proseOf } from './markdown.ts';
import { listFiles } from './source-files.ts';

const ownFolders = /^(src|docs|scripts|bin|test|e2e|\.ci)\//;
const pattern = /[*<>{}…$]|NNNN|\s/;

function anchorsOf(markdown: string): Set<string> {
  return new Set([...proseOf(markdown).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? '')));
}

/** Links to files and headings of this repository. Addresses outside are not followed: checks need no network. */
function deadLinks(path: string, markdown: string): string[] {
  const targets = [...proseOf(markdown).matchAll(/!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
  return targets
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const linked = file === '' ? path : join(dirname(path), decodeURI(file));
      if (!existsSync(linked)) return true;
      return (
        anchor !== undefined &&
        linked.endsWith('.md') &&
        !anchorsOf(readFileSync(linked, 'utf8')).has(decodeURI(anchor))
      );
    })
    .map((target) => `dead-link: ${path} links to ${target}`);
}

/** Code spans that read as a path of ours (`src/kernel/result.ts`, `scripts/check.ts`) must exist; patterns are exempt. */
function stalePaths(path: string, markdown: string): string[] {
  return codeSpans(proseOf(markdown))
    .filter((span) => ownFolders.test(span) && !pattern.test(span))
    .filter((span) => !existsSync(span))
    .map((span) => `stale-path: ${path} names ${span}, which does not exist`);
}

function decisionProblems(): string[] {
  const decisions = listFiles(['docs/decisions/*.md']).filter((path) => basename(path) !== 'README.md');
  const byNumber = Map.groupBy(decisions, (path) => basename(path).slice(0, 4));
  return [
    ...decisions
      .filter((path) => !/^\d{4}-[a-z0-9-]+\.md$/.test(basename(path)))
      .map((path) => `decision-name: ${path} is not named NNNN-what.md`),
    ...[...byNumber]
      .filter(([, paths]) => paths.length > 1)
      .map(([number, paths]) => `decision-number: ${number} is used by ${paths.join(', ')}`),
  ];
}

type PackageFile = Readonly<
  Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>
>;

/** Every package of package.json has a row in docs/dependencies.md, and every row a package. */
function dependencyProblems(): string[] {
  const path = 'docs/dependencies.md';
  if (!existsSync(path)) return [`dependency-reason: ${path} is absent`];
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as PackageFile;
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  const rows = readFileSync(path, 'utf8').split('\n').map(parseTableRow);
  const explained = new Set(rows.flatMap((cells) => codeSpans(cells?.[0] ?? '')));
  return [
    ...used
      .filter((name) => !explained.has(name))
      .map((name) => `dependency-reason: ${path} gives no reason for ${name}`),
    ...[...explained]
      .filter((name) => !used.includes(name))
      .map((name) => `dependency-reason: ${path} explains ${name}, which is not used`),
  ];
}

const documents = listFiles(['*.md', 'docs/**/*.md']).map((path) => ({ path, markdown: readFileSync(path, 'utf8') }));
const problems = [
  ...documents.flatMap(({ path, markdown }) => [...deadLinks(path, markdown), ...stalePaths(path, markdown)]),
  ...decisionProblems(),
  ...dependencyProblems(),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
