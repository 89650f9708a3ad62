import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { lineState, type LineFacts, type LineState, type NoRequest } from './domain/no-request.ts';
import { outreachLines, type OutreachLine } from './domain/outreach-line.ts';
import { lineOf } from './outreach-queries.server.ts';

/** Who said that nobody asked, beside what was said. */
export type StatedNoRequest = NoRequest & { readonly recorderName: string; readonly recordedAt: string };

/** 区分の状況. How a line of the plan stands in a 年度. */
export type LineRow = LineFacts & {
  readonly line: OutreachLine;
  readonly held: number;
  readonly planned: number;
  readonly state: LineState;
  readonly noRequest: StatedNoRequest | undefined;
};

/** Every line of 魅力発信 in a 年度, with what was held, is planned or was asked, and where nobody asked. */
export async function listLines(ctx: Context, fiscalYear: number): Promise<readonly LineRow[]> {
  requirePermission(ctx, 'visit.read');
  return loadLines(ctx.db, fiscalYear);
}

/** The same inside the transaction of a use case. */
export async function loadLines(db: Db, fiscalYear: number): Promise<readonly LineRow[]> {
  const visits = await db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select([
      lineOf('visit.program', 'organization.kind').as('line'),
      sql<number>`count(*) filter (where visit.status = 'held')`.as('held'),
      sql<number>`count(*) filter (where visit.status = 'planned')`.as('planned'),
    ])
    .where('visit.fiscal_year', '=', fiscalYear)
    .where('visit.deleted_at', 'is', null)
    .where('visit.status', '<>', 'cancelled')
    .groupBy(sql.ref('line'))
    .execute();
  const requests = await db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select([lineOf('request.program', 'organization.kind').as('line'), sql<number>`count(*)`.as('requests')])
    .where('request.fiscal_year', '=', fiscalYear)
    .where('request.deleted_at', 'is', null)
    .groupBy(sql.ref('line'))
    .execute();
  const stated = await loadNoRequests(db, fiscalYear);
  return outreachLines.map(({ code }): LineRow => {
    const { held, planned } = visits.find(({ line }) => line === code) ?? { held: 0, planned: 0 };
    const asked = requests.find(({ line }) => line === code)?.requests ?? 0;
    const noRequest = stated.find(({ line }) => line === code);
    const facts = { visits: held + planned, requests: asked };
    return { line: code, held, planned, ...facts, state: lineState(facts, noRequest !== undefined), noRequest };
  });
}

async function loadNoRequests(db: Db, fiscalYear: number) {
  return db
    .selectFrom('outreach_no_request')
    .select([
      sql<OutreachLine>`line`.as('line'),
      sql<PlainDate>`stated_on`.as('statedOn'),
      'efforts',
      'recorder_name as recorderName',
      'recorded_at as recordedAt',
    ])
    .where('fiscal_year', '=', fiscalYear)
    .execute();
}

/** A line for which nobody asked, as the report says it. */
export type ReportedNoRequest = { readonly line: OutreachLine; readonly statedOn: PlainDate; readonly efforts: string };

/** The lines of a 年度 that were without a request on a day: said by then, and nothing that was asked for or held since. */
export async function listNoRequests(
  db: Db,
  { fiscalYear, asOf }: { readonly fiscalYear: number; readonly asOf: PlainDate },
): Promise<readonly ReportedNoRequest[]> {
  const lines = await loadLines(db, fiscalYear);
  return lines.flatMap(({ line, state, noRequest }) =>
    state === 'no-request' && noRequest && noRequest.statedOn <= asOf
      ? [{ line, statedOn: noRequest.statedOn, efforts: noRequest.efforts }]
      : [],
  );
}
