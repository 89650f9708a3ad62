import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db } from '#platform/db/database.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';

/** One step of a plan after it ran: how it read a table, and how many rows in all. */
export type PlanStep = {
  readonly kind: string;
  readonly table: string | undefined;
  readonly index: string | undefined;
  /** Rows that were given on, and rows that were read and thrown away. */
  readonly rows: number;
  readonly discarded: number;
};

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
};

type Query = { readonly sql: string; readonly parameters: readonly unknown[] };

/** The application plans a query for its values at first, and once for all values after it has been repeated. */
export const planModes = ['force_custom_plan', 'force_generic_plan'] as const;

/** A reader of one corner on a server that keeps what it was asked, so that the plans can be looked at. */
export function openPlanReader(url: string, corner: string) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    options: `-c role=takumi_app -c takumi.corner=${corner}`,
  });
  const asked: Query[] = [];
  const db: Db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: ({ level, query }) => {
      if (level === 'query') asked.push(query);
    },
  });
  return {
    db,
    /** The plan of the first query that the reading asks, without the count of the list. */
    planOf: async (read: () => Promise<unknown>, mode: (typeof planModes)[number]): Promise<readonly PlanStep[]> => {
      asked.length = 0;
      await read();
      const [query] = asked;
      if (!query) throw new Error('nothing was asked');
      return explain(pool, query, mode);
    },
    close: () => db.destroy(),
  };
}

async function explain(pool: pg.Pool, { sql, parameters }: Query, mode: string): Promise<readonly PlanStep[]> {
  const values = parameters.map((value) => pg.escapeLiteral(String(value)));
  const client = await pool.connect();
  try {
    await client.query(`set plan_cache_mode = ${mode}; prepare asked as ${sql}`);
    const execution = `execute asked${values.length > 0 ? `(${values.join(', ')})` : ''}`;
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${execution}`);
    await client.query('deallocate asked; reset plan_cache_mode');
    const [{ Plan }] = (rows as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }])[0]['QUERY PLAN'];
    return listSteps(Plan);
  } finally {
    client.release();
  }
}

function listSteps(node: PlanNode): readonly PlanStep[] {
  const loops = node['Actual Loops'];
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0);
  const step = {
    kind: node['Node Type'],
    table: node['Relation Name'],
    index: node['Index Name'],
    rows: Math.round(node['Actual Rows'] * loops),
    discarded: Math.round(removed * loops),
  };
  return [step, ...(node.Plans ?? []).filter((part) => !isCount(part)).flatMap(listSteps)];
}

/** The count beside a page reads on to its limit whatever the page shows: it is no step of the page. */
function isCount(node: PlanNode): boolean {
  return node['Parent Relationship'] === 'InitPlan' && node['Node Type'] === 'Aggregate';
}
