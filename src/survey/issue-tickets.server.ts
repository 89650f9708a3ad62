import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { inChunks } from '#record/columns.server.ts';
import { audienceLabel, type Audience } from './domain/audience.ts';
import { checkIssue, lastAnswerDay, type IssueRefusal } from './domain/ticket.ts';
import { hashOfToken, tokenOfTicket, type LinkKey } from './ticket-secret.server.ts';
import { loadAskedVisit, type AskedVisit } from './visit-survey-queries.server.ts';

type Place = { readonly visitId: string; readonly audience: Audience };

/** Makes so many more sheets with a link each. Nothing on them or here tells one from another. */
export function issueTickets(
  ctx: Context,
  linkKey: LinkKey,
  { visitId, audience, wanted, key }: Place & { readonly wanted: number; readonly key: string | undefined },
): Promise<Result<{ readonly issued: number }, IssueRefusal>> {
  requirePermission(ctx, 'survey.write');
  return inTransaction(ctx, async (tx) => {
    const visit = await loadAskedVisit(tx, visitId);
    return answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['issue-tickets', visitId, audience, wanted]),
      isKept: (answer) => answer.ok,
      work: async (): Promise<Result<{ readonly issued: number }, IssueRefusal>> => {
        const { issued } = await lockRound(tx, ctx, { visitId, audience });
        const checked = checkIssue(visit, { wanted, issued, today: ctx.today() });
        if (!checked.ok) return refuse(checked.refusal);
        const tickets = Array.from({ length: wanted }, () => ctx.newId()).map((id) => ({
          corner_code: ctx.corner,
          ticket_id: id,
          visit_id: visitId,
          audience,
          link_hash: hashOfToken(tokenOfTicket(linkKey, ctx.corner, id)),
        }));
        for (const chunk of inChunks(tickets)) await tx.insertInto('survey_ticket').values(chunk).execute();
        await updateRound(tx, { visitId, audience }, { issued: issued + wanted });
        await log(tx, ctx, { visit, audience, action: 'issued', sheets: wanted });
        return accept({ issued: issued + wanted });
      },
    });
  });
}

/** Takes every link back that nobody has answered; answers how many. */
export function revokeTickets(ctx: Context, { visitId, audience }: Place): Promise<number> {
  requirePermission(ctx, 'survey.write');
  return inTransaction(ctx, async (tx) => {
    const visit = await loadAskedVisit(tx, visitId);
    const { revoked } = await lockRound(tx, ctx, { visitId, audience });
    const { numDeletedRows } = await tx
      .deleteFrom('survey_ticket')
      .where('visit_id', '=', visitId)
      .where('audience', '=', audience)
      .executeTakeFirstOrThrow();
    const taken = Number(numDeletedRows);
    if (taken === 0) return 0;
    await updateRound(tx, { visitId, audience }, { revoked: revoked + taken });
    await log(tx, ctx, { visit, audience, action: 'revoked', sheets: taken });
    return taken;
  });
}

export type TicketSheets = {
  readonly visit: AskedVisit;
  readonly lastDay: PlainDate;
  /** Whole addresses, one a sheet. */
  readonly addresses: readonly string[];
};

/** The links that nobody has answered, for printing. Whoever holds one can answer: only who may enter answers sees them. */
export async function listTicketSheets(
  ctx: Context,
  { key, origin, visitId, audience }: Place & { readonly key: LinkKey; readonly origin: string },
): Promise<TicketSheets> {
  requirePermission(ctx, 'survey.write');
  const visit = await loadAskedVisit(ctx.db, visitId);
  const rows = await ctx.db
    .selectFrom('survey_ticket')
    .select('ticket_id')
    .where('visit_id', '=', visitId)
    .where('audience', '=', audience)
    .orderBy('ticket_id')
    .execute();
  const addresses = rows.map(({ ticket_id: id }) => `${origin}/surveys/${tokenOfTicket(key, ctx.corner, id)}`);
  return { visit, lastDay: lastAnswerDay(visit.visitOn), addresses };
}

async function lockRound(tx: Tx, ctx: Context, { visitId, audience }: Place) {
  await tx
    .insertInto('survey_round')
    .values({ corner_code: ctx.corner, visit_id: visitId, audience, issued: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('survey_round')
    .select(['issued', 'revoked'])
    .where('visit_id', '=', visitId)
    .where('audience', '=', audience)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function updateRound(tx: Tx, { visitId, audience }: Place, change: { issued?: number; revoked?: number }) {
  await tx
    .updateTable('survey_round')
    .set(change)
    .where('visit_id', '=', visitId)
    .where('audience', '=', audience)
    .execute();
}

type Logged = {
  readonly visit: AskedVisit;
  readonly audience: Audience;
  readonly action: string;
  readonly sheets: number;
};

function log(tx: Tx, ctx: Context, { visit, audience, action, sheets }: Logged): Promise<void> {
  const entity = { kind: 'survey', id: visit.id, label: `${visit.number} ${audienceLabel(audience)}` };
  return recordAudit(tx, ctx, [{ action, entity, after: { audience, sheets } }]);
}
