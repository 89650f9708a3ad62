import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const uiFolder = new URL('.', import.meta.url).pathname;
const sourceFolder = new URL('..', import.meta.url).pathname;

type Compiler = { readonly build: (candidates: string[]) => string };
type TailwindNode = {
  readonly compile: (css: string, options: { base: string; onDependency: (path: string) => void }) => Promise<Compiler>;
};
type Oxide = {
  readonly Scanner: new (options: { sources: { base: string; pattern: string; negated: boolean }[] }) => {
    readonly scan: () => string[];
  };
};

// The two packages that @tailwindcss/vite itself builds with; the application does not depend on them by name.
const fromTailwind = createRequire(createRequire(import.meta.url).resolve('@tailwindcss/vite'));

async function compileStylesheet(): Promise<Compiler> {
  const { compile } = (await import(pathToFileURL(fromTailwind.resolve('@tailwindcss/node')).href)) as TailwindNode;
  return compile(readFileSync(`${uiFolder}app.css`, 'utf8'), { base: uiFolder, onDependency: () => {} });
}

function readSources(pattern: string): { path: string; text: string }[] {
  const paths = globSync(pattern, { cwd: sourceFolder }).filter((path) => !path.includes('.test.'));
  return paths.toSorted().map((path) => ({ path, text: readFileSync(`${sourceFolder}${path}`, 'utf8') }));
}

let built = '';
const pages = readSources('**/*.tsx');

beforeAll(async () => {
  const { Scanner } = fromTailwind('@tailwindcss/oxide') as Oxide;
  const scanner = new Scanner({ sources: [{ base: sourceFolder, pattern: '**/*.tsx', negated: false }] });
  built = (await compileStylesheet()).build(scanner.scan());
});

test.each([
  ['bg-slate-500', false],
  ['text-sm', false],
  ['text-red-550', false],
  ['font-medium', false],
  ['shadow-md', false],
  ['sm:flex', false],
  ['bg-key-900', true],
  ['desktop:flex', true],
  ['text-std-16N-170', true],
  ['font-700', true],
])('%s produces CSS: %s, because only DADS tokens exist [DES-03]', async (candidate, produced) => {
  const css = (await compileStylesheet()).build([candidate]);
  expect(css.includes(`.${candidate.replace(':', '\\:')}`)).toBe(produced);
});

test('paper gets the layout of the wide screen [ENV-10]', async () => {
  const css = (await compileStylesheet()).build(['desktop:flex']);
  expect(css).toMatch(/@media print, \(width >= 48rem\) \{\s+\.desktop\\:flex/);
});

test('the stylesheet names no host outside: fonts are those of the machine [ENV-02][ENV-03]', () => {
  expect(built).not.toMatch(/url\(|@font-face|https?:\/\/(?!tailwindcss)/);
  expect(built).toContain("--font-sans: 'Noto Sans JP', 'BIZ UDPGothic', 'Yu Gothic', Meiryo, sans-serif");
});

test('sizes are in rem, only lines and print are not [DES-02]', () => {
  const own = readFileSync(`${uiFolder}app.css`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const lines = own.split('\n').filter((line) => /\d(px|cm|in)\b/.test(line) && !/^\s*border/.test(line));
  expect(lines).toEqual([]);
  for (const { path, text } of pages) {
    expect(text.match(/(?<!border-|border-[trblxy]-)\[[^\]\s]*\d+px[^\]]*\]/g) ?? [], path).toEqual([]);
  }
});

test('every focusable gets the black line and the yellow ring, outside every layer [DES-06]', () => {
  const rule = built.slice(built.indexOf('\n:focus-visible'));
  expect(rule).toMatch(/outline: 0\.25rem solid var\(--color-black\)/);
  expect(rule).toMatch(/outline-offset: 0\.125rem/);
  expect(rule).toMatch(/0 0 0 0\.125rem var\(--color-yellow-300\)/);
  for (const { path, text } of pages) expect(text.match(/outline-(none|hidden)|outline-0\b/g) ?? [], path).toEqual([]);
});

test('what is ticked is ticked on paper too, where backgrounds are left out [ENV-10]', () => {
  expect(built).toMatch(/\[type='radio'\] \{[^}]*print-color-adjust: exact/);
});

test('forced colours, reduced motion and hover are provided for [DES-18]', () => {
  for (const feature of ['(forced-colors: active)', '(prefers-reduced-motion: reduce)', '(hover: hover)']) {
    expect(built).toContain(`@media ${feature}`);
  }
});

const forbidden: readonly [string, RegExp][] = [
  ['a size that is no DADS utility [DES-01]', /[\s"'`:]text-(xs|sm|base|lg|xl|\dxl|\[)/],
  [
    'a weight other than 400 and 700 [DES-01]',
    /[\s"'`:]font-(thin|extralight|light|normal|medium|semibold|bold|extrabold|black|[1235689]00|\[)/,
  ],
  ['a Tailwind 3 variable or theme() [DES-04]', /-\[--|[^\w]theme\(/],
  ['a colour outside the tokens [DES-03]', /-\[(#|rgb|hsl|oklch)/],
  ['a placeholder [DES-09]', /\splaceholder=/],
  ['a disabled field or button [DES-09][FRM-34]', /\sdisabled(=|\s*\/?>|\s+[a-z])/],
  ['a date control of the browser [conventions §1.3]', /type="(date|datetime-local|month)"/],
];

test.each(forbidden)('no page holds %s', (_, pattern) => {
  const hits = pages.flatMap(({ path, text }) => {
    const found = pattern.exec(text.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, ''));
    return found ? [`${path}: ${found[0].trim()}`] : [];
  });
  expect(hits).toEqual([]);
});

test.each([
  ['a size that is no DADS utility [DES-01]', '<p className="mt-2 text-sm">'],
  ['a weight other than 400 and 700 [DES-01]', '<p className="font-semibold">'],
  ['a Tailwind 3 variable or theme() [DES-04]', '<p className="bg-[--x]">'],
  ['a colour outside the tokens [DES-03]', '<p className="bg-[#fff]">'],
  ['a placeholder [DES-09]', '<input placeholder="氏名">'],
  ['a disabled field or button [DES-09][FRM-34]', '<button disabled>'],
  ['a date control of the browser [conventions §1.3]', '<input type="date">'],
])('the search for %s finds one', (title, sample) => {
  expect(forbidden.find(([name]) => name === title)?.[1].test(sample)).toBe(true);
});
