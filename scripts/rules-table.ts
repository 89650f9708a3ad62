import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { codeSpans, parseTableRow, proseOf } from './markdown.ts';
import { listFiles } from './source-files.ts';

/*
 * The table rule -> source -> test of docs/rules/README.md. Test titles name their rules in brackets
 * (`keeps a name character for character [FRM-20]`); this script collects them.
 * Without an argument it fails when the table is stale or a rule's family has no source; `--write` renews it.
 */
const tablePath = 'docs/rules/README.md';
const begin = /<!-- generated:[^>]*-->\n/;
const end = '<!-- end -->';

type RuleTest = { readonly rule: string; readonly path: string; readonly title: string };

/** `[FRM-20, DAT-01]`, `[S1 dispatch-07]`, `[domain.md §5.3]` at the end or in the middle of a title. */
function rulesOf(title: string): string[] {
  return [...title.matchAll(/\[([^\]]+)\]/g)]
    .flatMap((match) => (match[1] ?? '').split(/[,、;]\s*/))
    .map((rule) => rule.trim())
    .filter((rule) => /^([A-Z][A-Z0-9]*-[A-Z0-9-]+|S\d\b.*|[a-z]+\.md §.+|issue .*)$/.test(rule));
}

function familyOf(rule: string): string {
  return /^[a-z]+\.md|^S\d|^[A-Z][A-Z0-9]*/.exec(rule)?.[0] ?? rule;
}

/** The leftmost name of a callee: `test` of `test.each([...])`. */
function calleeName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return calleeName(node.expression);
  return ts.isTaggedTemplateExpression(node) ? calleeName(node.tag) : '';
}

function testsOf(path: string): RuleTest[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext);
  const tests: RuleTest[] = [];
  function visit(node: ts.Node): void {
    const title = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    if (
      ts.isCallExpression(node) &&
      title &&
      ts.isStringLiteralLike(title) &&
      /^(test|it|describe)$/.test(calleeName(node.expression))
    ) {
      for (const rule of rulesOf(title.text)) tests.push({ rule, path, title: title.text });
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return tests;
}

function renderTable(tests: readonly RuleTest[]): string {
  const byRule = Map.groupBy(tests, (entry) => entry.rule);
  const order = new Intl.Collator('en', { numeric: true });
  const rows = [...byRule]
    .sort(([a], [b]) => order.compare(a, b))
    .map(([rule, entries]) => {
      const files = [...new Set(entries.map((entry) => entry.path))].map((path) => `\`${path}\``);
      return `| ${rule} | ${familyOf(rule)} | ${files.join('<br>')} |`;
    });
  return ['| rule | source | tests |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** The document's families of rules: first column of the table above the generated part. */
function readFamilies(markdown: string): Set<string> {
  const written = proseOf(markdown.split(begin)[0] ?? '');
  return new Set(written.split('\n').flatMap((line) => codeSpans(parseTableRow(line)?.[0] ?? '')));
}

function main(write: boolean): string[] {
  if (!existsSync(tablePath)) return [`${tablePath} is absent`];
  const markdown = readFileSync(tablePath, 'utf8');
  const tests = listFiles(['{src,test,scripts,e2e}/**/*.{test,spec}.{ts,tsx}']).flatMap(testsOf);
  const families = readFamilies(markdown);
  const unknown = tests.filter(({ rule }) => !families.has(familyOf(rule)));
  const start = begin.exec(markdown);
  const stop = markdown.indexOf(end);
  if (!start || stop < 0) return [`rules-table: ${tablePath} has no generated part`];
  const wanted = markdown.slice(0, start.index + start[0].length) + renderTable(tests) + markdown.slice(stop);
  if (write) writeFileSync(tablePath, wanted);
  return [
    ...unknown.map(({ rule, path }) => `rule-source: ${path} names ${rule}, and ${tablePath} has no source for it`),
    ...(write || wanted === markdown
      ? []
      : [`rules-table: ${tablePath} is stale; run node scripts/rules-table.ts --write`]),
  ];
}

const problems = main(process.argv.includes('--write'));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
