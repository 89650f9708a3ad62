import type { Client } from 'pg';

export const CORNER = '35';
export const YEAR = 2022;
const YEARS = 10;
/** Days of a year with visits; the visits of one day, all at one hour, have different instructors. */
const DAYS = 300;

/**
 * One corner with the given number of visits over ten years, hosts and instructors in the size of a large prefecture.
 * Runs as the owner of the tables, so row-level security does not apply to the filling.
 */
export async function seedVisits(client: Client, visits: number): Promise<void> {
  await client.query(`
    insert into organization (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    select '${CORNER}', gen_random_uuid(), 'O-' || n, case n % 2 when 0 then 'sme' else 'technical-school' end,
      '派遣先' || n, '352039', 'O-' || n || '派遣先' || n, 'カ' from generate_series(1, 2000) n;
    insert into instructor (corner_code, instructor_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
    select '${CORNER}', gen_random_uuid(), 'M-' || n, 'meister', '架空 ' || n, 'カクウ', '352039', 'M-' || n, 'カ'
    from generate_series(1, 400) n`);
  await client.query(
    `with host as (select array_agg(organization_id) as ids from organization)
     insert into visit (corner_code, visit_id, number, program, organization_id, trade_code, visit_on, starts_at, ends_at,
       trainees, status, search_text)
     select '${CORNER}', gen_random_uuid(), 'V-' || lpad(n::text, 7, '0'), 'practical-instruction',
       host.ids[1 + n % array_length(host.ids, 1)], 'lathe',
       make_date(${YEAR - YEARS + 1} + n % ${YEARS}, 4, 1) + (n / ${YEARS}) % ${DAYS}, '13:00', '16:00', 1 + n % 12,
       case when n % 5 = 0 then 'planned' else 'held' end, 'V-' || n
     from generate_series(1, $1::int) n, host`,
    [visits],
  );
  await client.query(`
    with teacher as (select array_agg(instructor_id) as ids from instructor),
      numbered as (select visit_id, right(number, 7)::int as n from visit)
    insert into visit_instructor (corner_code, visit_id, instructor_id, position)
    select '${CORNER}', visit_id, teacher.ids[1 + (n + n / ${YEARS * DAYS}) % array_length(teacher.ids, 1)], 0
    from numbered, teacher;
    analyze`);
}
