import { kanaSortKey, searchTextOf } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { fieldColumns } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft } from '#record/record-store.server.ts';
import type { CourseStatus } from './domain/course-status.ts';
import { tradeName } from './domain/instructor-codecs.ts';
import { instructorFields } from './domain/instructor-fields.ts';
import type { InstructorInput } from './domain/instructor.ts';

type FieldKey = keyof InstructorInput;

/** Kept elsewhere than in a column of their own: trades in `instructor_trade`, the course in two columns. */
const fieldsApart: readonly FieldKey[] = ['trades', 'course'];

const columns = fieldColumns<InstructorInput>(
  instructorFields.map(({ key }) => key).filter((key) => !fieldsApart.includes(key)),
);

/** The columns of `instructor` that a stored record is read from. */
export const instructorColumns: readonly string[] = [...columns.names, 'course_status', 'course_completed_on'];

export type InstructorRow = {
  readonly instructor_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly course_status: string | null;
  readonly course_completed_on: string | null;
  readonly trade_codes: readonly string[];
};

/** The record of a row. Its fields stand in the order of the contract, so that equal records have equal JSON. */
export function toStored(row: InstructorRow): Stored<InstructorInput> {
  const values: Partial<InstructorInput> = {
    ...columns.toFields(row),
    trades: row.trade_codes.toSorted(),
    course: toCourse(row),
  };
  return {
    id: row.instructor_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // Every field is among the columns or in `fieldsApart`; a mapped type cannot be built step by step.
    input: Object.fromEntries(instructorFields.map(({ key }) => [key, values[key]])) as InstructorInput,
  };
}

type Searched = Pick<InstructorInput, 'number' | 'name' | 'nameKana' | 'employer' | 'trades'>;

/** What a search of the ledger looks into (SEA-02): number, name, フリガナ, employer and trades. */
export function instructorSearchText({ number, name, nameKana, employer, trades }: Searched): string {
  return searchTextOf([number, name, nameKana, employer ?? '', ...trades.map(tradeName)]);
}

/** The row of `instructor` for a draft, with the text that searches look into and the key of the 五十音 order. */
export function toRow(ctx: Context, { id, version, input }: Draft<InstructorInput>) {
  const { course } = input;
  return {
    corner_code: ctx.corner,
    instructor_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    course_status: course?.status ?? null,
    course_completed_on: course?.status === 'completed' ? course.on : null,
    search_text: instructorSearchText(input),
    sort_key: kanaSortKey(input.nameKana),
  };
}

/** 指導技法等講習 of a row of `instructor`. */
export function toCourse({
  course_status: status,
  course_completed_on: on,
}: Pick<InstructorRow, 'course_status' | 'course_completed_on'>): CourseStatus | null {
  if (status === 'completed') return { status, on: on as PlainDate };
  return status === 'exempt' || status === 'not-taken' ? { status } : null;
}
