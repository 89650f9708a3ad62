import { reportLines } from '#schedule/domain/report-line.ts';
import { visitStatuses } from '#schedule/domain/visit-status.ts';
import type { VisitFilters } from '#schedule/visit-queries.server.ts';
import { readCode, readDay } from './query-values.ts';

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
