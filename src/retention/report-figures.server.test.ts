import { expect, test } from 'vitest';
import { createAccounts } from '#account/accounts.server.ts';
import { loadDemonstration } from '#demonstration/load-demonstration.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { retentionKinds } from './domain/retention-period.ts';
import { draftPlan, erasePlan, movePlan } from './retention.server.ts';
import { getPlan } from './retention-queries.server.ts';

const desk = useTestDatabase();
const later = '2040-04-01';
const ctxOf = (role: 'officer' | 'chief') => desk.context({ role, today: later });

async function loadOffice(): Promise<void> {
  const database = desk.database();
  const secret = 'a-secret-of-the-test-with-32-letters';
  await loadDemonstration(database, createAccounts({ database, secret, origin: 'http://127.0.0.1' }), {});
}

/** Two people with visits: one left the ledger, the other was merged into somebody else's record. */
async function endRegistrations(): Promise<readonly string[]> {
  const found = (await desk.asOwner(
    'select instructor_id as id from visit_instructor group by 1 order by count(*) desc, 1 limit 3',
  )) as readonly { readonly id: string }[];
  const [left = '', merged = '', survivor = ''] = found.map(({ id }) => id);
  await desk.asOwner(
    `insert into upkeep (corner_code, instructor_id, state, ended_on) values ('35', '${left}', 'deregistered', '2022-12-01')
     on conflict (corner_code, instructor_id) do update set state = 'deregistered', ended_on = '2022-12-01';
     update instructor set deleted_at = '2022-12-01T00:00:00Z', deleted_reason = '統合', merged_into = '${survivor}'
     where instructor_id = '${merged}'`,
  );
  return [left, merged];
}

test('visits of whoever was deregistered or merged and then erased count in the report as before [SEC-12]', async () => {
  await loadOffice();
  const ended = await endRegistrations();
  const report = () => getStatusReport(ctxOf('chief'), { fiscalYear: 2022, asOf: plainDate('2022-11-30') });
  const before = await report();
  const drafted = await draftPlan(ctxOf('officer'));
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.refusal));
  const planId = drafted.value.id;
  const at = async () => ({ planId, version: (await getPlan(ctxOf('chief'), planId)).plan.version });
  expect((await movePlan(ctxOf('chief'), { ...(await at()), command: 'approve' })).ok).toBe(true);
  expect((await erasePlan(ctxOf('chief'), await at())).ok).toBe(true);
  const { items } = await getPlan(ctxOf('chief'), planId);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(retentionKinds));
  expect(items.every(({ erasedAt }) => erasedAt !== null)).toBe(true);
  const names = await desk.asOwner(
    `select distinct name, address, phone from instructor where instructor_id in ('${ended.join("', '")}')`,
  );
  expect(names).toEqual([{ name: '廃棄済み', address: null, phone: null }]);
  expect(await report()).toEqual(before);
}, 60_000);
