import { globSync } from 'node:fs';
import { sep } from 'node:path';

/** Files of the tree that match, with `/` between folders, sorted; never from packages, builds or gate fixtures. */
export function listFiles(patterns: readonly string[]): string[] {
  const files = patterns.flatMap((pattern) =>
    globSync(pattern, { exclude: (path) => /(^|[\\/])(node_modules|build|fixtures|\.react-router)$/.test(path) }),
  );
  return [...new Set(files.map((file) => file.split(sep).join('/')))].sort();
}
