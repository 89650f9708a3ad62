import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gates, runGate } from './gates.ts';

const root = join(import.meta.dirname, '..');
const settings = [
  'package.json',
  'tsconfig.json',
  'tsconfig.domain.json',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  '.prettierrc.json',
  'knip.json',
  'vitest.config.ts',
];

/** A tree with the project's own settings and only the fixture's files, so that the gate runs exactly as in `check`. */
function makeTree(fixture: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'takumi-gate-'));
  for (const name of settings) cpSync(join(root, name), join(tree, name));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  cpSync(fixture, tree, { recursive: true });
  return tree;
}

async function runOnFixture(gateName: string, fixtureName: string): Promise<{ code: number; output: string }> {
  const gate = gates.find(({ name }) => name === gateName);
  if (!gate) throw new Error(`no gate ${gateName}`);
  const tree = makeTree(join(import.meta.dirname, 'fixtures', gateName, fixtureName));
  try {
    return await runGate(gate, tree);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** Gate, fixture folder, and what the gate must say about it. */
const violations = [
  ['types', 'unchecked-index', 'TS2322'],
  ['domain-types', 'process', /deadline\.ts.*TS2591.*'process'/],
  ['lint', 'no-restricted-globals', 'no-restricted-globals'],
  ['lint', 'no-restricted-properties', /'Math\.random'.*no-restricted-properties/],
  ['lint', 'normalize', /'normalize'.*no-restricted-properties/],
  ['lint', 'no-floating-promises', 'no-floating-promises'],
  ['lint', 'no-default-export', 'no-default-export'],
  ['lint', 'switch-exhaustiveness-check', 'switch-exhaustiveness-check'],
  ['lint', 'max-lines', 'max-lines'],
  ['lint', 'no-console', 'no-console'],
  ['lint', 'forbid-dom-props', 'forbid-dom-props'],
  ['lint', 'forbid-component-props', 'forbid-component-props'],
  ['lint', 'no-explicit-any', 'no-explicit-any'],
  ['lint', 'no-barrel-file', 'no-barrel-file'],
  ['lint', 'no-focused-tests', 'no-focused-tests'],
  ['lint', 'no-disabled-tests', 'no-disabled-tests'],
  ['lint', 'unused-directive', 'Unused'],
  ['format', 'unformatted', 'withdrawal.ts'],
  ['architecture', 'pure-core', /pure-core: .*eligibility\.ts -> src\/platform/],
  ['architecture', 'pure-core', /pure-core: .*deadline\.ts -> .*kysely/],
  ['architecture', 'kernel-alone', 'kernel-alone: '],
  ['architecture', 'store-private', 'store-private: '],
  ['architecture', 'edge-without-sql', 'edge-without-sql: '],
  ['architecture', 'ui-alone', 'ui-alone: '],
  ['architecture', 'ui-for-pages', 'ui-for-pages: '],
  ['architecture', 'platform-below-slices', 'platform-below-slices: '],
  ['architecture', 'pages-at-the-edge', 'pages-at-the-edge: '],
  ['architecture', 'pages-private', 'pages-private: '],
  ['architecture', 'no-module-cycle', 'no-module-cycle: '],
  ['architecture', 'no-slice-cycle', 'no-slice-cycle: '],
  ['architecture', 'product-without-tests', 'product-without-tests: '],
  ['architecture', 'product-without-dev-packages', 'product-without-dev-packages: '],
  ['architecture', 'resolvable', 'resolvable: '],
  ['architecture', 'module-count', 'module-count: 0 of 1'],
  ['unused', 'exports', 'forgottenRequest'],
  ['unused', 'files', 'forgotten.ts'],
  ['glossary', 'missing-type', /WithdrawalReason(?![\s\S]*WithdrawRequestRefusal)[\s\S]*TimetableRefusal/],
  ['tests-run', 'unlisted', /^test-not-run: src\/dispatch\/domain\/withdrawal\.spec\.ts.*\n$/],
  ['docs', 'dead-link', /dead-link: .*0009-absent\.md[\s\S]*dead-link: .*#nowhere[\s\S]*stale-path: .*absent\.ts/],
  ['docs', 'repeated-number', 'decision-number: 0001'],
  ['docs', 'unexplained-dependency', /no reason for kysely[\s\S]*explains left-pad/],
  ['rules', 'stale', /rule-source: .*XYZ-01[\s\S]*rules-table: .*stale/],
] as const;

test.each(violations)('the gate %s fails on %s and says why', async (gate, fixture, reason) => {
  const result = await runOnFixture(gate, fixture);
  expect(result.output).toMatch(reason);
  expect(result.code).not.toBe(0);
});

test('every gate and every fixture is in the table above', () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const onDisk = readdirSync(fixtures).flatMap((gate) =>
    readdirSync(join(fixtures, gate)).map((name) => `${gate}/${name}`),
  );
  expect(new Set(violations.map(([gate, name]) => `${gate}/${name}`))).toEqual(new Set(onDisk));
  expect(new Set(violations.map(([gate]) => gate))).toEqual(new Set(gates.map(({ name }) => name)));
});

test('every rule of the architecture has a fixture', async () => {
  const config = (await import(join(root, '.dependency-cruiser.cjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  for (const { name } of config.default.forbidden) {
    expect(existsSync(join(import.meta.dirname, 'fixtures/architecture', name)), name).toBe(true);
  }
});
