import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { findViolations } from './find-violations.server.ts';

const desk = useTestDatabase({ ownEngine: true });

const insertOrganization = `insert into organization
  (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
  values ('35', '00000000-0000-4000-8000-000000000001', 'S-1', 'sme', '架空精機', '352039', 'S-1', '')`;

function find() {
  return findViolations(desk.context().db, { walled: true });
}

test('rows that keep every rule are not named [contract.md §1]', async () => {
  await desk.asOwner(insertOrganization);
  expect(await find()).toEqual([]);
  expect(await findViolations(desk.database().unbound, { walled: false })).toEqual([]);
});

test('a row that breaks a check, and one that names what is not there, are counted by table and constraint [contract.md §1]', async () => {
  await desk.asOwner(`
    ${insertOrganization};
    insert into request (corner_code, request_id, number, organization_id, program, trade_code, wished_sessions,
      expected_trainees, candidate_dates, received_on, fiscal_year, search_text)
    values ('35', '00000000-0000-4000-8000-000000000002', 'Y-1', '00000000-0000-4000-8000-000000000001',
      'practical-instruction', 'lathe', 1, 1, '[]', '2022-11-01', 2022, 'Y-1');
    set session_replication_role = replica;
    delete from organization;
    set session_replication_role = origin`);
  expect(await find()).toEqual([{ table: 'request', constraint: 'request_organization', count: 1 }]);
  expect(await findViolations(desk.context({ corner: '34' }).db, { walled: true })).toEqual([]);
  await desk.asOwner(`
    alter table request drop constraint request_wished_sessions;
    update request set wished_sessions = -1;
    alter table request add constraint request_wished_sessions check (wished_sessions > 0) not valid`);
  expect((await find()).map(({ constraint }) => constraint)).toContain('request_wished_sessions');
});
