import { kanaSortKey, searchTextOf } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import type { Context } from '#platform/context.server.ts';
import { fieldColumns } from '#record/columns.server.ts';
import type { Draft } from '#record/record-store.server.ts';
import { certificationFields } from './domain/certification-fields.ts';
import type { CertificationCase, CertificationInput } from './domain/certification.ts';
import type { CertificationState } from './domain/certification-state.ts';

const columns = fieldColumns<CertificationInput>(certificationFields.map(({ key }) => key));

const caseColumns = [
  'case_id',
  'version',
  'deleted_at',
  'state',
  'batch_id',
  'scouting_visit_id',
  'registration_number',
  'certified_on',
  'instructor_id',
] as const;

/** The columns of `certification_case` that a case is read from; those of the fields have the names of their keys. */
export const certificationColumns = [...caseColumns, ...(columns.names as ['number'])] as const;

type CertificationRow = Readonly<
  Record<'case_id' | 'state', string> &
    Record<
      'deleted_at' | 'batch_id' | 'scouting_visit_id' | 'registration_number' | 'certified_on' | 'instructor_id',
      string | null
    >
> & { readonly version: number };

/** The case of a row. Its fields stand in the order of the form, so that equal records have equal JSON. */
export function toCase(row: CertificationRow): CertificationCase {
  return {
    id: row.case_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    input: columns.toFields(row) as CertificationInput,
    state: row.state as CertificationState,
    batchId: row.batch_id,
    scoutingVisitId: row.scouting_visit_id,
    registrationNumber: row.registration_number,
    certifiedOn: row.certified_on as PlainDate | null,
    instructorId: row.instructor_id,
  };
}

/** The row of a draft; where the application stands is written by its steps alone. */
export function toRow(ctx: Context, { id, version, input }: Draft<CertificationInput>) {
  return {
    corner_code: ctx.corner,
    case_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    search_text: searchTextOf([
      input.number,
      input.name,
      input.nameKana,
      input.employer ?? '',
      ...input.trades.map(tradeName),
    ]),
    sort_key: kanaSortKey(input.nameKana),
  };
}
