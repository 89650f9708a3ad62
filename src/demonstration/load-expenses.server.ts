import { demonstrationAccounts } from '#account/demonstration-accounts.ts';
import { countClaims, listPayable, listUnclaimed } from '#expense/claim-queries.server.ts';
import type { ExpenseItem } from '#expense/domain/expense-line.ts';
import { draftClaim, startClaim } from '#expense/draft-claim.server.ts';
import { stepClaim, type HandCommand } from '#expense/move-claim.server.ts';
import { getBudget, setBudget } from '#expense/set-budget.server.ts';
import { setBankAccount, hasPayer, setPayer } from '#expense/bank-accounts.server.ts';
import { makeBatch, stepBatch } from '#expense/pay-claims.server.ts';
import { listBatches } from '#expense/payment-queries.server.ts';
import { addRate, type NewRate } from '#expense/set-rates.server.ts';
import { yenOf, type Yen } from '#kernel/money.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { createFieldSeal, type FieldSeal } from '#platform/field-seal.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';

const FISCAL_YEAR = 2022;

/** A table of a corner that does not exist: no programme publishes its unit prices (domain.md §9). */
const RATE: NewRate = {
  fiscalYear: FISCAL_YEAR,
  validFrom: plainDate('2022-04-01'),
  basis: '架空コーナー 講師謝金等支給要領（体験用の架空の額）',
  honorariumPerHourYen: {
    meister: yenOf(5100),
    'skilled-worker': yenOf(4800),
    medalist: yenOf(5100),
    'senior-advisor': null,
  },
  travel: { perKilometreYen: yenOf(37), fares: { '352012': yenOf(2480), '352047': yenOf(3180) } },
  materialCapYen: {
    'practical-instruction': yenOf(2000),
    'appeal-session': yenOf(1500),
    'skilled-worker-dispatch': yenOf(2000),
    'medalist-talk': null,
    'support-station': yenOf(1000),
    'hands-on-class': yenOf(1500),
  },
  textPerPageYen: yenOf(1000),
  withheldItems: ['honorarium', 'text-writing'],
};

const BUDGET: Readonly<Record<ExpenseItem, Yen | null>> = {
  honorarium: yenOf(3_200_000),
  travel: yenOf(900_000),
  material: yenOf(80_000),
  'text-writing': yenOf(60_000),
};

/** How far the claims of the oldest held visits have come, in the order of the visits. */
const WAYS: readonly { readonly count: number; readonly steps: readonly HandCommand[]; readonly spentYen?: number }[] =
  [
    { count: 8, steps: ['submit', 'check', 'approve'], spentYen: 6000 },
    { count: 4, steps: ['submit', 'check'] },
    { count: 2, steps: ['submit', 'return'], spentYen: 24_000 },
    { count: 5, steps: ['submit'] },
    { count: 3, steps: [] },
  ];

/** Loads rates, a budget and claims by their ordinary use cases. */
export async function loadExpenses(ctx: Context, secret: string): Promise<void> {
  const added = await addRate(ctx, { rate: RATE, key: 'demonstration-expense-rate' });
  if (!added.ok) throw new Error(`expense rate: ${JSON.stringify(added.refusal)}`);
  const { version } = await getBudget(ctx, FISCAL_YEAR);
  if (version === 0) await setBudget(ctx, { fiscalYear: FISCAL_YEAR, version, amounts: BUDGET });
  await loadClaims(ctx);
  await loadPayments(ctx, createFieldSeal(secret));
}

async function loadClaims(ctx: Context): Promise<void> {
  const visits = (await listUnclaimed(ctx, FISCAL_YEAR)).values();
  // What an earlier loading claimed already is not offered again; the ways go on behind it.
  let done = [...(await countClaims(ctx, FISCAL_YEAR)).values()].reduce((sum, count) => sum + count, 0);
  for (const { count, steps, spentYen } of WAYS) {
    for (let at = 0; at < count; at++) {
      if (done-- > 0) continue;
      const visit = visits.next().value;
      if (!visit) return;
      await loadClaim(ctx, visit, { steps, spentYen });
    }
  }
}

