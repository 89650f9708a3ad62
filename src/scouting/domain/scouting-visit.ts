import { checkMunicipality } from '#organization/domain/organization.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem, InputOf, Problem } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { scoutingVisitFields } from './scouting-visit-fields.ts';

/** 開拓の訪問. One coordinator at one firm or trade body on one day, to find candidates and hear what is needed (domain.md §3). */
export type ScoutingVisitInput = InputOf<typeof scoutingVisitFields>;

/** A 派遣先 of the register that the text of a 訪問先 may mean. */
export type ScoutingHost = { readonly id: string; readonly number: string; readonly name: string };

/** What the rules over visits need: the day, the 派遣先 that may be meant, and the leads by number. */
export type ScoutingVisitKnown = {
  readonly today: PlainDate;
  readonly hosts: readonly ScoutingHost[];
  readonly leads: ReadonlyMap<string, string>;
};

export const scoutingVisitShape: RecordShape<ScoutingVisitInput> = {
  name: 'scouting-visit',
  fields: scoutingVisitFields,
  numberOf: (visit) => visit.number,
  labelOf: (visit) => visit.number,
};

/** The number that a 訪問先 may begin with: 「O-001 髙﨑精機」 as the form offers it, or the number alone. */
export function leadingNumber(host: string): string {
  return host.split(/\s/u)[0] ?? '';
}

/**
 * The 派遣先 that a 訪問先 means: the one whose number it begins with, else the only one of exactly this name. Any other text
 * is the name of a firm that nobody has registered yet.
 */
export function resolveHost(host: string, hosts: readonly ScoutingHost[]): ScoutingHost | undefined {
  const numbered = hosts.find(({ number }) => number === leadingNumber(host));
  if (numbered) return numbered;
  const named = hosts.filter(({ name }) => name === host);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * The rules over one visit: held only up to today, the next step later than the visit and never a day without its step, a
 * municipality and a lead that exist.
 */
export function checkScoutingVisit(
  visit: ScoutingVisitInput,
  { today, leads }: ScoutingVisitKnown,
): readonly FieldProblem[] {
  const { status, visitOn, nextStep, nextOn, leadNumber } = visit;
  const problems: FieldProblem[] = [...checkMunicipality(visit.municipalityCode, headerOf('municipalityCode'))];
  if (status === 'held' && visitOn > today) {
    problems.push(problemAt('visitOn', { kind: 'in-the-future', day: visitOn, today }));
  }
  if (nextOn !== null && nextStep === null) problems.push(problemAt('nextStep', { kind: 'missing' }));
  if (nextOn !== null && nextOn <= visitOn) {
    const against = { other: headerOf('visitOn'), otherValue: visitOn };
    problems.push(problemAt('nextOn', { kind: 'not-after', value: nextOn, ...against }));
  }
  if (leadNumber !== null && !leads.has(leadNumber)) {
    problems.push(problemAt('leadNumber', { kind: 'unknown-record', value: leadNumber, record: 'scouting-lead' }));
  }
  return problems;
}

type Key = (typeof scoutingVisitFields)[number]['key'];

function headerOf(key: Key): string {
  return scoutingVisitFields.find((field) => field.key === key)?.header ?? key;
}

function problemAt(key: Key, problem: Problem): FieldProblem {
  return { key, header: headerOf(key), problem };
}
