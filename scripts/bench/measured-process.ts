import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type MeasuredProcess = {
  readonly code: number;
  readonly seconds: number;
  /** Time of the processor, which others on the machine do not lengthen; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  /** The most memory that the process held at once; null where the system does not tell (not Linux). */
  readonly peakMebibytes: number | null;
  readonly output: string;
};

const LOOK_EVERY_MS = 20;

/** Runs a program to its end, at most so long, and says what it took; undefined where there is no such program. */
export function runMeasured(command: readonly string[], limitSeconds: number): Promise<MeasuredProcess | undefined> {
  const [program = '', ...args] = command;
  const { promise, resolve } = Promise.withResolvers<MeasuredProcess | undefined>();
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: limitSeconds * 1000 });
  let output = '';
  let seen: Traces = { peakMebibytes: null, cpuSeconds: null };
  const watch = setInterval(() => (seen = readTraces(child.pid) ?? seen), LOOK_EVERY_MS);
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.on('error', () => {
    clearInterval(watch);
    resolve(undefined);
  });
  child.on('close', (code) => {
    clearInterval(watch);
    resolve({ code: code ?? 128, seconds: (performance.now() - started) / 1000, ...seen, output });
  });
  return promise;
}

type Traces = Pick<MeasuredProcess, 'peakMebibytes' | 'cpuSeconds'>;

const TICKS_PER_SECOND = 100;

/** The high-water mark of memory and the ticks in user and system mode that Linux keeps of each process. */
function readTraces(pid: number | undefined): Traces | undefined {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticks = Number(afterName[11]) + Number(afterName[12]);
    return kibibytes === undefined
      ? undefined
      : { peakMebibytes: Number(kibibytes) / 1024, cpuSeconds: ticks / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}
