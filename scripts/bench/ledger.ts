import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import { configureTypeParsers } from '#platform/db/parsers.server.ts';
import { createDatabase, type Db } from '#platform/db/database.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors } from '#instructor/instructor-queries.server.ts';
import { measure } from './measure.ts';
import { seedLedger } from './seed-ledger.ts';
import { CORNER, YEAR } from './seed-visits.ts';

const INSTRUCTORS = 15_000;
const OPTIONS = { connections: 1, rounds: 200, warmUp: 40 };
/** Three characters and more, two, and one; kanji, variants, kana, and a long vowel that is written otherwise. */
const searches = ['佐々木', 'やまだ', '山田健', '秋吉萩', '渡邉', '左官', '林田', 'さとー', '健'];

const search = (ctx: Context, q: string) =>
  listInstructors(ctx, { filters: { ...everyInstructor, q }, order: 'kana', cursor: undefined, fiscalYear: YEAR });

const contextOn = (db: Db) =>
  ({ db, corner: CORNER, actor: { id: 'bench', role: 'officer', cornerCode: CORNER } }) as unknown as Context;

/**
 * What finding costs at least: the 51 first rows through the fitting index, as the owner of the tables, whom row-level
 * security does not hold. No count, no visits, no trades.
 */
function rowsQuery(form: string): pg.QueryConfig {
  const isShort = Array.from(form).length < 3;
  return {
    name: isShort ? 'rows-by-pieces' : 'rows-by-trigrams',
    text: `with found as materialized (select * from instructor where corner_code = $1 and deleted_at is null
        and ${isShort ? 'search_grams(search_text) && array[$2]' : `search_text like '%' || $2 || '%'`})
      select instructor_id, number, kind, name, name_kana, municipality_code, course_status, course_completed_on, sort_key
      from found order by sort_key, number limit 51`,
    values: [CORNER, form],
  };
}

/** The statement of the page as the application sends it, to be run by the owner of the tables. */
async function pageQuery(owner: pg.Pool, q: string): Promise<pg.QueryConfig> {
  const seen: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const dialect = new PostgresDialect({ pool: owner });
  const db = new Kysely<Schema>({ dialect, log: ({ query }) => void seen.push(query) });
  await search(contextOn(db), q);
  const page = seen.find(({ sql }) => sql.includes('order by'));
  if (!page) throw new Error('the ledger sent no statement');
  return { name: `page-${seen.length}-${page.sql.length}`, text: page.sql, values: [...page.parameters] };
}

/** The search of the ledger as the page asks for it, with permission and row-level security, against the bare query. */
export async function compareLedger(url: string): Promise<void> {
  configureTypeParsers();
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c role=takumi_app' });
  const owner = new pg.Pool({ connectionString: url, max: 2, options: `-c takumi.corner=${CORNER}` });
  // The server stops right after; what it says to sessions that are just being closed is no news.
  for (const each of [pool, owner]) each.on('error', () => {});
  const database = createDatabase({ engine: 'server', pool, unboundPool: pool, closeEngine: async () => {} });
  try {
    await seedLedger(owner, INSTRUCTORS);
    const ctx = contextOn(database.forCorner(CORNER));
    console.log(`\n${INSTRUCTORS.toLocaleString('en')} instructors in one corner; p50 of ${OPTIONS.rounds} rounds`);
    console.log('found   rows ms   page ms   ledger ms   × rows   × page   word');
    for (const q of searches) await compareWord(ctx, owner, q);
  } finally {
    await owner.end();
    await pool.end();
  }
}

async function compareWord(ctx: Context, owner: pg.Pool, q: string): Promise<void> {
  const { count } = await search(ctx, q);
  const [word = ''] = searchWords(q);
  const page = await pageQuery(owner, q);
  const rows = rowsQuery(searchForms(word).at(-1) ?? word);
  const bareRows = await measure(async () => void (await owner.query(rows)), OPTIONS);
  const barePage = await measure(async () => void (await owner.query(page)), OPTIONS);
  const ledger = await measure(async () => void (await search(ctx, q)), OPTIONS);
  const figures = [bareRows.p50, barePage.p50, ledger.p50, ledger.p50 / bareRows.p50, ledger.p50 / barePage.p50];
  const [first, second, third, ...ratios] = figures.map((figure) => figure.toFixed(2));
  const cells = [first, second, third, ...ratios].map((cell, index) =>
    (cell ?? '').padStart([10, 10, 12, 9, 9][index] ?? 0),
  );
  console.log(`${String(count).padStart(5)}${cells.join('')}   ${q}`);
}
