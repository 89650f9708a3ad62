import { pino } from 'pino';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Accounts } from '#account/accounts.server.ts';
import { createAccount } from '#account/create-account.server.ts';
import { demonstrationAccounts, demonstrationPassword } from '#account/demonstration-accounts.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { createClock, createContext, type Context } from '#platform/context.server.ts';
import type { CornerCode, Database } from '#platform/db/database.server.ts';
import { gatherStatistics } from '#platform/db/gather-statistics.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { findPrefecture, listPrefectures } from '#reference/domain/prefecture.ts';
import { matchHeader } from '#transfer/domain/match-header.ts';
import { readRows } from '#transfer/domain/read-rows.ts';
import { getTransferRecords } from '#transfer/transfer-records.server.ts';
import { DEMONSTRATION_CORNER } from './domain/build-organizations.ts';
import { WORKING_DATE } from './domain/build-visits.ts';
import { buildDemonstrationOffice } from './domain/demonstration-office.ts';
import type { DemonstrationRefusal } from './domain/demonstration-refusal.ts';
import type { DemonstrationTable } from './domain/demonstration-table.ts';
import { buildNationalOffice } from './domain/national-office.ts';
import { loadActivityReports } from './load-activity-reports.server.ts';
import { loadCertifications, loadNationalCertifications } from './load-certifications.server.ts';
import { loadCheckedRequests } from './load-checked-requests.server.ts';
import { loadConsultations } from './load-consultations.server.ts';
import { loadCourses } from './load-courses.server.ts';
import { loadDemandSurvey } from './load-demand-survey.server.ts';
import { loadDispatchRules } from './load-dispatch-rules.server.ts';
import { loadExpenses } from './load-expenses.server.ts';
import { loadSchedule, loadVisitStaff } from './load-schedule.server.ts';
import { loadInstructionPlans } from './load-instruction-plans.server.ts';
import { loadNationalScouting, loadScouting } from './load-scouting.server.ts';
import { loadOutreach } from './load-outreach.server.ts';
import { loadPublicRequests } from './load-public-requests.server.ts';
import { loadSurveys } from './load-surveys.server.ts';
import { loadUpkeep } from './load-upkeep.server.ts';
import { demonstrationText } from './text.ts';

/** How many records of each kind there are now. */
export type DemonstrationCounts = Readonly<Record<DemonstrationTable['kind'], number>>;

type Loaded = { readonly corner: CornerCode; readonly counts: DemonstrationCounts };

type Loading = {
  readonly corner?: CornerCode;
  /** The offices of the other 46 prefectures too, for measuring. */
  readonly national?: boolean;
  /** Told before each office. */
  readonly onOffice?: (corner: CornerCode) => void;
};

/**
 * Loads the demonstration office of prefecture 35 into an empty database, or those of all 47, by the ordinary import and
 * with the accounts last. A loading that was cut off is finished by the next one: the import changes nothing that is there already.
 */
