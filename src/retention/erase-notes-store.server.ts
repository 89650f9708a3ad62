import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { Erased, Target } from './erased.ts';
import { ERASED_NAME } from './text.ts';

/** What somebody wrote stands no more, and that something was written does. */
function erasedIfAny(column: string): RawBuilder<string | null> {
  return sql<string | null>`case when ${sql.ref(column)} is null then null else ${ERASED_NAME} end`;
}

/** Whom a host named in 派遣希望調査, and what it wrote; its wishes by trade, sessions and months stay. */
export async function eraseDemandAnswer(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('demand_answer')
    .set((row) => ({
      contact_name: null,
      contact_phone: null,
      contact_email: null,
      comment: null,
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('recipient_id', '=', id)
    .execute();
  await tx.updateTable('demand_wish').set({ audience: null, content: null }).where('recipient_id', '=', id).execute();
  await tx
    .updateTable('demand_recipient')
    .set({
      link_hash: `erased ${id}`,
      link_revoked_at: ctx.now(),
      declined_reason: erasedIfAny('declined_reason'),
    })
    .where('recipient_id', '=', id)
    .execute();
  return { entities: [{ kind: 'demand-recipient', id }], files: 0 };
}

/** What was written on the way of a request: meetings, offers, decisions, reasons of its steps. The steps and their days stay. */
export async function eraseRequestNotes(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  const meetings = await tx
    .updateTable('pre_meeting')
    .set((row) => ({
      present: ERASED_NAME,
      agreed: ERASED_NAME,
      host_prepares: erasedIfAny('host_prepares'),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('request_id', '=', id)
    .returning('meeting_id as id')
    .execute();
  const offers = await tx
    .updateTable('offer')
    .set({ note: erasedIfAny('note'), reason: erasedIfAny('reason') })
    .where('request_id', '=', id)
    .returning('offer_id as id')
    .execute();
  await tx
    .updateTable('request_event')
    .set({ reason: ERASED_NAME })
    .where('request_id', '=', id)
    .where('reason', 'is not', null)
    .execute();
  const decisions = await eraseDecisions(tx, id);
  const named = (kind: string, rows: readonly { readonly id: string }[]) => rows.map((row) => ({ kind, id: row.id }));
  return {
    entities: [
      { kind: 'request', id },
      ...named('pre-meeting', meetings),
      ...named('offer', offers),
      ...named('decision', decisions),
    ],
    files: 0,
  };
}

async function eraseDecisions(tx: Tx, requestId: string): Promise<readonly { readonly id: string }[]> {
  const decisions = await tx
    .updateTable('decision')
    .set({ note: erasedIfAny('note') })
    .where('request_id', '=', requestId)
    .returning('decision_id as id')
    .execute();
  const ids = decisions.map(({ id }) => id);
  if (ids.length === 0) return decisions;
  await tx
    .updateTable('decision_approver')
    .set({ comment: erasedIfAny('comment') })
    .where('decision_id', 'in', ids)
    .execute();
  await tx
    .updateTable('decision_event')
    .set({ reason: ERASED_NAME })
    .where('decision_id', 'in', ids)
    .where('reason', 'is not', null)
    .execute();
  return decisions;
}

/** What an instructor wrote of a visit; that it was reported, the people and the understanding stay. */
export async function eraseReportTexts(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('activity_report')
    .set((row) => ({
      content: erasedIfAny('content'),
      problems: null,
      next_time: null,
      return_reason: erasedIfAny('return_reason'),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('report_id', '=', id)
    .execute();
  return { entities: [{ kind: 'activity-report', id }], files: 0 };
}
