import { isPlainDate, type PlainDate } from '#kernel/plain-date.ts';

/** A parameter has a value that its filter does not know; nothing is guessed. */
export class BadParameter extends Error {
  readonly parameter: string;
  constructor(parameter: string) {
    super(`bad value of ${parameter}`);
    this.parameter = parameter;
  }
}

/** The day of a parameter; one outside the calendar is refused. */
export function readDay(query: Readonly<Record<string, string>>, parameter: string): PlainDate | undefined {
  const text = query[parameter];
  if (!text) return undefined;
  if (!isPlainDate(text)) throw new BadParameter(parameter);
  return text;
}

type Codes<Code extends string> = { readonly parameter: string; readonly codes: readonly Code[] };

/** The code of a parameter; one that its filter does not know is refused. */
export function readCode<Code extends string>(
  query: Readonly<Record<string, string>>,
  { parameter, codes }: Codes<Code>,
): Code | undefined {
  const text = query[parameter];
  if (!text) return undefined;
  const code = codes.find((known) => known === text);
  if (!code) throw new BadParameter(parameter);
  return code;
}