export async function loadDemonstration(
  database: Database,
  accounts: Accounts,
  { corner = DEMONSTRATION_CORNER, national = false, onOffice }: Loading = {},
): Promise<Result<Loaded, DemonstrationRefusal>> {
  if (corner !== DEMONSTRATION_CORNER) return refuse({ kind: 'other-corner', corner });
  if (!(await canLoad(database))) return refuse({ kind: 'not-empty' });
  await database.unbound
    .insertInto('installation')
    .values({ kind: 'demonstration', working_date: WORKING_DATE })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const counts = { organizations: 0, instructors: 0, requests: 0, visits: 0, 'plan-items': 0 };
  const createDemonstrationAccount = ({ ofCorner, ...account }: (typeof demonstrationAccounts)[number]) => {
    const cornerCode = ofCorner ? corner : null;
    return createAccount(database, accounts, { ...account, cornerCode, password: demonstrationPassword });
  };
  const offices = national ? listPrefectures().map(({ code }) => code) : [corner];
  for (const code of offices) {
    onOffice?.(code);
    const ctx = createLoaderContext(database, code);
    await saveCorner(ctx);
    if (code === DEMONSTRATION_CORNER) await loadCertifications(ctx);
    const tables = code === DEMONSTRATION_CORNER ? buildDemonstrationOffice() : buildNationalOffice(code);
    for (const table of tables) counts[table.kind] += await importTable(ctx, table);
    if (code !== DEMONSTRATION_CORNER) {
      await loadNationalCertifications(ctx);
      await loadNationalScouting(ctx);
    }
    if (code === DEMONSTRATION_CORNER) {
      await loadCourses(ctx);
      await loadUpkeep(ctx, accounts.options.secret);
      await loadScouting(ctx);
      await loadActivityReports(ctx);
      await loadExpenses(ctx, accounts.options.secret);
      await loadSchedule(ctx);
      await loadSurveys(ctx, accounts.options.secret);
      await loadDispatchRules(ctx);
      await loadConsultations(ctx);
      await loadDemandSurvey(ctx, accounts.options.secret);
      await loadOutreach(ctx);
      await loadPublicRequests(ctx, { database, key: accounts.options.secret });
    }
    await gatherStatistics(ctx.db);
  }
  const [last, ...others] = demonstrationAccounts.toReversed();
  for (const account of others.toReversed()) await createDemonstrationAccount(account);
  await loadInstructionPlans(createLoaderContext(database, corner));
  await loadCheckedRequests(createLoaderContext(database, corner));
  await loadVisitStaff(createLoaderContext(database, corner));
  if (last) await createDemonstrationAccount(last);
  return accept({ corner, counts });
}

/** Whether nothing is there yet, or only the part of a demonstration whose loading was cut off before the last account. */
async function canLoad(database: Database): Promise<boolean> {
  const installation = await database.unbound.selectFrom('installation').select('kind').executeTakeFirst();
  const emails = (await database.unbound.selectFrom('user').select('email').execute()).map(({ email }) => email);
  if (installation?.kind === 'demonstration')
    return !demonstrationAccounts.every(({ email }) => emails.includes(email));
  if (installation !== undefined || emails.length > 0) return false;
  for (const { code } of listPrefectures()) {
    // Nothing is written in a corner without its line in the audit log.
    const head = await database.forCorner(code).selectFrom('audit_head').select('sequence').executeTakeFirst();
    if (head !== undefined) return false;
  }
  return true;
}

function createLoaderContext(database: Database, corner: CornerCode): Context {
  const actor = {
    id: 'demonstration',
    name: demonstrationText.actor,
    role: 'system',
    cornerCode: null,
    source: 'cli',
  } as const;
  return createContext({ database, corner, actor, clock: createClock(WORKING_DATE), log: pino({ level: 'silent' }) });
}

async function saveCorner(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const texts =
      ctx.corner === DEMONSTRATION_CORNER
        ? demonstrationText.ownCorner
        : demonstrationText.nationalCorner(findPrefecture(ctx.corner)?.name ?? ctx.corner);
    const row = { corner_code: ctx.corner, ...texts };
    const known = await tx.selectFrom('corner').select('name').executeTakeFirst();
    if (known !== undefined) return;
    await tx.insertInto('corner').values(row).execute();
    const entity = { kind: 'corner', id: ctx.corner, label: row.name };
    await recordAudit(tx, ctx, [{ action: 'created', entity, after: texts }]);
  });
}

/** Takes one table in as if its file were imported; whatever the import would refuse is a slip of the generator. */
async function importTable(ctx: Context, { kind, fiscalYear, header, rows }: DemonstrationTable): Promise<number> {
  const { records } = getTransferRecords(kind);
  const match = matchHeader(header, records.shape.fields);
  if (!match.ok) throw new Error(`${kind}: ${JSON.stringify(match.refusal)}`);
  const lines = rows.map((cells, index) => ({ line: index + 2, cells }));
  const { inputs, problems } = readRows(lines, match.value, records.shape.fields);
  if (problems.length > 0) throw new Error(`${kind}: ${JSON.stringify(problems)}`);
  const { absentKeys } = match.value;
  const outcome = await records.importAll(ctx, inputs, { fiscalYear, absentKeys, dryRun: false });
  if (!outcome.ok) throw new Error(`${kind}: ${JSON.stringify(outcome.problems)}`);
  return inputs.length;
}
