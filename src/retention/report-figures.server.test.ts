import { expect, test } from 'vitest';
import { createAccounts } from '#account/accounts.server.ts';
import { loadDemonstration } from '#demonstration/load-demonstration.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { retentionKinds } from './domain/retention-period.ts';
import { countClaims } from '#expense/claim-queries.server.ts';
import { listBatches } from '#expense/payment-queries.server.ts';
import { getBudget } from '#expense/set-budget.server.ts';
import { countOwnAnswers } from '#survey/result-queries.server.ts';
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

/** Applications, claims and mails that somebody has dealt with; what waits for an answer is never erased. */
async function settleWhatWaits(): Promise<void> {
  await desk.asOwner(
    `update public_request set state = 'refused', reason = '対象外', settled_at = '2022-12-01', settled_by = '職員'
     where state = 'new';
     update expense_claim set state = 'dropped', batch_id = null where state not in ('paid', 'dropped');
     insert into request_application (corner_code, request_id, contact_name)
     select corner_code, request_id, '架空 担当' from request where deleted_at is null order by number limit 1
     on conflict (corner_code, request_id) do update set contact_name = '架空 担当';
     update mail_draft set state = 'handed-over', settled_at = '2022-12-01', settled_by = '職員' where state = 'draft'`,
  );
}

test('visits of whoever was deregistered or merged and then erased count in the report as before [SEC-12]', async () => {
  await loadOffice();
  const ended = await endRegistrations();
  await settleWhatWaits();
  const ctx = ctxOf('chief');
  const report = async () => ({
    status: await getStatusReport(ctx, { fiscalYear: 2022, asOf: plainDate('2022-11-30') }),
    budget: await getBudget(ctx, 2022),
    claims: Object.fromEntries(await countClaims(ctx, 2022)),
    batches: (await listBatches(ctx, { fiscalYear: 2022, cursor: undefined })).rows,
    answers: await countOwnAnswers(ctx, { fiscalYear: 2022, asOf: plainDate('2022-11-30') }),
    surveys: await desk.asOwner(`select audience, satisfaction, understanding, prompted, count(*)::int
      from survey_answer group by 1, 2, 3, 4 order by 1, 2, 3, 4`),
  });
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
