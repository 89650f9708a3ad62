import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import type { Audience } from './domain/audience.ts';
import { issueTickets, listTicketSheets } from './issue-tickets.server.ts';

export const linkKey = 'a-secret-of-the-test-with-32-letters';

/** A held visit of corner 35 with its host and instructor. */
export async function registerHeldVisit(ctx: Context, changes: Partial<VisitInput> = {}): Promise<string> {
  await registerOrganization(ctx);
  await registerInstructor(ctx);
  return registerVisit(ctx, { visitOn: plainDate('2022-11-21'), status: 'held', trainees: 10, ...changes });
}

/** The tokens of freshly made sheets. */
export async function makeTokens(
  ctx: Context,
  { visitId, audience, wanted }: { visitId: string; audience: Audience; wanted: number },
): Promise<readonly string[]> {
  const issued = await issueTickets(ctx, linkKey, { visitId, audience, wanted, key: undefined });
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusal));
  const { addresses } = await listTicketSheets(ctx, { key: linkKey, origin: '', visitId, audience });
  return addresses.map((address) => address.slice('/surveys/'.length));
}
