import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/database.ts';
import { csvOf, importRows, organizationRow } from './file-fixture.server.ts';

const desk = useTestDatabase();

/** The largest file that is taken at all; about half a minute on two cores, most of it PostgreSQL's indexes and the audit chain. */
const ROWS = 100_000;

test('a list of 100,000 rows is taken in whole, every record with its entry in the audit log', async () => {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    organizationRow({
      派遣先番号: `O-${index}`,
      名称: `架空製作所${index}`,
      フリガナ: 'カクウセイサクショ',
      住所: '架空町1-1',
    }),
  );
  const outcome = await importRows(desk.context(), 'organizations', csvOf(rows));
  expect(outcome).toMatchObject({ ok: true, counts: { created: ROWS, updated: 0, unchanged: 0 } });
  const stored = await desk.asOwner(
    `select (select count(*)::integer from organization) as records, (select sequence::integer from audit_head) as entries`,
  );
  expect(stored).toEqual([{ records: ROWS, entries: ROWS }]);
}, 300_000);