type Way = { readonly steps: readonly HandCommand[]; readonly spentYen: number | undefined };

async function loadClaim(
  ctx: Context,
  { visitId, instructorId }: { readonly visitId: string; readonly instructorId: string },
  { steps, spentYen }: Way,
): Promise<void> {
  const { input } = await startClaim(ctx, { visitId, instructorId });
  const material = spentYen === undefined ? {} : { spent: spentYen, tax: spentYen / 10 };
  const drafted = await draftClaim(personOf(ctx, 'clerk'), {
    visitId,
    instructorId,
    // Where the hours were not written down, the usual two.
    input: { ...input, minutes: input.minutes ?? 120, kilometres: input.kilometres ?? 12, ...material },
    key: undefined,
  });
  if (!drafted.ok) throw new Error(`claim: ${JSON.stringify(drafted.refusal)}`);
  for (const [at, command] of steps.entries()) {
    const reason = command === 'return' ? '材料費の領収書を添えて、金額を確かめてください。' : null;
    const actor = personOf(ctx, command === 'approve' ? 'chief' : 'officer');
    const moved = await stepClaim(actor, { id: drafted.value.id, version: at + 1, command, reason });
    if (!moved.ok) throw new Error(`claim step: ${JSON.stringify(moved.refusal)}`);
  }
}

/** The bank and branch of the demonstration: they exist, the accounts do not. */
const BANK = { bankCode: '0170', branchCode: '001', type: '1' } as const;

/** Four claims were paid in October, two wait for December, the others for somebody to take them. */
const BATCHES: readonly { readonly count: number; readonly paidOn: PlainDate; readonly isPaid: boolean }[] = [
  { count: 4, paidOn: plainDate('2022-10-14'), isPaid: true },
  { count: 2, paidOn: plainDate('2022-12-15'), isPaid: false },
];

async function loadPayments(ctx: Context, seal: FieldSeal): Promise<void> {
  const clerk = personOf(ctx, 'clerk');
  const { rows } = await listBatches(clerk, { fiscalYear: FISCAL_YEAR, cursor: undefined });
  if (rows.length > 0) return;
  const payer = {
    ...BANK,
    number: '0000035',
    code: '0000000035',
    name: 'カクウショクギョウノウリョクカイハツキョウカイ',
  };
  if (!(await hasPayer(clerk))) await setPayer(clerk, { version: 0, typed: payer, seal });
  for (const { count, paidOn, isPaid } of BATCHES) {
    const claims = (await listPayable(clerk)).slice(0, count);
    for (const claim of claims) await loadAccount(clerk, { ...claim, seal });
    const then = isPaid ? { ...clerk, today: () => paidOn } : clerk;
    const made = await makeBatch(then, { claimIds: claims.map(({ id }) => id), paidOn, key: undefined });
    if (!made.ok) throw new Error(`payments: ${JSON.stringify(made.refusal)}`);
    if (isPaid) await stepBatch(then, { id: made.value.id, version: 1, command: 'finish', reason: null });
  }
}

type Owner = { readonly instructorId: string; readonly instructorNumber: string; readonly seal: FieldSeal };

async function loadAccount(ctx: Context, { instructorId, instructorNumber, seal }: Owner): Promise<void> {
  const known = await ctx.db
    .selectFrom('bank_account')
    .select('version')
    .where('instructor_id', '=', instructorId)
    .executeTakeFirst();
  if (known) return;
  const number = instructorNumber.replaceAll(/\D/gu, '').padStart(7, '0').slice(-7);
  const typed = { ...BANK, number, holder: 'カクウ コウザ' };
  const saved = await setBankAccount(ctx, { instructorId, version: 0, typed, seal });
  if (!saved.ok) throw new Error(`account: ${JSON.stringify(saved.refusal)}`);
}

/** Somebody of the demonstration office: a claim is not approved by who drafted it. */
function personOf(ctx: Context, role: Role): Context {
  const name = demonstrationAccounts.find((account) => account.role === role)?.name ?? ctx.actor.name;
  return { ...ctx, actor: { id: `demonstration-${role}`, name, role, cornerCode: ctx.corner, source: 'cli' } };
}
