import type { Host } from '#dispatch/domain/host.ts';
import { programLabel, type Program } from '#dispatch/domain/program.ts';
import { courseDutyOn } from '#instructor/domain/course-duty.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import type { RuleProblem } from '#record/domain/rule-problem.ts';
import { findClash, hoursOf, type OccupationTable } from './occupation.ts';
import { visitFields } from './visit-fields.ts';
import { visitStatusLabel } from './visit-status.ts';

/** 派遣. One instructor-led session at one host on one day; with two instructors it is one visit (contract.md §4). */
export type VisitInput = InputOf<typeof visitFields>;

/** What the rules over visits need: the records that their numbers name, and where the instructors already are. */
export type VisitKnown = {
  readonly today: PlainDate;
  readonly hosts: ReadonlyMap<string, Host>;
  readonly requests: ReadonlyMap<string, VisitRequest>;
  readonly instructors: ReadonlyMap<string, VisitInstructor>;
  readonly occupations: OccupationTable;
  /** How many came by the ticks of the roster, of the visits that have them. */
  readonly attendance: ReadonlyMap<string, number>;
};

/** The request that a visit follows. */
export type VisitRequest = { readonly id: string; readonly organizationNumber: string; readonly program: Program };

/** Who leads a visit. */
export type VisitInstructor = {
  readonly id: string;
  readonly name: string;
  readonly kind: InstructorKind;
  readonly course: CourseStatus | null;
  /** The day on which the registration ended; null while it holds. */
  readonly endedOn: PlainDate | null;
};

export const visitShape: RecordShape<VisitInput> = {
  name: 'visit',
  fields: visitFields,
  numberOf: (visit) => visit.number,
  labelOf: (visit) => visit.number,
};

/** The rules over one visit (contract.md §3, domain.md §5.3); each problem stands at the field to mend. */
export function checkVisit(visit: VisitInput, known: VisitKnown): readonly FieldProblem[] {
  return [
    ...checkTimes(visit),
    ...checkStatus(visit, known.today),
    ...checkReferences(visit, known),
    ...checkRegistrations(visit, known),
    ...checkCourses(visit, known),
    ...checkClashes(visit, known),
    ...checkAttendance(visit, known),
  ];
}

/** A visit with a roster counts whoever was ticked there, and no number beside it (contract.md §4). */
export function checkAttendance(
  { number, status, trainees }: Pick<VisitInput, 'number' | 'status' | 'trainees'>,
  { attendance }: Pick<VisitKnown, 'attendance'>,
): readonly FieldProblem[] {
  const came = attendance.get(number);
  if (status === 'cancelled' || came === undefined || came === trainees) return [];
  return [problemAt('trainees', { kind: 'ticked', typed: trainees, came })];
}

/** 開始 before 終了. */
export function checkTimes({ startsAt, endsAt }: Pick<VisitInput, 'startsAt' | 'endsAt'>): readonly FieldProblem[] {
  if (startsAt === null || endsAt === null || startsAt < endsAt) return [];
  return [problemAt('endsAt', { kind: 'not-after', value: endsAt, other: headerOf('startsAt'), otherValue: startsAt })];
}

/** 実施 only up to today; 中止理由 with 中止 and only with it. */
export function checkStatus(
  { status, visitOn, cancelReason }: Pick<VisitInput, 'status' | 'visitOn' | 'cancelReason'>,
  today: PlainDate,
): readonly FieldProblem[] {
  const cancelled = { other: headerOf('status'), otherValue: visitStatusLabel('cancelled') };
  const problems: FieldProblem[] = [];
  if (status === 'held' && visitOn > today) {
    problems.push(problemAt('status', { kind: 'not-yet', value: visitStatusLabel(status), day: visitOn, today }));
  }
  if (status === 'cancelled' && cancelReason === null)
    problems.push(problemAt('cancelReason', { kind: 'needed-when', ...cancelled }));
  if (status !== 'cancelled' && cancelReason !== null)
    problems.push(problemAt('cancelReason', { kind: 'only-when', ...cancelled }));
  return problems;
}

