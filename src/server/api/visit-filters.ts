import { isPlainDate } from '#kernel/plain-date.ts';
import { reportLines } from '#schedule/domain/report-line.ts';
import { visitStatuses } from '#schedule/domain/visit-status.ts';
import type { VisitFilters } from '#schedule/visit-queries.server.ts';

/** A parameter has a value that its filter does not know; nothing is guessed. */
export class BadParameter extends Error {
  readonly parameter: string;
  constructor(parameter: string) {
    super(`bad value of ${parameter}`);
    this.parameter = parameter;
  }
}

/** The filters of a list of visits as an address gives them. A day outside the calendar or an unknown code is refused. */
export function readVisitFilters(query: Readonly<Record<string, string>>, fiscalYear: number): VisitFilters {
  return {
    // Days say more than the year: a range may cross it.
    fiscalYear: query['from'] || query['to'] ? undefined : fiscalYear,
    from: readDay(query, 'from'),
    to: readDay(query, 'to'),
    program: query['program'],
    kind: query['kind'],
    line: readCode(query, { parameter: 'line', codes: reportLines.map(({ code }) => code) }),
    organization: query['organization'],
    instructor: query['instructor'],
    trade: query['trade'],
    status: readCode(query, { parameter: 'status', codes: visitStatuses.map(({ code }) => code) }),
    q: query['q'],
  };
}

function readDay(query: Readonly<Record<string, string>>, parameter: string): string | undefined {
  const text = query[parameter];
  if (!text) return undefined;
  if (!isPlainDate(text)) throw new BadParameter(parameter);
  return text;
}

type Codes<Code extends string> = { readonly parameter: string; readonly codes: readonly Code[] };

function readCode<Code extends string>(
  query: Readonly<Record<string, string>>,
  { parameter, codes }: Codes<Code>,
): Code | undefined {
  const text = query[parameter];
  if (!text) return undefined;
  const code = codes.find((known) => known === text);
  if (!code) throw new BadParameter(parameter);
  return code;
}
