import { sql } from 'kysely';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { MaterialTerm } from './domain/judge-request.ts';
import type { Program } from './domain/program.ts';

type Asked = { readonly program: Program; readonly on: PlainDate };

/**
 * What the 単価表 that holds on a day bears of the material of a 事業区分; undefined where none holds. The cap has no other
 * place: a claim is priced by it, and an estimate is judged by it (docs/decisions/0008).
 */
export async function findMaterialTerm(db: Db, { program, on }: Asked): Promise<MaterialTerm | undefined> {
  const row = await db
    .selectFrom('expense_rate')
    .select('basis')
    .select(sql<number | null>`(prices->'materialCapYen'->>${program}::text)::integer`.as('capYen'))
    .where('fiscal_year', '=', fiscalYearOf(on))
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { capYen: row.capYen, source: row.basis };
}
