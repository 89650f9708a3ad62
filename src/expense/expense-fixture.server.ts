import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import type { ClaimInput } from './domain/claim-fields.ts';
import { aRate } from './domain/expense-fixture.ts';
import { draftClaim } from './draft-claim.server.ts';
import { stepClaim, type HandCommand } from './move-claim.server.ts';
import { addRate, type NewRate } from './set-rates.server.ts';

export function newRate(changes: Partial<NewRate> = {}): NewRate {
  const { id: _, revision: __, ...rate } = aRate();
  return { ...rate, ...changes };
}

export const anInput: ClaimInput = {
  minutes: 120,
  travelBy: 'distance',
  kilometres: 20,
  persons: 5,
  days: 1,
  spent: null,
  tax: null,
  pages: null,
  note: null,
};

/** A held visit of instructor M-001 at host O-001 under a rate table. */
export async function heldVisit(ctx: Context): Promise<{ readonly visitId: string; readonly instructorId: string }> {
  await registerOrganization(ctx);
  const instructorId = await registerInstructor(ctx);
  const added = await addRate(ctx, { rate: newRate(), key: undefined });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return { visitId: await heldVisitOn(ctx, 'V-001', '2022-11-21'), instructorId };
}

export function heldVisitOn(ctx: Context, number: string, day: string): Promise<string> {
  return registerVisit(ctx, { number, visitOn: plainDate(day), status: 'held' });
}

export async function drafted(ctx: Context, pair: { visitId: string; instructorId: string }, input = anInput) {
  const saved = await draftClaim(ctx, { ...pair, input, key: undefined });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return saved.value.id;
}

/** Takes a claim some steps on; each sees the version the one before left. */
export async function stepped(
  steps: readonly (readonly [Context, HandCommand, string?])[],
  { id, version = 1 }: { readonly id: string; readonly version?: number },
): Promise<void> {
  for (const [at, [ctx, command, reason]] of steps.entries()) {
    const moved = await stepClaim(ctx, { id, version: version + at, command, reason: reason ?? null });
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  }
}
