import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { CALENDAR_VISITS, compareCalendar } from './bench/calendar.ts';
import { compareFlood } from './bench/flood.ts';
import { compareLedger } from './bench/ledger.ts';
import { createFetcher, measure, type Timing } from './bench/measure.ts';
import { capturePageQuery, type PageQuery } from './bench/page-query.ts';
import { CORNER, seedVisits, YEAR } from './bench/seed-visits.ts';
import { compareWork, seedWork, WORK_VISITS } from './bench/work.ts';
import { startPostgres } from './find-postgres.ts';

const VISITS = 300_000;
const ROUNDS = 3000;
const WARM_UP = 600;
const EMAIL = 'bench@example.jp';
const PASSWORD = 'bench password of the day';

/**
 * The list of visits, as page and as JSON, against the bare statement and a bare server, all in one run; with `ledger`,
 * the search of the ledger against the bare indexed query; with `calendar`, a month of 1,500 visits against its query;
 * with `work`, the list of 2,000 things that wait against theirs; with `flood`, staff pages and real applications while
 * the public form is flooded.
 */
async function main(): Promise<void> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('no PostgreSQL to measure on');
  try {
    if (process.argv[2] === 'ledger') {
      await takumi(postgres.url, ['migrate']);
      return await compareLedger(postgres.url);
    }
    if (process.argv[2] === 'calendar') {
      await prepare(postgres.url, CALENDAR_VISITS);
      return await openDesk(postgres.url, compareCalendar);
    }
    if (process.argv[2] === 'work') {
      await prepare(postgres.url, WORK_VISITS, seedWork);
      return await openDesk(postgres.url, compareWork);
    }
    if (process.argv[2] === 'flood') {
      await prepare(postgres.url, WORK_VISITS);
      return await openDesk(postgres.url, compareFlood);
    }
    await prepare(postgres.url, VISITS);
    await compare(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function takumi(url: string, words: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, ['bin/takumi.js', ...words], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`takumi ${words.join(' ')} ended with ${String(code)}`);
  return output;
}

type Seed = (client: pg.Client) => Promise<void>;

async function prepare(url: string, visits: number, seedMore?: Seed): Promise<void> {
  await takumi(url, ['migrate']);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into installation (kind, working_date) values ('demonstration', '2022-11-30')");
  await client.query(
    `insert into corner (corner_code, name, host_association) values ('${CORNER}', '計測コーナー', '計測') on conflict do nothing`,
  );
  await seedVisits(client, visits);
  await seedMore?.(client);
  await client.end();
  const account = ['--corner', CORNER, '--role', 'officer', '--email', EMAIL, '--name', 'bench', '--password-stdin'];
  await takumi(url, ['user', 'add', ...account], PASSWORD);
}

type Comparison = (url: string, desk: { readonly address: string; readonly cookie: string }) => Promise<void>;

/** The desk as behind a proxy of this machine, and somebody signed in. */
async function openDesk(url: string, run: Comparison): Promise<void> {
  const env = { DATABASE_URL: url, TAKUMI_LOG: 'error', TAKUMI_PROXY: '127.0.0.1' };
  const desk = await start(['bin/takumi.js', 'serve', '--port', '0'], env);
  try {
    await run(url, { address: desk.address, cookie: await signIn(desk.address) });
  } finally {
    desk.process.kill();
  }
}

async function compare(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  const query = await capturePageQuery(pool);
  const { token } = JSON.parse(await takumi(url, ['user', 'token', '--email', EMAIL, '--name', 'bench', '--json'])) as {
    token: string;
  };
  const bare = await start(['scripts/bench/bare-server.ts'], {
    DATABASE_URL: url,
    BENCH_SQL: query.sql,
    BENCH_PARAMETERS: JSON.stringify(query.parameters),
  });
  const desk = await start(['bin/takumi.js', 'serve', '--port', '0'], { DATABASE_URL: url, TAKUMI_LOG: 'error' });
  try {
    const cookie = await signIn(desk.address);
    for (const connections of [1, 8]) {
      const options = { connections, rounds: ROUNDS, warmUp: WARM_UP };
      const list = (address: string, headers: Record<string, string>) =>
        measure(createFetcher(address, headers, connections), options);
      report(connections, {
        statement: await measure(() => runStatement(pool, query), options),
        bare: await list(bare.address, {}),
        json: await list(`${desk.address}/api/v1/visits?year=${YEAR}`, { authorization: `Bearer ${token}` }),
        html: await list(`${desk.address}/${CORNER}/${YEAR}/visits`, { cookie }),
      });
    }
  } finally {
    bare.process.kill();
    desk.process.kill();
    await pool.end();
  }
}

async function runStatement(pool: pg.Pool, { sql, parameters }: PageQuery): Promise<void> {
  await pool.query(sql, [...parameters]);
}

async function start(
  words: readonly string[],
  env: Record<string, string>,
): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/\S+/u.exec(line) ?? [];
    if (address) return { address, process: child };
  }
  throw new Error(`${words.join(' ')} ended before it said its address`);
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`sign-in answered ${answer.status} without a cookie`);
  return cookies.join('; ');
}

function report(connections: number, timings: Readonly<Record<'statement' | 'bare' | 'json' | 'html', Timing>>): void {
  const { bare } = timings;
  console.log(`\n${VISITS.toLocaleString('en')} visits, ${connections} connection(s)`);
  console.log('            p50 ms   p99 ms   per second   × bare server (p50)');
  for (const [name, { p50, p99, perSecond }] of Object.entries(timings)) {
    const figures = [p50.toFixed(2).padStart(8), p99.toFixed(2).padStart(8), perSecond.toFixed(0).padStart(12)];
    console.log(`${name.padEnd(10)}${figures.join(' ')}${(p50 / bare.p50).toFixed(2).padStart(12)}`);
  }
}

await main();
