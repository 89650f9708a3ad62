import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { lastReplyDay } from './domain/intent-enquiry.ts';
import { moveUpkeep, type UpkeepCommand, type UpkeepRefusal, type UpkeepState } from './domain/upkeep.ts';
import { hashOfToken, tokenOfEnquiry, type LinkKey } from './intent-link.server.ts';
import { answerOpenEnquiry, closeEnquiries, insertEnquiry, saveSteps, type UpkeepStep } from './upkeep-store.server.ts';
import { loadUpkeepFacts, type UpkeepFacts } from './upkeep-facts.server.ts';

type Order = {
  readonly instructorId: string;
  /** The version that the person saw; 0 where nothing had been recorded. */
  readonly version: number;
  readonly command: UpkeepCommand;
  readonly happenedOn: PlainDate;
  readonly reason: string;
};

type Moved = Result<{ readonly state: UpkeepState }, UpkeepRefusal>;

/**
 * 登録の維持の手続: one step of one person by staff. What the person said to them is marked as entered on the person's
 * behalf. Asking the intent opens a link; every other step closes it.
 */
export function moveRegistration(ctx: Context, key: LinkKey, order: Order): Promise<Moved> {
  requirePermission(ctx, 'upkeep.write');
  return inTransaction(ctx, async (tx) => {
    const facts = await lockFacts(tx, ctx, order.instructorId);
    if (facts.version !== order.version) throw new Conflict('upkeep', order.instructorId, order.version, facts.version);
    const moved = await takeStep(tx, ctx, { facts, order, onBehalf: spokenFor.includes(order.command) });
    if (!moved.ok) return moved;
    if (order.command === 'ask-intent') await openEnquiry(tx, ctx, { key, order });
    return moved;
  });
}

/** What the person says, and staff write down. */
const spokenFor: readonly UpkeepCommand[] = ['answer-willing', 'answer-unwilling', 'resign'];

/** One person's facts, with nobody else moving anybody until the transaction ends. */
export async function lockFacts(tx: Tx, ctx: Context, instructorId: string): Promise<UpkeepFacts> {
  await lockRecords(tx, 'upkeep');
  const facts = isRecordId(instructorId) ? await loadUpkeepFacts(tx, instructorId, ctx.today()) : undefined;
  if (!facts) throw new NotFound('instructor', instructorId);
  return facts;
}

type Step = {
  readonly facts: UpkeepFacts;
  readonly order: Omit<Order, 'version' | 'instructorId'>;
  readonly onBehalf: boolean;
};

/** Decides one step and writes it with its history; 休眠, which came with the calendar, is written before it. */
export async function takeStep(tx: Tx, ctx: Context, { facts, order, onBehalf }: Step): Promise<Moved> {
  const { command, happenedOn, reason } = order;
  const moved = moveUpkeep({ ...facts, command, happenedOn, reason, today: ctx.today() });
  if (!moved.ok) return moved;
  const to = moved.value;
  const step = { command, from: facts.state, to, happenedOn, onBehalf, reason: reason.trim() || null };
  await saveSteps(tx, ctx, { instructorId: facts.id, steps: [...(await dormantStep(tx, facts)), step] });
  const answer = command === 'answer-willing' ? 'willing' : command === 'answer-unwilling' ? 'unwilling' : undefined;
  if (answer) await answerOpenEnquiry(tx, ctx, { instructorId: facts.id, answer, note: step.reason });
  else if (command !== 'ask-intent') await closeEnquiries(tx, ctx, facts.id);
  const entity = { kind: 'instructor', id: facts.id, label: facts.name };
  await recordAudit(tx, ctx, [
    { action: 'upkeep', entity, before: { state: facts.state }, after: { state: to, happenedOn, onBehalf, reason } },
  ]);
  return accept({ state: to });
}

/** The step that nobody took: the day after the three years ended, where it is not written down yet. */
async function dormantStep(tx: Tx, { id, state, dormancy }: UpkeepFacts): Promise<readonly UpkeepStep[]> {
  if (state !== 'dormant' || dormancy.kind !== 'dormant') return [];
  const stored = await tx.selectFrom('upkeep').select('state').where('instructor_id', '=', id).executeTakeFirst();
  if (stored?.state === 'dormant') return [];
  const happenedOn = addDays(dormancy.lastDay, 1);
  return [{ command: 'become-dormant', from: 'active', to: 'dormant', happenedOn, onBehalf: false, reason: null }];
}

async function openEnquiry(
  tx: Tx,
  ctx: Context,
  { key, order: { instructorId, happenedOn } }: { readonly key: LinkKey; readonly order: Order },
): Promise<void> {
  const id = ctx.newId();
  await insertEnquiry(tx, ctx, {
    id,
    instructorId,
    askedOn: happenedOn,
    expiresOn: lastReplyDay(ctx.today()),
    linkHash: hashOfToken(tokenOfEnquiry(key, ctx.corner, id)),
  });
}
