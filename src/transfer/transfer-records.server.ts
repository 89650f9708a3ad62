import { certificationRecords } from '#certification/certification-records.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { requestFiscalYear } from '#dispatch/domain/request.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import type { InstructorInput } from '#instructor/domain/instructor.ts';
import { findEnteringDuplicates, type EnteringSuspect } from '#instructor/instructor-duplicates.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { followNumbers, type FollowedNumber } from '#instructor/merged-instructors.server.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { AnyRecordUseCases, RecordUseCases } from '#record/record-use-cases.server.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { scoutingLeadRecords, scoutingVisitRecords, territoryRecords } from '#scouting/scouting-records.server.ts';
import { surveyRecords } from '#survey/survey-records.server.ts';
import type { TransferKindName } from './domain/transfer-kind.ts';

/** A kind of record as files know it. */
export type TransferRecords = {
  readonly records: Omit<AnyRecordUseCases, 'update' | 'remove'>;
  /** The 年度 that a record counts in, where the kind has one of its own. */
  readonly yearOf?: (input: unknown) => number;
  /** Who of the file may be there already, where the kind is people. */
  readonly suspectsOf?: (ctx: Context, inputs: readonly unknown[]) => Promise<readonly EnteringSuspect[]>;
  /** Numbers of the file that were merged away, and whose record is meant now. */
  readonly followedIn?: (ctx: Context, inputs: readonly unknown[]) => Promise<readonly FollowedNumber[]>;
};

const recordsByKind: Readonly<Record<TransferKindName, TransferRecords>> = {
  organizations: { records: organizationRecords },
  instructors: {
    records: instructorRecords,
    suspectsOf: (ctx, inputs) => findEnteringDuplicates(ctx, inputs as readonly InstructorInput[]),
  },
  requests: withYear(requestRecords, requestFiscalYear),
  visits: {
    ...withYear(visitRecords, ({ visitOn }) => fiscalYearOf(visitOn)),
    followedIn: ({ db }, inputs) =>
      followNumbers(
        db,
        (inputs as readonly VisitInput[]).flatMap(({ instructorNumbers }) => instructorNumbers),
      ),
  },
  'plan-items': { records: planItemRecords },
  'scouting-leads': { records: scoutingLeadRecords },
  'scouting-visits': withYear(scoutingVisitRecords, ({ visitOn }) => fiscalYearOf(visitOn)),
  'scouting-territories': { records: territoryRecords },
  certifications: { records: certificationRecords },
  // The year of an answer is that of its visit, which the row alone does not tell.
  surveys: { records: surveyRecords },
};

/** The use cases behind a kind. */
export function getTransferRecords(kind: TransferKindName): TransferRecords {
  return recordsByKind[kind];
}

function withYear<Input>(records: RecordUseCases<Input>, yearOf: (input: Input) => number): TransferRecords {
  return { records, yearOf: (input) => yearOf(input as Input) };
}
