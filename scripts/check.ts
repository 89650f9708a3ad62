import { gates, runGate } from './gates.ts';

/**
 * Runs every gate, also after one failed, two at a time, and prints one line for each.
 * `npm run check -- lint types` runs the named ones only.
 */
async function check(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(`unknown gate: ${unknown.join(', ')} (known: ${gates.map((gate) => gate.name).join(', ')})`);
    return 2;
  }
  const waiting = gates.filter((gate) => names.length === 0 || names.includes(gate.name));
  const total = waiting.length;
  const failed: string[] = [];
  async function work(): Promise<void> {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const startedAt = performance.now();
      const result = await runGate(gate, process.cwd());
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
      console.log(`${result.code === 0 ? 'ok    ' : 'FAILED'} ${gate.name.padEnd(13)}${seconds} s`);
      if (result.code === 0) continue;
      failed.push(gate.name);
      console.log(result.output.trimEnd().replaceAll(/^/gm, '       '));
    }
  }
  await Promise.all([work(), work()]);
  console.log(
    `check: ${total - failed.length} passed, ${failed.length} failed${failed.length > 0 ? ` (${failed.join(', ')})` : ''}`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await check(process.argv.slice(2));
