import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { give, type Account } from './postgres-binaries.ts';

const superuser = 'takumi_test';
const startLimitMs = 60_000;
const program = process.platform === 'win32' ? '.exe' : '';

/** A running server and the way to end it and to remove its files. */
export type RunningServer = { readonly url: string; readonly stop: () => Promise<void> };

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

/** Makes a cluster in the folder `base` and serves it on a free port of 127.0.0.1. */
export async function startServer(bin: string, base: string, account: Account): Promise<RunningServer> {
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
