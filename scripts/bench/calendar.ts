import pg from 'pg';
import { createFetcher, measureInTurn } from './measure.ts';
import { CORNER, YEAR } from './seed-visits.ts';

/** Seeded over ten years of 300 days each: 50 a day, 1,500 in the month. */
export const CALENDAR_VISITS = 150_000;

const MONTH = `${YEAR}-11`;
const OPTIONS = { rounds: 150, warmUp: 40 };

/** Every visit of the month with its host and people in the order of the hours, as one would write it by hand. */
const bareQuery = {
  name: 'month',
  text: `select v.visit_id, v.number, v.visit_on, v.starts_at, v.ends_at, v.status, o.name,
      array(select i.name from visit_instructor g
        join instructor i on i.corner_code = g.corner_code and i.instructor_id = g.instructor_id
        where g.corner_code = v.corner_code and g.visit_id = v.visit_id order by g.position)
    from visit v join organization o on o.corner_code = v.corner_code and o.organization_id = v.organization_id
    where v.corner_code = $1 and v.fiscal_year = $2 and v.visit_on between $3 and $4 and v.deleted_at is null
    order by v.visit_on, v.starts_at, v.number`,
  values: [CORNER, YEAR, `${MONTH}-01`, `${MONTH}-30`],
};

/** The page of a month against the bare query of its visits, in turn. */
export async function compareCalendar(
  url: string,
  { address, cookie }: { readonly address: string; readonly cookie: string },
): Promise<void> {
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  // The server stops right after; what it says to sessions that are just being closed is no news.
  owner.on('error', () => {});
  try {
    const { rowCount } = await owner.query(bareQuery);
    const page = createFetcher(`${address}/${CORNER}/${YEAR}/visits/calendar?month=${MONTH}`, { cookie }, 1);
    const bare = async () => void (await owner.query(bareQuery));
    const [query, html] = await measureInTurn([bare, page], OPTIONS);
    if (!query || !html) return;
    console.log(
      `\n${rowCount} visits in the month: bare query ${query.p50.toFixed(1)} ms, page ${html.p50.toFixed(1)} ms`,
    );
    console.log(`p50 of ${OPTIONS.rounds} rounds: ${(html.p50 / query.p50).toFixed(2)} ×`);
  } finally {
    await owner.end();
  }
}
