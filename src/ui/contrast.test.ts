import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const sourceFolder = new URL('..', import.meta.url).pathname;
const tokens = readFileSync(createRequire(import.meta.url).resolve('@digital-go-jp/tailwind-theme-plugin/v4'), 'utf8');
const colors = new Map(
  [...tokens.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
);

/** Relative luminance of WCAG 2.2. */
function luminance(name: string): number {
  const hex = colors.get(name);
  if (hex === undefined) throw new Error(`no token --color-${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Every colour of text in use, with every background it stands on. A colour missing here fails the test below. */
const textOn: Readonly<Record<string, readonly string[]>> = {
  white: ['key-900', 'key-1000', 'key-1200', 'solid-gray-800'],
  black: ['white'],
  'solid-gray-900': ['white', 'solid-gray-50', 'solid-gray-100'],
  'solid-gray-800': ['white', 'solid-gray-50', 'solid-gray-100', 'key-50', 'key-100'],
  'solid-gray-700': ['white', 'solid-gray-50', 'solid-gray-100', 'key-50', 'key-100'],
  'solid-gray-600': ['white', 'solid-gray-50', 'solid-gray-100'],
  'key-900': ['white', 'key-50'],
  'key-1000': ['white', 'key-50', 'key-200'],
  'key-1200': ['key-100', 'key-300'],
  'blue-900': ['white', 'solid-gray-50', 'key-50'],
  'blue-1000': ['white', 'solid-gray-50', 'key-50', 'key-100'],
  'magenta-900': ['white', 'solid-gray-50', 'key-50', 'key-100'],
  'orange-800': ['white'],
  'red-800': ['white'],
  'error-2': ['white', 'solid-gray-50'],
  'green-900': ['green-50'],
  'orange-1000': ['orange-50'],
};

/** Lines and pictures that carry meaning. */
const graphicOn: Readonly<Record<string, readonly string[]>> = {
  'solid-gray-420': ['white'],
  'solid-gray-600': ['white', 'solid-gray-50', 'solid-gray-100'],
  'solid-gray-800': ['white'],
  'key-900': ['white', 'key-50', 'solid-gray-100'],
  'success-2': ['white'],
  'warning-yellow-2': ['white'],
  'error-1': ['white'],
  'green-800': ['white', 'green-50'],
  'orange-900': ['white', 'orange-50'],
  black: ['white', 'key-900', 'solid-gray-100'],
};

// The target line crosses the solid bar; it stands out above and below it, so the pair on the bar itself is exempt.
const exempt = new Set(['black on key-900']);

/** Divides or fills without meaning: removing it would lose nothing. */
const decoration = new Set(['solid-gray-100', 'solid-gray-200', 'white']);

function pairs(table: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(table).flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));
}

test.each(pairs(textOn))('text %s on %s has 4.5:1 or more [DES-12]', (front, back) => {
  expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
});

test.each(pairs(graphicOn).filter(([front, back]) => !exempt.has(`${front} on ${back}`)))(
  'line or picture %s on %s has 3:1 or more [DES-12]',
  (front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(3);
  },
);

test('the known traps stay traps: error-1 on gray-50 and success-1 on white fail as text [DES-12]', () => {
  expect(contrast('error-1', 'solid-gray-50')).toBeLessThan(4.5);
  expect(contrast('success-1', 'white')).toBeLessThan(4.5);
});

function usedColors(prefixes: string): Map<string, string> {
  const used = new Map<string, string>();
  for (const path of globSync('**/*.tsx', { cwd: sourceFolder })) {
    if (path.includes('.test.')) continue;
    const text = readFileSync(`${sourceFolder}${path}`, 'utf8');
    for (const [, color = ''] of text.matchAll(
      new RegExp(`[\\s"'\`:](?:${prefixes})-((?:[a-z]+-)*(?:\\d+|white|black))(?=[\\s"'\`])`, 'g'),
    )) {
      if (colors.has(color)) used.set(color, path);
    }
  }
  return used;
}

// Given as text colours to the icons of messages, which stand beside a word.
const iconsOnly = new Set(['success-2', 'warning-yellow-2', 'error-1']);

test('every colour of text in use stands in the table [DES-12]', () => {
  const missing = [...usedColors('text')].filter(([color]) => !(color in textOn) && !iconsOnly.has(color));
  expect(missing).toEqual([]);
});

test('every line and filled shape in use stands in the table or is decoration [DES-12]', () => {
  const used = usedColors('border|border-[trblxy]|fill|stroke|outline');
  expect([...used].filter(([color]) => !(color in graphicOn) && !(color in textOn) && !decoration.has(color))).toEqual(
    [],
  );
});

test('every background in use is one that the table measures text against [DES-12]', () => {
  const measured = new Set(Object.values(textOn).flat());
  expect([...usedColors('bg')].filter(([color]) => !measured.has(color))).toEqual([]);
});
