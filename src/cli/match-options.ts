import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { WrongUsage, type Invocation } from './command.ts';

/** What `takumi match` was asked, read. */
export type MatchOptions = {
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
  readonly timeLimitMs: number | undefined;
  readonly seed: number | undefined;
  readonly commit: boolean;
  readonly way: 'offer' | 'visit';
  readonly answerBy: PlainDate | null;
  /** Where the model is written. */
  readonly lp: string | undefined;
};

const LONGEST_SECONDS = 86_400;
const LARGEST_SEED = 2_147_483_647;

/** Reads the options, or says which of them does not fit. */
export function readMatchOptions({ options }: Invocation): MatchOptions {
  const commit = options['commit'] === true;
  const way = readWay(options['as'], commit);
  const answerBy = readDay(options, 'answer-by') ?? null;
  if (way === 'offer' && answerBy === null)
    throw new WrongUsage('--as offer では、返事の期限を --answer-by 2022-12-15 のように指定してください。');
  if (way !== 'offer' && answerBy !== null) throw new WrongUsage('--answer-by は --as offer と一緒に使います。');
  const seconds = readWhole(options, { name: 'time-limit', min: 1, max: LONGEST_SECONDS });
  const lp = options['lp'];
  return {
    from: readDay(options, 'from'),
    until: readDay(options, 'to'),
    timeLimitMs: seconds === undefined ? undefined : seconds * 1000,
    seed: readWhole(options, { name: 'seed', min: 0, max: LARGEST_SEED }),
    commit,
    way,
    answerBy,
    lp: typeof lp === 'string' && lp !== '' ? lp : undefined,
  };
}

type Options = Invocation['options'];

function readWay(typed: Options[string], commit: boolean): MatchOptions['way'] {
  if (typed === undefined) return 'visit';
  if (typed !== 'visit' && typed !== 'offer')
    throw new WrongUsage(`--as は visit（予定を作る）か offer（打診を送る）で指定してください（入力：${typed}）。`);
  if (!commit) throw new WrongUsage('--as は --commit と一緒に使います。');
  return typed;
}

function readDay(options: Options, name: string): PlainDate | undefined {
  const typed = options[name];
  if (typeof typed !== 'string') return undefined;
  const parsed = parseJapaneseDate(typed);
  if (parsed.ok) return parsed.value;
  throw new WrongUsage(`--${name} は 2022-12-01 のような年月日で指定してください（入力：${typed}）。`);
}

type Whole = { readonly name: string; readonly min: number; readonly max: number };

function readWhole(options: Options, { name, min, max }: Whole): number | undefined {
  const typed = options[name];
  if (typeof typed !== 'string') return undefined;
  const value = /^\d{1,10}$/u.test(typed) ? Number(typed) : NaN;
  if (value >= min && value <= max) return value;
  throw new WrongUsage(`--${name} は${min}〜${max}の整数で指定してください（入力：${typed}）。`);
}
