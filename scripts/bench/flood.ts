import { Agent, request } from 'node:http';
import pg from 'pg';
import { createFetcher, measureInTurn } from './measure.ts';
import { CORNER, YEAR } from './seed-visits.ts';

const POSTS = Number(process.argv[3] ?? 10_000);
const AT_ONCE = 32;
const FIRMS = 20;
const CALM_ROUNDS = 200;
/** A form is not taken sooner than somebody can fill it in. */
const FILLING_MS = 3500;

const texts = {
  step: 'send',
  website: '',
  kind: '中小企業',
  municipalityCode: '山口市',
  contactName: '架空 花子',
  contactPhone: '083-000-0199',
  contactEmail: 'keisoku@example.co.jp',
  program: '実技指導',
  tradeCode: '機械加工',
  wishedSessions: '3',
  expectedTrainees: '5',
  candidateDates: '2023-01-16〜2023-03-10',
  otherSubsidy: '受けない',
  declaration: 'true',
};

type Posted = { readonly status: number; readonly location: string };
type Sending = { readonly body: Readonly<Record<string, string>>; readonly from?: string };

function createPoster(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE + FIRMS });
  return ({ body, from }: Sending) =>
    new Promise<Posted>((resolve, reject) => {
      const text = new URLSearchParams(body).toString();
      const headers = {
        origin: address,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(text),
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
      };
      const call = request(`${address}/apply/${CORNER}`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' }));
      });
      call.on('error', reject);
      call.end(text);
    });
}

async function readStamp(address: string): Promise<string> {
  const html = await (await fetch(`${address}/apply/${CORNER}`)).text();
  const [, stamp] = /name="stamp" value="([^"]+)"/u.exec(html) ?? [];
  if (stamp === undefined) throw new Error('the form has no stamp');
  return stamp;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * 10,000 posts to the public form from loopback: made-up marks, one mark over and over, forms without a word, and whole
 * applications with marks of their own. Meanwhile twenty firms apply, each from its own address, and staff work.
 */
export async function compareFlood(
  url: string,
  { address, cookie }: { readonly address: string; readonly cookie: string },
): Promise<void> {
  const post = createPoster(address);
  const staff = createFetcher(`${address}/${CORNER}/${YEAR}/visits`, { cookie }, 1);
  const [calm] = await measureInTurn([staff], { rounds: CALM_ROUNDS, warmUp: 60 });
  const stamps = await Promise.all(Array.from({ length: 100 }, () => readStamp(address)));
  await wait(FILLING_MS);
  const whole = (at: number) => ({ ...texts, name: `株式会社洪水${at}`, stamp: stamps[at % stamps.length] ?? '' });
  const ways: readonly ((at: number) => Record<string, string>)[] = [
    (at) => ({ ...texts, name: `株式会社洪水${at}`, stamp: '35.0.x.y' }),
    (at) => ({ ...texts, name: `株式会社洪水${at}`, stamp: stamps[0] ?? '' }),
    () => ({ step: 'send', website: '' }),
    whole,
  ];
  const statuses = new Map<number, number>();
  const flood = { left: POSTS, running: true };
  const floods = Array.from({ length: AT_ONCE }, async () => {
    while (flood.left > 0) {
      flood.left -= 1;
      const at = flood.left;
      const { status } = await post({ body: (ways[at % ways.length] ?? whole)(at) });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  const firms = Array.from({ length: FIRMS }, (_, at) => applyAs(at, { address, post }));
  const pressed = watchStaff(staff, flood);
  const started = performance.now();
  await Promise.all(floods);
  const seconds = (performance.now() - started) / 1000;
  flood.running = false;
  const accepted = (await Promise.all(firms)).filter(Boolean).length;
  const times = (await pressed).toSorted((left, right) => left - right);
  console.log(`\n${POSTS.toLocaleString('en')} posts in ${seconds.toFixed(1)} s, ${AT_ONCE} at once, answered:`);
  for (const [status, count] of [...statuses].toSorted(([left], [right]) => left - right)) {
    console.log(`  ${status}  ${count}${status === 302 ? '  (taken)' : ''}`);
  }
  console.log(`real applications: ${accepted} of ${FIRMS} taken, ${await countKept(url)} of them in the database`);
  const p50 = times[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(`staff page p50: ${calm?.p50.toFixed(1)} ms before, ${p50.toFixed(1)} ms during (${times.length} pages)`);
}

/** A firm opens the form some time into the flood, fills it in, and sends it from its own address behind the proxy. */
async function applyAs(
  at: number,
  { address, post }: { readonly address: string; readonly post: ReturnType<typeof createPoster> },
): Promise<boolean> {
  await wait(at * 200);
  const stamp = await readStamp(address);
  await wait(FILLING_MS);
  const body = { ...texts, name: `株式会社架空${at}`, stamp };
  const { status, location } = await post({ body, from: `198.51.100.${at + 1}` });
  return status === 302 && location.startsWith('/applications/');
}

async function watchStaff(open: () => Promise<void>, flood: { readonly running: boolean }): Promise<readonly number[]> {
  const times: number[] = [];
  while (flood.running) {
    const started = performance.now();
    await open();
    times.push(performance.now() - started);
  }
  return times;
}

async function countKept(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ kept: string }>(
    "select count(*) as kept from public_request where host_name like '株式会社架空%'",
  );
  await client.end();
  return Number(rows[0]?.kept);
}
