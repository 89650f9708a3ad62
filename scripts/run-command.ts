import { spawn } from 'node:child_process';

/** A program's end: its exit code (128 + n for a signal) and everything it wrote, in order. */
export type CommandResult = { readonly code: number; readonly output: string };

export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `show` passes the output on as it comes, `keep` only collects it. */
  readonly output?: 'show' | 'keep';
};

/** Runs a program without a shell and never throws for its exit code; a missing program gives 127. */
export function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...args] = command;
  const { promise, resolve } = Promise.withResolvers<CommandResult>();
  const child = spawn(program, args, {
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  function take(stream: NodeJS.WriteStream, chunk: Buffer): void {
    chunks.push(chunk);
    if (options.output === 'show') stream.write(chunk);
  }
  child.stdout.on('data', (chunk: Buffer) => take(process.stdout, chunk));
  child.stderr.on('data', (chunk: Buffer) => take(process.stderr, chunk));
  child.on('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}` }));
  child.on('close', (code, signal) => {
    const output = Buffer.concat(chunks).toString('utf8');
    resolve({ code: code ?? 128, output: signal ? `${output}\n${program} ended by ${signal}` : output });
  });
  return promise;
}
