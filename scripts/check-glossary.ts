import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { codeSpans, parseTableRow } from './markdown.ts';
import { listFiles } from './source-files.ts';

const glossaryPath = 'docs/glossary.md';
const technicalHeading = '技術用語';
const columns = 6;

type Glossary = {
  readonly terms: ReadonlySet<string>;
  /** Names of the kernel and of all records: fixed names, or `*Suffix` for names made from a term. */
  readonly technical: readonly string[];
  readonly problems: readonly string[];
};

/** Identifiers are the code spans of the third column; under 技術用語 those of the first. */
function readGlossary(markdown: string): Glossary {
  const terms = new Set<string>();
  const technical: string[] = [];
  const problems: string[] = [];
  let inTechnical = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) inTechnical = line.includes(technicalHeading);
    const cells = parseTableRow(line);
    if (!cells || cells[0] === '日本語' || cells[0] === 'identifier') continue;
    if (inTechnical) technical.push(...codeSpans(cells[0] ?? ''));
    else if (cells.length !== columns)
      problems.push(`glossary-row: ${cells.length} columns, not ${columns}: ${line.slice(0, 60)}`);
    else for (const identifier of codeSpans(cells[2] ?? '')) terms.add(identifier);
  }
  return { terms, technical, problems };
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function exportedTypes(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext);
  return file.statements.flatMap((node) =>
    (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && isExported(node) ? [node.name.text] : [],
  );
}

/** A name is known when it is a term, a technical name, or a term with a technical suffix (`WithdrawRequestRefusal`). */
function isKnown(name: string, { terms, technical }: Glossary): boolean {
  if (terms.has(name) || technical.includes(name)) return true;
  return technical
    .filter((pattern) => pattern.startsWith('*') && name.endsWith(pattern.slice(1)))
    .map((pattern) => name.slice(0, -(pattern.length - 1)))
    .some((stem) => [...terms].some((term) => /^[A-Z]/.test(term) && stem.includes(term)));
}

function checkGlossary(): string[] {
  const files = listFiles(['src/*/domain/**/*.ts']).filter((path) => !path.endsWith('.test.ts'));
  if (!existsSync(glossaryPath)) return [`${glossaryPath} is absent`];
  const glossary = readGlossary(readFileSync(glossaryPath, 'utf8'));
  const missing = files.flatMap((path) =>
    exportedTypes(path)
      .filter((name) => !isKnown(name, glossary))
      .map((name) => `glossary-term: ${path} exports the type ${name}, which ${glossaryPath} does not name`),
  );
  return [...glossary.problems, ...missing];
}

const problems = checkGlossary();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
