import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import { configureTypeParsers } from '#platform/db/parsers.server.ts';
import { createDatabase, type Db } from '#platform/db/database.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors } from '#instructor/instructor-queries.server.ts';
import { measureInTurn } from './measure.ts';
import { seedLedger } from './seed-ledger.ts';
import { CORNER, YEAR } from './seed-visits.ts';

const INSTRUCTORS = 15_000;
const OPTIONS = { rounds: 200, warmUp: 40 };
/** Three characters and more, two, and one; kanji, variants, kana, and a long vowel that is written otherwise. */
const searches = ['佐々木', 'やまだ', '山田健', '秋吉萩', '渡邉', '左官', '林田', 'さとー', '健'];

const search = (ctx: Context, q: string) =>
  listInstructors(ctx, { filters: { ...everyInstructor, q }, order: 'kana', cursor: undefined, fiscalYear: YEAR });

const contextOn = (db: Db) =>
  ({ db, corner: CORNER, actor: { id: 'bench', role: 'officer', cornerCode: CORNER } }) as unknown as Context;

/**
 * The bare indexed query: the same page of the same people in the same order, with the columns that the list shows of
 * them, as one would write it by hand as the owner of the tables, whom row-level security does not hold. The fitting
 * index finds them before they are ordered; in one query with the order, most of these words take longer. It has no
 * count, no trades, no visits and nobody's end of registration: all that the ledger adds counts against the ledger.
 */
function bareQuery(forms: readonly string[]): pg.QueryConfig {
  const places = forms.map((_, index) => `$${index + 2}`);
  const isShort = Array.from(forms[0] ?? '').length < 3;
  const fits = isShort
    ? `search_grams(search_text) && array[${places.join(', ')}]::text[]`
    : `(${places.map((place) => `search_text like '%' || ${place} || '%'`).join(' or ')})`;
  const columns =
    'instructor_id, number, kind, name, name_kana, municipality_code, course_status, course_completed_on, sort_key';
  return {
    name: `bare-${isShort ? 'pieces' : 'trigrams'}-${forms.length}`,
    text: `with found as materialized (select ${columns} from instructor where corner_code = $1 and deleted_at is null and ${fits})
      select * from found order by sort_key, number limit 51`,
    values: [CORNER, ...forms],
  };
}

/** The statement of the page as the application sends it, to be run by the owner of the tables. */
async function pageQuery(owner: pg.Pool, q: string): Promise<pg.QueryConfig> {
  const seen: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const dialect = new PostgresDialect({ pool: owner });
  const db = new Kysely<Schema>({ dialect, log: ({ query }) => void seen.push(query) });
  await search(contextOn(db), q);
  const [page, ...others] = seen;
  if (!page || others.length > 0) throw new Error('the ledger is no longer asked in one statement');
  return { name: `page-${page.sql.length}`, text: page.sql, values: [...page.parameters] };
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
    console.log('found   bare ms   page ms   ledger ms   × bare   × page   word');
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
  const bare = bareQuery(searchForms(word));
  const [bareTime, pageTime, ledgerTime] = await measureInTurn(
    [
      async () => void (await owner.query(bare)),
      async () => void (await owner.query(page)),
      async () => void (await search(ctx, q)),
    ],
    OPTIONS,
  );
  const times = [bareTime, pageTime, ledgerTime].map((timing) => timing?.p50 ?? Number.NaN);
  const [bareMs = Number.NaN, pageMs = Number.NaN, ledgerMs = Number.NaN] = times;
  const cells = [...times, ledgerMs / bareMs, ledgerMs / pageMs].map((figure, index) =>
    figure.toFixed(2).padStart([10, 10, 12, 9, 9][index] ?? 0),
  );
  console.log(`${String(count).padStart(5)}${cells.join('')}   ${q}`);
}
