import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { DateWindow } from '#record/domain/date-codecs.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { isKnownMunicipality } from '#reference/domain/municipality.ts';
import type { Host } from './host.ts';
import { requestFields } from './request-fields.ts';

/** 派遣要請. A host asks for instruction: trade, number of visits, trainees, days that suit. */
export type RequestInput = InputOf<typeof requestFields>;

/** What a decision was about: it is not changed behind the back of those who decided. */
export type DecidedRequest = Pick<RequestInput, 'organizationNumber' | 'program' | 'tradeCode'>;

export type RequestKnown = {
  readonly hosts: ReadonlyMap<string, Host>;
  /** By number: requests whose plan was decided and is not being renewed (DOC-09). */
  readonly decided: ReadonlyMap<string, DecidedRequest>;
};

export const requestShape: RecordShape<RequestInput> = {
  name: 'request',
  fields: requestFields,
  numberOf: (request) => request.number,
  labelOf: (request) => request.number,
};

/** What the fields alone cannot tell: the host is registered, the place exists (DAT-30), nothing decided is changed. */
export function checkRequest(request: RequestInput, { hosts, decided }: RequestKnown): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { organizationNumber: value, placeMunicipalityCode: place } = request;
  if (!hosts.has(value)) {
    const problem = { kind: 'unknown-record', value, record: 'organization' } as const;
    problems.push({ key: 'organizationNumber', header: '派遣先番号', problem });
  }
  if (place !== null && !isKnownMunicipality(place)) {
    const problem = { kind: 'unknown-code', value: place, code: place } as const;
    problems.push({ key: 'placeMunicipalityCode', header: '実施場所の市区町村コード', problem });
  }
  return [...problems, ...checkDecided(request, decided.get(request.number))];
}

/** 決裁の後は、事業区分・職種・派遣先を変えない. */
function checkDecided(request: RequestInput, decided: DecidedRequest | undefined): readonly FieldProblem[] {
  if (!decided) return [];
  return requestFields.flatMap(({ key, header, codec }) => {
    if (key !== 'organizationNumber' && key !== 'program' && key !== 'tradeCode') return [];
    if (request[key] === decided[key]) return [];
    const value = (codec.format as (value: string) => string)(decided[key]);
    return [{ key, header, problem: { kind: 'decided', value } as const }];
  });
}

/** The earliest of the candidate days; the request belongs to the 年度 of that day. */
export function firstCandidateDay(windows: readonly DateWindow[]): PlainDate {
  const [first, ...rest] = windows.map(({ from }) => from);
  if (first === undefined) throw new Error('a request without candidate days');
  return rest.reduce((earliest, day) => (day < earliest ? day : earliest), first);
}

/** The 年度 a request is listed in. */
export function requestFiscalYear(request: Pick<RequestInput, 'candidateDates'>): number {
  return fiscalYearOf(firstCandidateDay(request.candidateDates));
}

/** Whether the first candidate day lies before 受付日: nobody is refused for it, but it is probably a slip of the pen. */
export function beginsBeforeReceipt(request: Pick<RequestInput, 'candidateDates' | 'receivedOn'>): boolean {
  return firstCandidateDay(request.candidateDates) < request.receivedOn;
}
