import { sql } from 'kysely';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { nextReceiptNumber, receiptPrefix, type IntentAnswer } from './domain/intent-enquiry.ts';
import { endStates, type UpkeepCommand, type UpkeepState } from './domain/upkeep.ts';

export type UpkeepStep = {
  readonly command: UpkeepCommand;
  readonly from: UpkeepState;
  readonly to: UpkeepState;
  readonly happenedOn: PlainDate;
  readonly onBehalf: boolean;
  readonly reason: string | null;
};

/** Writes the new state and the steps that led to it: the state of the row is the last step's. */
export async function saveSteps(
  tx: Tx,
  ctx: Context,
  { instructorId, steps }: { readonly instructorId: string; readonly steps: readonly UpkeepStep[] },
): Promise<void> {
  const last = steps.at(-1);
  if (!last) return;
  const endedOn = endStates.includes(last.to) ? last.happenedOn : null;
  const reconfirmedOn = steps.findLast(({ command }) => command === 'reconfirm')?.happenedOn;
  const changes = {
    state: last.to,
    ended_on: endedOn,
    updated_at: ctx.now(),
    ...(reconfirmedOn === undefined ? {} : { reconfirmed_on: reconfirmedOn }),
  };
  await tx
    .insertInto('upkeep')
    .values({ corner_code: ctx.corner, instructor_id: instructorId, ...changes })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'instructor_id'])
        .doUpdateSet((row) => ({ ...changes, version: row('upkeep.version', '+', 1) })),
    )
    .execute();
  const { count } = await tx
    .selectFrom('upkeep_event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('instructor_id', '=', instructorId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('upkeep_event')
    .values(
      steps.map((step, index) => ({
        corner_code: ctx.corner,
        instructor_id: instructorId,
        sequence: count + index + 1,
        at: ctx.now(),
        actor_id: ctx.actor.id,
        actor_name: ctx.actor.name,
        command: step.command,
        from_state: step.from,
        to_state: step.to,
        happened_on: step.happenedOn,
        on_behalf: step.onBehalf,
        reason: step.reason,
      })),
    )
    .execute();
}

type Enquiry = {
  readonly id: string;
  readonly instructorId: string;
  readonly askedOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly linkHash: string;
};

/** Opens an enquiry; an open one of the same person is closed, so that only the latest letter's link works. */
export async function insertEnquiry(tx: Tx, ctx: Context, enquiry: Enquiry): Promise<void> {
  await closeEnquiries(tx, ctx, enquiry.instructorId);
  await tx
    .insertInto('intent_enquiry')
    .values({
      corner_code: ctx.corner,
      enquiry_id: enquiry.id,
      instructor_id: enquiry.instructorId,
      asked_on: enquiry.askedOn,
      link_hash: enquiry.linkHash,
      expires_on: enquiry.expiresOn,
    })
    .execute();
}

/** The answer of the open enquiry under a number of its own; nothing happens where none is open. */
export async function answerOpenEnquiry(
  tx: Tx,
  ctx: Context,
  { instructorId, answer, note }: { instructorId: string; answer: IntentAnswer; note: string | null },
): Promise<void> {
  const fiscalYear = fiscalYearOf(ctx.today());
  // Nobody else answers meanwhile: the lock on the registrations is held. Longer numbers come after shorter ones.
  const last = await tx
    .selectFrom('intent_enquiry')
    .select('receipt_number')
    .where('receipt_number', 'like', `${receiptPrefix(fiscalYear)}%`)
    .orderBy(sql`length(receipt_number)`, 'desc')
    .orderBy('receipt_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const receipt_number = nextReceiptNumber(fiscalYear, last?.receipt_number ?? null);
  await tx
    .updateTable('intent_enquiry')
    .set({ answer, note, receipt_number, answered_at: ctx.now(), closed_at: ctx.now() })
    .where('instructor_id', '=', instructorId)
    .where('closed_at', 'is', null)
    .execute();
}

export async function closeEnquiries(tx: Tx, ctx: Context, instructorId: string): Promise<void> {
  await tx
    .updateTable('intent_enquiry')
    .set({ closed_at: ctx.now() })
    .where('instructor_id', '=', instructorId)
    .where('closed_at', 'is', null)
    .execute();
}
