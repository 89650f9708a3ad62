import { sql } from 'kysely';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { isRecordId } from '#record/record-id.ts';
import {
  countRows,
  likeAnywhere,
  PAGE_SIZE,
  readPage,
  type Count,
  type Cursor,
  type Page,
} from '#record/paging.server.ts';
import {
  listDecisionEvents,
  listRoute,
  selectDecisions,
  type DecisionEvent,
  type RouteEntry,
  type StoredDecision,
} from './decision-store.server.ts';
import type { DecisionView } from './domain/decision-view.ts';
import type { DecisionState } from './domain/decision.ts';

export type DecisionDetail = StoredDecision & {
  readonly revision: number;
  readonly route: readonly RouteEntry[];
  readonly events: readonly DecisionEvent[];
};

/** The drafts of a request with their routes and what happened to them, the newest first. */
export async function listDecisions(ctx: Context, requestId: string): Promise<readonly DecisionDetail[]> {
  requirePermission(ctx, 'request.read');
  if (!isRecordId(requestId)) return [];
  const found = await selectDecisions(ctx.db)
    .innerJoin('instruction_plan as plan', 'plan.plan_id', 'decision.plan_id')
    .select('plan.revision')
    .where('decision.request_id', '=', requestId)
    .orderBy('decision.created_at', 'desc')
    .orderBy('decision.decision_id', 'desc')
    .execute();
  const details: DecisionDetail[] = [];
  for (const decision of found) {
    const route = await listRoute(ctx.db, decision.id);
    details.push({ ...decision, route, events: await listDecisionEvents(ctx.db, decision.id) });
  }
  return details;
}

export type DecisionRow = {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly hostName: string;
  readonly subject: string;
  readonly state: DecisionState;
  readonly drafterName: string;
  readonly draftedOn: PlainDate;
  /** Whose turn it is; null where nobody is asked. */
  readonly waitsFor: string | null;
};

/** The first on the route of the present round who has not approved. */
const turn = (column: 'approver_id' | 'approver_name') =>
  sql<string | null>`(select ${sql.ref(column)} from decision_approver
    where decision_approver.corner_code = decision.corner_code
    and decision_approver.decision_id = decision.decision_id and decision_approver.round = decision.round
    and decision_approver.answer is null and decision.state = 'circulating'
    order by decision_approver.position limit 1)`;

type Listing = {
  readonly filters: { readonly view: DecisionView; readonly state: string; readonly q: string };
  readonly cursor: Cursor | undefined;
};

function selectRows(db: Db) {
  return db
    .selectFrom('decision')
    .innerJoin('request', 'request.request_id', 'decision.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['decision.decision_id as id', 'decision.request_id as requestId', 'request.number as requestNumber'])
    .select(['organization.name as hostName', 'decision.subject', 'decision.drafter_name as drafterName'])
    .select([
      sql<DecisionState>`decision.state`.as('state'),
      sql<PlainDate>`decision.drafted_on`.as('draftedOn'),
      turn('approver_name').as('waitsFor'),
    ])
    .where('request.deleted_at', 'is', null);
}

/** 起案・決裁 of the corner, the newest first; what waits for somebody is what they are asked now. */
export async function listDecisionPage(ctx: Context, { filters, cursor }: Listing): Promise<Page<DecisionRow> & Count> {
  requirePermission(ctx, 'request.read');
  let query = selectRows(ctx.db);
  if (filters.view === 'mine') query = query.where(turn('approver_id'), '=', ctx.actor.id);
  if (filters.view === 'drafted') query = query.where('decision.drafter_id', '=', ctx.actor.id);
  if (filters.state) query = query.where('decision.state', '=', filters.state);
  for (const word of searchWords(filters.q)) {
    const forms = searchForms(word).map(likeAnywhere);
    query = query.where((row) =>
      row.or(
        (['request.search_text', 'organization.search_text'] as const).flatMap((column) =>
          forms.map((form) => row(column, 'like', form)),
        ),
      ),
    );
  }
  const rows = query as unknown as Parameters<typeof readPage<DecisionRow>>[0];
  const order = { columns: [sql`decision.drafted_on`, sql`decision.decision_id`], descending: true };
  const valuesOf = ({ draftedOn, id }: DecisionRow) => [draftedOn, id];
  const page = await readPage<DecisionRow>(rows, { order, cursor, limit: PAGE_SIZE, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** How many drafts wait for the decision of who asks. */
export async function countWaitingDecisions(ctx: Context): Promise<number> {
  requirePermission(ctx, 'request.read');
  const { count } = await ctx.db
    .selectFrom('decision')
    .innerJoin('request', 'request.request_id', 'decision.request_id')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('request.deleted_at', 'is', null)
    .where(turn('approver_id'), '=', ctx.actor.id)
    .executeTakeFirstOrThrow();
  return Number(count);
}
