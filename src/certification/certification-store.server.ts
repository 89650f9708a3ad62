import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inChunks, overwrite } from '#record/columns.server.ts';
import type { RecordStore } from '#record/record-store.server.ts';
import { certificationColumns, toCase, toRow } from './certification-row.server.ts';
import {
  certificationShape,
  checkCertification,
  type CertificationCase,
  type CertificationInput,
  type CertificationKnown,
} from './domain/certification.ts';
import { isOpenToChange, type CertificationState } from './domain/certification-state.ts';
import type { CertificationMove } from './domain/move.ts';
import { stateNames } from './text.ts';

/** 認定申請 as rows. */
export const certificationStore: RecordStore<CertificationInput, CertificationKnown> = {
  ...certificationShape,
  loadKnown: async (_db, _inputs, ctx) => ({ today: ctx.today() }),
  check: checkCertification,
  findById: findCase,
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`number = any(${numbers})`)
      .execute();
    return rows.map(toCase);
  },
  listAll: async (db) => {
    const rows = await select(db).where('deleted_at', 'is', null).orderBy('number').execute();
    return rows.map((row) => toCase(row).input);
  },
  save: async (tx, ctx, drafts) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft));
      await tx
        .insertInto('certification_case')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('certification_case')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('case_id', '=', id)
      .execute();
  },
  findClosedState: async (db, id) => {
    const found = await findCase(db, id);
    return found && !isOpenToChange(found.state) ? stateNames[found.state] : undefined;
  },
  countUses: async (db, id) => {
    const found = await findCase(db, id);
    return [
      { by: 'マイスター等の登録', count: found?.instructorId ? 1 : 0 },
      { by: '取りまとめ', count: found?.batchId ? 1 : 0 },
    ];
  },
};

const identity = ['corner_code', 'case_id'] as const;

function select(db: Db) {
  return db.selectFrom('certification_case').select(certificationColumns);
}

/** One application with where it stands. */
export async function findCase(
  db: Db,
  id: string,
  options?: { readonly lock: boolean },
): Promise<CertificationCase | undefined> {
  const query = select(db).where('case_id', '=', id);
  const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toCase(row);
}

/** Ties an application to the visit on which the candidate was found. */
export async function linkScoutingVisit(tx: Tx, { id, visitId }: { readonly id: string; readonly visitId: string }) {
  await tx.updateTable('certification_case').set({ scouting_visit_id: visitId }).where('case_id', '=', id).execute();
}

export type StepWriting = {
  readonly from: CertificationCase;
  readonly to: CertificationState;
  readonly move: CertificationMove;
  readonly batchId: string | null;
  /** The record that `certify` made. */
  readonly instructorId: string | null;
};

/** Writes a step: the case stands in its new state, and the step in its history. */
export async function saveStep(tx: Tx, ctx: Context, { from, to, move, batchId, instructorId }: StepWriting) {
  await tx
    .updateTable('certification_case')
    .set({
      state: to,
      batch_id: batchId,
      registration_number: move.certificate?.registrationNumber ?? null,
      certified_on: move.certificate?.certifiedOn ?? null,
      instructor_id: instructorId,
      version: from.version + 1,
      updated_at: ctx.now(),
    })
    .where('case_id', '=', from.id)
    .execute();
  const { last } = await tx
    .selectFrom('certification_event')
    .select((row) => row.fn.max('sequence').as('last'))
    .where('case_id', '=', from.id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('certification_event')
    .values({
      corner_code: ctx.corner,
      case_id: from.id,
      sequence: (last ?? 0) + 1,
      at: ctx.now(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      command: move.command,
      from_state: from.state,
      to_state: to,
      happened_on: move.happenedOn,
      reason: move.reason?.trim() || null,
    })
    .execute();
}

/** The day of the last step of an application. */
export async function findLastStepDay(db: Db, caseId: string): Promise<PlainDate | null> {
  const row = await db
    .selectFrom('certification_event')
    .select('happened_on')
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.happened_on as PlainDate | undefined) ?? null;
}
