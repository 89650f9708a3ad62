import type { Progress } from '#optimizer/solution.ts';
import type { Terminal } from './command.ts';

const WIDTH = 24;

/** 「[########----] 67%  点 1,234  下限 830」: how much of the points is proven to be needed. */
export function progressLine({ points, bound }: Pick<Progress, 'points' | 'bound'>): string {
  const share = points <= bound ? 1 : Math.min(0.99, Math.max(0, bound / points));
  const filled = Math.floor(share * WIDTH);
  const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
  const number = (value: number) => value.toLocaleString('ja-JP');
  return `[${bar}] ${Math.floor(share * 100)}%  点 ${number(points)}  下限 ${number(Math.max(0, bound))}`;
}

/** A line that is written over itself on the terminal, and nothing where standard error is a file or a pipe. */
export function showProgress({ interactive }: Terminal) {
  let shown = false;
  const show = (progress: Pick<Progress, 'points' | 'bound'>) => {
    if (!interactive) return;
    shown = true;
    process.stderr.write(`\r\u001B[K${progressLine(progress)}`);
  };
  const end = () => {
    if (shown) process.stderr.write('\n');
  };
  return { show, end };
}
