import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { answerSurvey, type AnswerDesk } from './answer-ticket.server.ts';
import type { AnswerTexts } from './domain/answer.ts';
import type { Audience } from './domain/audience.ts';
import { tallyOutcome } from './domain/outcome.ts';
import { issueTickets, listTicketSheets } from './issue-tickets.server.ts';
import { groupAnswers } from './result-queries.server.ts';

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

/** What a trainee answers who is content. */
export const fine = { satisfaction: '5', understanding: '4' };

/** What a test does with answers: sent from one place, and counted for the year up to 2022-11-30 unless told otherwise. */
export function surveyDesk(database: () => Database, context: (options?: { readonly today?: string }) => Context) {
  const answerDesk = (today = '2022-11-30'): AnswerDesk => {
    const ctx = context({ today });
    return { database: database(), clock: { today: ctx.today, now: ctx.now }, log: ctx.log };
  };
  const answer = (token: string, texts: AnswerTexts, { asked = '', today = '2022-11-30' } = {}) =>
    answerSurvey(answerDesk(today), { token, address: '192.0.2.7', texts, asked });
  const outcome = async (
    key: Parameters<typeof tallyOutcome>[0],
    day = { fiscalYear: 2022, asOf: plainDate('2022-11-30') },
  ) => {
    const { numerator, denominator } = tallyOutcome(key, await groupAnswers(context().db, day));
    return `${numerator}/${denominator}`;
  };
  return { answerDesk, answer, outcome };
}
