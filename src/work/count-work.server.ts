import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { countedKinds, MOST_COUNTED, workKinds, type WorkCounts, type WorkKind } from './domain/work-kind.ts';
import { listAsked, momentOf, rowsOf } from './work-asked.server.ts';

type Year = { readonly fiscalYear: number };

/** Counts what waits for somebody, in one statement: the frame of every page asks for it. */
export async function countWork(ctx: Context, { fiscalYear }: Year): Promise<WorkCounts> {
  requirePermission(ctx, 'visit.read');
  const asked = listAsked(ctx, 'own').filter((kind) => countedKinds.includes(kind));
  // A number says nothing of when something is due.
  const kinds = rowsOf(asked, momentOf({ fiscalYear, today: ctx.today() }, []));
  const none = Object.fromEntries(workKinds.map((kind) => [kind, 0])) as WorkCounts;
  if (kinds.length === 0) return none;
  const columns = kinds.map(
    ({ kind, rows }) => sql`(select count(*) from (
      select 1 from ${rows.from} limit ${sql.lit(MOST_COUNTED)}) as bounded) as ${sql.ref(kind)}`,
  );
  const { rows } = await sql<Partial<Record<WorkKind, number>>>`select ${sql.join(columns)}`.execute(ctx.db);
  return { ...none, ...rows[0] };
}
