/**
 * The walls between the parts of src/. Paths are matched against the resolved file, so type-only imports and `#` imports
 * count like any other. Cycles between slices, and files that were not read, are found by scripts/check-architecture.ts.
 * Every rule has a fixture that must fail: scripts/fixtures/architecture.
 */
const pureCore = '^src/(kernel|optimizer|[^/]+/domain)/';
const test = '\\.test\\.tsx?$';
const shell = '^src/(routes\\.ts|root\\.tsx|entry\\.(server|client)\\.tsx)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'pure-core',
      comment:
        'Rules know no database, framework, schema library or Node module: only other pure parts and shipped data.',
      severity: 'error',
      from: { path: pureCore, pathNot: test },
      to: { pathNot: [pureCore, '^src/reference/data/'] },
    },
    {
      name: 'kernel-alone',
      comment: 'The kernel has no business term, so it cannot need a slice.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'store-private',
      comment: 'Only the slice itself writes its tables; others call its use cases. record/ says what a store is.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/.*-store\\.server\\.ts$', pathNot: ['^src/$1/', '^src/record/'] },
    },
    {
      name: 'edge-without-sql',
      comment: 'Pages and API handlers call use cases and queries.',
      severity: 'error',
      from: { path: '^src/[^/]+/(web|api)/', pathNot: test },
      to: { path: ['-store\\.server\\.ts$', '(^|/)node_modules/(kysely|pg|@electric-sql)/'] },
    },
    {
      name: 'ui-alone',
      comment: 'Components know no concept.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/', pathNot: '^src/(ui|kernel)/' },
    },
    {
      name: 'ui-for-pages',
      comment: 'Only pages are made of components.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/ui/', '^src/[^/]+/web/', shell] },
      to: { path: '^src/ui/' },
    },
    {
      name: 'platform-below-slices',
      comment: 'The platform serves every slice and therefore knows none.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(platform|kernel)/' },
    },
    {
      name: 'pages-at-the-edge',
      comment: 'Nothing depends on a page; the URL map lists them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/[^/]+/web/', shell, test] },
      to: { path: '^src/[^/]+/web/' },
    },
    {
      name: 'pages-private',
      comment: "A slice does not build on another slice's pages. What all records share is in record/web.",
      severity: 'error',
      from: { path: '^src/([^/]+)/web/' },
      to: { path: '^src/[^/]+/web/', pathNot: ['^src/$1/', '^src/record/web/'] },
    },
    {
      name: 'no-module-cycle',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'product-without-tests',
      comment: 'What runs in the office does not import what only tests need.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: ['^(test|e2e|scripts)/', test] },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'The installed product has no devDependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved cannot be judged.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\+types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
