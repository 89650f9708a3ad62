import pg from 'pg';
import { createFetcher, measureInTurn } from './measure.ts';
import { CORNER, YEAR } from './seed-visits.ts';

/** Seeded over ten years of 300 days each: 6,000 a year, as a large prefecture has. */
export const WORK_VISITS = 60_000;

/** Of each of four kinds; with what the seeded visits themselves wait for they are set to 2,000 below. */
const OF_EACH = 500;
const OPTIONS = { rounds: 150, warmUp: 40 };

/**
 * Exactly 2,000 things that wait: reports of instructors, answers of hosts, applications and claims. Every other visit has
 * its report and answer, so that the list has to leave them out.
 */
export async function seedWork(client: pg.Client): Promise<void> {
  await client.query(`
    delete from visit_instructor where visit_id in (select visit_id from visit where status = 'planned');
    delete from visit where status = 'planned';
    create temporary table held as
      select v.visit_id, v.visit_on, g.instructor_id, row_number() over (order by v.visit_on desc, v.number) as place
      from visit v join visit_instructor g using (corner_code, visit_id) where v.fiscal_year = ${YEAR} and v.visit_on <= '${YEAR}-11-30';
    update visit set status = 'cancelled' where fiscal_year = ${YEAR} and visit_on > '${YEAR}-11-30';
    insert into activity_report (corner_code, report_id, visit_id, instructor_id, state, content, trainees, understanding,
      on_behalf, submitted_at, checked_at, created_at, updated_at)
    select '${CORNER}', gen_random_uuid(), visit_id, instructor_id, 'checked', '内容', 5, 'most', false, now(), now(), now(), now()
    from held where place > ${OF_EACH};
    insert into survey_answer (corner_code, answer_id, visit_id, audience, satisfaction, own_answers, channel)
    select '${CORNER}', gen_random_uuid(), visit_id, 'host', 5, '[]', 'api' from held where place > ${OF_EACH};
    insert into expense_rate (corner_code, rate_id, fiscal_year, valid_from, revision, basis, prices, created_at, created_by)
    values ('${CORNER}', gen_random_uuid(), ${YEAR}, '${YEAR}-04-01', 1, '計測', '{}', now(), '計測');
    insert into payment_batch (corner_code, batch_id, paid_on, state, made_by, maker_name, created_at, updated_at)
    values ('${CORNER}', gen_random_uuid(), '${YEAR}-11-15', 'paid', 'nobody', '計測', now(), now());
    insert into expense_claim (corner_code, claim_id, visit_id, instructor_id, visit_on, rate_id, state, total_yen,
      withheld_base_yen, drafted_by, drafter_name, batch_id)
    select '${CORNER}', gen_random_uuid(), visit_id, instructor_id, visit_on, rate_id,
      case when place <= ${2 * OF_EACH} then 'submitted' else 'paid' end, 10000, 0, 'nobody', '計測',
      case when place > ${2 * OF_EACH} then batch_id end
    from held, expense_rate, payment_batch where place > ${OF_EACH};
    insert into public_request (corner_code, application_id, receipt_number, received_at, received_on, submission_key,
      content, host_name, state, link_hash, link_expires_on)
    select '${CORNER}', gen_random_uuid(), 'A' || n, now(), '${YEAR}-11-01', 'key' || n, '{}', '派遣先' || n, 'new', 'hash' || n,
      '${YEAR + 1}-05-01'
    from generate_series(1, ${OF_EACH}) n;
    insert into dispatch_rule (corner_code, rule_id, fiscal_year, valid_from, revision, basis, terms, created_at, created_by)
    values ('${CORNER}', gen_random_uuid(), ${YEAR}, '${YEAR}-04-01', 1, '計測',
      '{"requestLeadDays": 30, "planLeadDays": null, "reportDueDays": 14, "surveyDueDays": 30}', now(), '計測');
    analyze`);
}

/** The same things with their names, in the order of their days, as one would write it by hand for these four kinds. */
const bareQuery = {
  name: 'work',
  text: `select * from (
      select 'report' as kind, v.visit_id, g.instructor_id, v.visit_on as since, v.visit_on + 14 as due, v.number, o.name
      from visit v join visit_instructor g on g.corner_code = v.corner_code and g.visit_id = v.visit_id
        join organization o on o.corner_code = v.corner_code and o.organization_id = v.organization_id
        left join activity_report r on r.corner_code = v.corner_code and r.visit_id = v.visit_id
          and r.instructor_id = g.instructor_id
      where v.corner_code = $1 and v.fiscal_year = $2 and v.status = 'held' and v.deleted_at is null
        and (r.state is null or r.state = 'draft')
      union all
      select 'survey', v.visit_id, null, v.visit_on, v.visit_on + 30, v.number, o.name
      from visit v join organization o on o.corner_code = v.corner_code and o.organization_id = v.organization_id
      where v.corner_code = $1 and v.fiscal_year = $2 and v.status = 'held' and v.deleted_at is null
        and not exists (select from survey_answer a where a.corner_code = v.corner_code and a.visit_id = v.visit_id
          and a.audience = 'host' and not a.withdrawn)
      union all
      select 'claim', c.claim_id, c.instructor_id, c.updated_at::date, null, v.number, i.name
      from expense_claim c join visit v on v.corner_code = c.corner_code and v.visit_id = c.visit_id
        join instructor i on i.corner_code = c.corner_code and i.instructor_id = c.instructor_id
      where c.corner_code = $1 and c.state = 'submitted'
      union all
      select 'application', application_id, null, received_on, null, receipt_number, host_name
      from public_request where corner_code = $1 and state = 'new') as item
    order by due nulls last, since, kind, visit_id`,
  values: [CORNER, YEAR],
};

type Open = { readonly address: string; readonly cookie: string };

/** The first page of 2,000 things that wait, counted and summed by kind, against the bare query of them, in turn. */
export async function compareWork(url: string, { address, cookie }: Open): Promise<void> {
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  // The server stops right after; what it says to sessions that are just being closed is no news.
  owner.on('error', () => {});
  try {
    const { rowCount } = await owner.query(bareQuery);
    const list = `${address}/${CORNER}/${YEAR}/work?whose=everybody`;
    const html = await (await fetch(list, { headers: { cookie } })).text();
    const [, counted = 'nothing'] = /仕事の一覧 ([\d,]+)件/u.exec(html) ?? [];
    const bare = async () => void (await owner.query(bareQuery));
    const [query, page] = await measureInTurn([bare, createFetcher(list, { cookie }, 1)], OPTIONS);
    if (!query || !page) return;
    console.log(`\n${rowCount} rows of the bare query, ${counted} on the list`);
    console.log(`bare query ${query.p50.toFixed(1)} ms, page ${page.p50.toFixed(1)} ms`);
    console.log(`p50 of ${OPTIONS.rounds} rounds: ${(page.p50 / query.p50).toFixed(2)} ×`);
  } finally {
    await owner.end();
  }
}
