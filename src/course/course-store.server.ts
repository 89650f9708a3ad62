import { sql } from 'kysely';
import { searchTextOf } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { fieldColumns } from '#record/columns.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { AttendanceState } from './domain/attendance.ts';
import { courseFields } from './domain/course-fields.ts';
import { courseKinds, type CourseState } from './domain/course-kind.ts';
import { lastDayOf, type CourseInput } from './domain/course.ts';

const columns = fieldColumns<CourseInput>(courseFields.map(({ key }) => key));

export type StoredCourse = {
  readonly id: string;
  readonly version: number;
  readonly state: CourseState;
  readonly cancelReason: string | null;
  readonly input: CourseInput;
  readonly lastDay: PlainDate;
};

/** One course; NotFound where the corner has none of this identity. */
export async function loadCourse(db: Db, id: string): Promise<StoredCourse> {
  const row = isRecordId(id) ? await select(db).where('course_id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('course', id);
  return toStored(row);
}

/** The same, held until the transaction ends; Conflict where somebody changed it since `version` was seen. */
export async function lockCourse(tx: Tx, id: string, version?: number): Promise<StoredCourse> {
  const row = isRecordId(id) ? await select(tx).where('course_id', '=', id).forUpdate().executeTakeFirst() : undefined;
  if (!row) throw new NotFound('course', id);
  if (version !== undefined && row.version !== version) throw new Conflict('course', id, version, row.version);
  return toStored(row);
}

function select(db: Db) {
  return db
    .selectFrom('course')
    .select(['course_id', 'version', 'state', 'cancel_reason'])
    .select(columns.names as ['kind']);
}

type Row = {
  readonly course_id: string;
  readonly version: number;
  readonly state: string;
  readonly cancel_reason: string | null;
};

function toStored(row: Row): StoredCourse {
  const input = columns.toFields(row) as CourseInput;
  return {
    id: row.course_id,
    version: row.version,
    state: row.state as CourseState,
    cancelReason: row.cancel_reason,
    input,
    lastDay: lastDayOf(input),
  };
}

export async function insertCourse(tx: Tx, ctx: Context, id: string, input: CourseInput): Promise<void> {
  const row = { corner_code: ctx.corner, course_id: id, state: 'planned', updated_at: ctx.now(), ...toColumns(input) };
  await tx
    .insertInto('course')
    .values(row as never)
    .execute();
}

export async function updateCourse(tx: Tx, ctx: Context, id: string, input: CourseInput): Promise<void> {
  await tx
    .updateTable('course')
    .set({ ...toColumns(input), updated_at: ctx.now() } as never)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('course_id', '=', id)
    .execute();
}

export async function closeCourse(
  tx: Tx,
  ctx: Context,
  { id, state, reason }: { readonly id: string; readonly state: CourseState; readonly reason: string | null },
): Promise<void> {
  await tx
    .updateTable('course')
    .set((row) => ({ state, cancel_reason: reason, updated_at: ctx.now(), version: row('version', '+', 1) }))
    .where('course_id', '=', id)
    .execute();
}

function toColumns(input: CourseInput) {
  const days = input.days.toSorted();
  const { kind, place, lecturer, material, note } = input;
  const kindLabel = courseKinds.find(({ code }) => code === kind)?.label ?? kind;
  return {
    ...columns.toColumns({ ...input, days }),
    first_day: days[0],
    last_day: days.at(-1),
    search_text: searchTextOf([kindLabel, place ?? '', lecturer ?? '', material ?? '', note ?? '']),
  };
}

export type StoredAttendance = {
  readonly instructorId: string;
  readonly state: AttendanceState;
  readonly transportYen: number | null;
};

/** Everybody who was invited to a course. */
export async function loadAttendances(db: Db, courseId: string): Promise<readonly StoredAttendance[]> {
  const rows = await db
    .selectFrom('course_attendance')
    .select(['instructor_id as instructorId', 'state', 'transport_yen as transportYen'])
    .where('course_id', '=', courseId)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as AttendanceState }));
}

export async function insertInvitations(
  tx: Tx,
  ctx: Context,
  { courseId, instructorIds }: { readonly courseId: string; readonly instructorIds: readonly string[] },
): Promise<void> {
  const rows = instructorIds.map((id) => ({
    corner_code: ctx.corner,
    course_id: courseId,
    instructor_id: id,
    state: 'invited',
    invited_on: ctx.today(),
  }));
  await tx.insertInto('course_attendance').values(rows).execute();
}

export async function saveAttendanceState(
  tx: Tx,
  ctx: Context,
  { courseId, instructorIds, state }: { courseId: string; instructorIds: readonly string[]; state: AttendanceState },
): Promise<void> {
  await tx
    .updateTable('course_attendance')
    .set({ state, updated_at: ctx.now() })
    // Who turns out not to have come was paid nothing.
    .$if(state !== 'completed' && state !== 'incomplete', (query) => query.set({ transport_yen: null }))
    .where('course_id', '=', courseId)
    .where(sql<boolean>`instructor_id = any(${instructorIds}::uuid[])`)
    .execute();
}

export async function saveTransport(
  tx: Tx,
  ctx: Context,
  { courseId, instructorId, yen }: { courseId: string; instructorId: string; yen: number },
): Promise<void> {
  await tx
    .updateTable('course_attendance')
    .set({ transport_yen: yen, updated_at: ctx.now() })
    .where('course_id', '=', courseId)
    .where('instructor_id', '=', instructorId)
    .execute();
}

export type ExemptionRow = {
  readonly instructorId: string;
  readonly criterion: string;
  readonly reason: string;
};

export async function insertExemption(tx: Tx, ctx: Context, exemption: ExemptionRow): Promise<void> {
  await tx
    .insertInto('course_exemption')
    .values({
      corner_code: ctx.corner,
      exemption_id: ctx.newId(),
      instructor_id: exemption.instructorId,
      criterion: exemption.criterion,
      reason: exemption.reason,
      exempted_on: ctx.today(),
      actor_name: ctx.actor.name,
    })
    .execute();
}
