import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Context } from '#platform/context.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';
import { listVisits } from '#schedule/visit-queries.server.ts';
import { CORNER, YEAR } from './seed-visits.ts';

export type PageQuery = { readonly sql: string; readonly parameters: readonly unknown[] };

/**
 * The statement of the list of visits as the application sends it, with the corner written out: the owner of the tables,
 * who runs it for comparison, is not held by row-level security.
 */
export async function capturePageQuery(pool: Pool): Promise<PageQuery> {
  const seen: PageQuery[] = [];
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      seen.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  const actor = { id: 'bench', name: 'bench', role: 'officer', cornerCode: CORNER, source: 'api' } as const;
  const ctx = { db, corner: CORNER, actor } as unknown as Context;
  await listVisits(ctx, { filters: { fiscalYear: YEAR }, order: 'latest', cursor: undefined });
  const [found] = seen;
  if (!found) throw new Error('the list of visits sent no statement');
  const sql = found.sql
    .replace(
      '"visit"."deleted_at" is null',
      `"visit"."corner_code" = '${CORNER}' and "organization"."corner_code" = '${CORNER}' and "visit"."deleted_at" is null`,
    )
    .replace(
      'where visit_instructor.visit_id',
      `where visit_instructor.corner_code = '${CORNER}' and instructor.corner_code = '${CORNER}' and visit_instructor.visit_id`,
    );
  return { sql, parameters: found.parameters };
}
