import { recordAudit, type AuditEvent } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from './domain/field.ts';
import { permissionArea, type Stored } from './domain/record-kind.ts';
import { lockRecords } from './lock-records.server.ts';
import type { Draft, NumberScope, RecordStore } from './record-store.server.ts';

/** One row of a file after its fields were read; `line` is where the person finds it. */
export type ImportRow<Input> = { readonly line: number; readonly input: Input };

export type RowProblem =
  | { readonly line: number; readonly kind: 'field'; readonly problem: FieldProblem }
  | { readonly line: number; readonly kind: 'repeated-number'; readonly number: string; readonly firstLine: number }
  | { readonly line: number; readonly kind: 'number-of-deleted'; readonly number: string }
  | { readonly line: number; readonly kind: 'closed'; readonly number: string; readonly state: string };

export type ImportCounts = { readonly created: number; readonly updated: number; readonly unchanged: number };

export type ImportOutcome =
  | { readonly ok: true; readonly counts: ImportCounts }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export type ImportOptions = NumberScope & {
  /** Looks and counts, and writes nothing. */
  readonly dryRun: boolean;
  /** Writes only when these are the counts, which a person saw and confirmed; others come back with nothing written. */
  readonly expected?: ImportCounts;
  /** Optional columns that the file does not have: a known record keeps its values there. */
  readonly absentKeys: readonly string[];
};

/**
 * Takes all rows or none. A row whose number is known overwrites that record when anything differs; a repeated import
 * of the same file therefore changes nothing (contract.md §1).
 */
export function importRecords<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  given: readonly ImportRow<Input>[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  requirePermission(ctx, 'transfer.import');
  requirePermission(ctx, `${permissionArea(store.name)}.write`);
  return inTransaction(ctx, async (tx) => {
    if (!options.dryRun) await lockRecords(tx, store.name);
    const read = given.map(({ input }) => input);
    const inputs = (await store.follow?.(tx, read)) ?? read;
    const rows = given.map((row, at) => ({ ...row, input: inputs[at] ?? row.input }));
    const known = await store.loadKnown(tx, inputs, ctx, options);
    const stored = await loadStored(tx, store, { inputs, fiscalYear: options.fiscalYear });
    const problems = [
      ...findRepeated(store, rows),
      ...rows.flatMap((row) => checkRow(store, row, { known, stored })),
      ...(await findClosed(tx, store, { rows, stored, absentKeys: options.absentKeys })),
    ];
    if (problems.length > 0) return { ok: false, problems: problems.toSorted((left, right) => left.line - right.line) };
    const { drafts, events, counts } = planWrites(ctx, store, { inputs, stored, absentKeys: options.absentKeys });
    if (!options.dryRun && agree(counts, options.expected)) {
      await store.save(tx, ctx, drafts, known);
      await recordAudit(tx, ctx, events);
    }
    return { ok: true, counts };
  });
}

function agree(counts: ImportCounts, expected: ImportCounts | undefined): boolean {
  if (expected === undefined) return true;
  const { created, updated, unchanged } = expected;
  return counts.created === created && counts.updated === updated && counts.unchanged === unchanged;
}

type StoredByNumber<Input> = ReadonlyMap<string, Stored<Input>>;

async function loadStored<Input, Known>(
  tx: Tx,
  store: RecordStore<Input, Known>,
  { inputs, fiscalYear }: { readonly inputs: readonly Input[] } & NumberScope,
): Promise<StoredByNumber<Input>> {
  const stored = await store.findByNumbers(tx, inputs.map(store.numberOf), { fiscalYear });
  return new Map(stored.map((record) => [store.numberOf(record.input), record]));
}

function findRepeated<Input, Known>(store: RecordStore<Input, Known>, rows: readonly ImportRow<Input>[]): RowProblem[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, input }): RowProblem[] => {
    const number = store.numberOf(input);
    const firstLine = firstLines.get(number);
    if (firstLine !== undefined) return [{ line, kind: 'repeated-number', number, firstLine }];
    firstLines.set(number, line);
    return [];
  });
}

function checkRow<Input, Known>(
  store: RecordStore<Input, Known>,
  { line, input }: ImportRow<Input>,
  { known, stored }: { readonly known: Known; readonly stored: StoredByNumber<Input> },
): RowProblem[] {
  const number = store.numberOf(input);
  if (stored.get(number)?.deleted) return [{ line, kind: 'number-of-deleted', number }];
  return store.check(input, known).map((problem) => ({ line, kind: 'field', problem }));
}

/** Rows that would change a record in a state in which nobody may change it, not even its own form. */
async function findClosed<Input, Known>(
  tx: Tx,
  store: RecordStore<Input, Known>,
  { rows, stored, absentKeys }: Omit<Plan<Input>, 'inputs'> & { readonly rows: readonly ImportRow<Input>[] },
): Promise<RowProblem[]> {
  if (!store.findClosedState) return [];
  const problems: RowProblem[] = [];
  for (const { line, input } of rows) {
    const number = store.numberOf(input);
    const before = stored.get(number);
    if (!before || before.deleted || isSame(before.input, keepAbsent(input, before.input, absentKeys))) continue;
    const state = await store.findClosedState(tx, before.id);
    if (state !== undefined) problems.push({ line, kind: 'closed', number, state });
  }
  return problems;
}

function isSame<Input>(before: Input, after: Input): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

type Plan<Input> = {
  readonly inputs: readonly Input[];
  readonly stored: StoredByNumber<Input>;
  readonly absentKeys: readonly string[];
};

function planWrites<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  { inputs, stored, absentKeys }: Plan<Input>,
) {
  const drafts: Draft<Input>[] = [];
  const events: AuditEvent[] = [];
  let created = 0;
  for (const given of inputs) {
    const before = stored.get(store.numberOf(given));
    const input = before ? keepAbsent(given, before.input, absentKeys) : given;
    if (before && isSame(before.input, input)) continue;
    const id = before?.id ?? ctx.newId();
    if (!before) created += 1;
    drafts.push({ id, version: before?.version ?? 0, input });
    const entity = { kind: store.name, id, label: store.labelOf(input) };
    events.push({
      action: 'imported',
      entity,
      before: (before?.input as object | undefined) ?? null,
      after: input as object,
    });
  }
  const counts = { created, updated: drafts.length - created, unchanged: inputs.length - drafts.length };
  return { drafts, events, counts };
}

function keepAbsent<Input>(given: Input, before: Input, absentKeys: readonly string[]): Input {
  const kept = Object.entries(before as object).filter(([key]) => absentKeys.includes(key));
  return { ...given, ...Object.fromEntries(kept) };
}