/** Every number names a live record, and a request agrees with its visit about host and 事業区分. */
export function checkReferences(
  visit: VisitInput,
  { hosts, requests, instructors }: VisitKnown,
): readonly FieldProblem[] {
  const { organizationNumber, requestNumber, instructorNumbers } = visit;
  const problems: FieldProblem[] = [];
  if (!hosts.has(organizationNumber)) {
    problems.push(
      problemAt('organizationNumber', { kind: 'unknown-record', value: organizationNumber, record: 'organization' }),
    );
  }
  for (const value of instructorNumbers) {
    if (!instructors.has(value))
      problems.push(problemAt('instructorNumbers', { kind: 'unknown-record', value, record: 'instructor' }));
  }
  if (requestNumber === null) return problems;
  const request = requests.get(requestNumber);
  if (request) return [...problems, ...checkAgainstRequest(visit, request)];
  return [...problems, problemAt('requestNumber', { kind: 'unknown-record', value: requestNumber, record: 'request' })];
}

function checkAgainstRequest(
  { requestNumber, organizationNumber, program }: VisitInput,
  request: VisitRequest,
): readonly FieldProblem[] {
  const record = `要請「${requestNumber}」`;
  const problems: FieldProblem[] = [];
  if (request.organizationNumber !== organizationNumber) {
    const expected = request.organizationNumber;
    problems.push(problemAt('organizationNumber', { kind: 'differs', value: organizationNumber, record, expected }));
  }
  if (request.program !== program) {
    const expected = programLabel(request.program);
    problems.push(problemAt('program', { kind: 'differs', value: programLabel(program), record, expected }));
  }
  return problems;
}

/** Nobody is planned whose registration has ended by the day (domain.md §4.2); what they held before counts as ever. */
export function checkRegistrations(
  { status, visitOn, instructorNumbers }: Pick<VisitInput, 'status' | 'visitOn' | 'instructorNumbers'>,
  { instructors }: Pick<VisitKnown, 'instructors'>,
): readonly FieldProblem[] {
  if (status !== 'planned') return [];
  return instructorNumbers.flatMap((value) => {
    const { name, endedOn } = instructors.get(value) ?? { name: '', endedOn: null };
    if (endedOn === null || endedOn > visitOn) return [];
    return [problemAt('instructorNumbers', { kind: 'registration-ended', value, name, endedOn })];
  });
}

/**
 * Nobody instructs before the course (domain.md §5.2). Planning somebody needs it to be completed by the day. What was
 * held is refused only for who is known never to have taken it: the ledger keeps one day, and it may be that of a later
 * course. Of whom nothing is written down nothing is refused here; matching chooses only who is known to be trained.
 */
export function checkCourses(
  { status, visitOn, instructorNumbers }: Pick<VisitInput, 'status' | 'visitOn' | 'instructorNumbers'>,
  { instructors }: Pick<VisitKnown, 'instructors'>,
): readonly FieldProblem[] {
  if (status === 'cancelled') return [];
  return instructorNumbers.flatMap((value) => {
    const instructor = instructors.get(value);
    const duty = instructor && courseDutyOn(instructor, visitOn);
    const isUntrained = duty?.kind === 'not-taken' || (duty?.kind === 'later' && status === 'planned');
    if (!instructor || !isUntrained) return [];
    const completedOn = duty.kind === 'later' ? duty.on : null;
    const { name } = instructor;
    return [problemAt('instructorNumbers', { kind: 'not-trained', value, name, day: visitOn, completedOn })];
  });
}

/** Nobody is in two visits at overlapping times of one day. */
export function checkClashes(visit: VisitInput, { instructors, occupations }: VisitKnown): readonly FieldProblem[] {
  const hours = hoursOf(visit);
  if (!hours) return [];
  return visit.instructorNumbers.flatMap((value) => {
    const clash = findClash(occupations, { instructor: value, visit: visit.number, hours });
    if (!clash) return [];
    const { day, startsAt, endsAt, visit: other, host } = clash;
    const name = instructors.get(value)?.name ?? value;
    return [
      problemAt('instructorNumbers', { kind: 'overlaps', value, name, day, startsAt, endsAt, visit: other, host }),
    ];
  });
}

type Key = (typeof visitFields)[number]['key'];

function headerOf(key: Key): string {
  return visitFields.find((field) => field.key === key)?.header ?? key;
}

function problemAt(key: Key, problem: RuleProblem): FieldProblem {
  return { key, header: headerOf(key), problem };
}
