import { Agent, request } from 'node:http';

export type Timing = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** Runs a piece of work many times on several connections at once, after a warm-up; times in milliseconds. */
export async function measure(
  work: () => Promise<void>,
  { connections, rounds, warmUp }: { readonly connections: number; readonly rounds: number; readonly warmUp: number },
): Promise<Timing> {
  await repeat(work, connections, warmUp);
  const started = performance.now();
  const times = await repeat(work, connections, rounds);
  return sumUp(times, performance.now() - started);
}

/**
 * Several pieces of work in turn, one after the other in each round: what else the machine does meanwhile weighs on all
 * of them alike, and their ratio stays.
 */
export async function measureInTurn(
  works: readonly (() => Promise<void>)[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<readonly Timing[]> {
  const times: number[][] = works.map(() => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map((each) =>
    sumUp(
      each,
      each.reduce((sum, time) => sum + time, 0),
    ),
  );
}

function sumUp(times: readonly number[], milliseconds: number): Timing {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), perSecond: (times.length * 1000) / milliseconds };
}

async function repeat(work: () => Promise<void>, connections: number, rounds: number): Promise<number[]> {
  const times: number[] = [];
  let left = rounds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1;
        const started = performance.now();
        await work();
        times.push(performance.now() - started);
      }
    }),
  );
  return times;
}

/** A request on kept connections that reads the whole answer; anything but 200 stops the run. */
export function createFetcher(address: string, headers: Readonly<Record<string, string>>, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return () =>
    new Promise<void>((resolve, reject) => {
      const call = request(address, { agent, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${address} answered ${answer.statusCode}`));
        });
      });
      call.on('error', reject);
      call.end();
    });
}
