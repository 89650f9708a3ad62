import { isRecordId } from '#record/record-id.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { TransferKindName } from './domain/transfer-kind.ts';
import { importFile, type FileOutcome } from './import-file.server.ts';

const HOURS_KEPT = 24;

/** A file that was looked at and waits for its confirmation, as its page shows it. */
export type ImportDraft = {
  readonly id: string;
  readonly kind: TransferKindName;
  readonly fiscalYear: number;
  readonly fileName: string;
  readonly preview: Preview;
};

const previewSchema = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'cp932']).nullable(),
  header: z.array(z.string()),
  rowCount: z.number(),
  firstRows: z.array(z.array(z.string())),
  counts: z.object({ created: z.number(), updated: z.number(), unchanged: z.number() }),
  otherYearCount: z.number(),
  /** The first people of the file who may be known already, and how many there are. */
  suspects: z
    .array(
      z.object({
        number: z.string(),
        name: z.string(),
        other: z.object({ number: z.string(), name: z.string(), id: z.string().nullable() }),
        reasons: z.array(z.enum(['kana-and-birth-year', 'phone'])),
      }),
    )
    .default([]),
  suspectCount: z.number().default(0),
  /** Numbers of the file that were merged away, and whose record is meant now. */
  followed: z
    .array(
      z.object({
        number: z.string(),
        survivor: z.object({ id: z.string(), number: z.string(), name: z.string() }),
      }),
    )
    .default([]),
  followedCount: z.number().default(0),
});

type Preview = z.infer<typeof previewSchema>;

export type Upload = {
  readonly kind: TransferKindName;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly fiscalYear: number;
};

type Refused = Extract<FileOutcome, { ok: false }>;

/** Looks at an uploaded file. One that can be taken in is kept for its confirmation; any other leaves nothing behind. */
export async function previewImport(
  ctx: Context,
  upload: Upload,
): Promise<{ readonly ok: true; readonly draftId: string } | Refused> {
  const outcome = await importFile(ctx, { ...upload, dryRun: true });
  if (!outcome.ok) return outcome;
  const draftId = ctx.newId();
  await inTransaction(ctx, async (tx) => {
    await dropExpired(tx, ctx);
    await tx
      .insertInto('import_draft')
      .values({
        corner_code: ctx.corner,
        draft_id: draftId,
        actor_id: ctx.actor.id,
        kind: upload.kind,
        fiscal_year: upload.fiscalYear,
        file_name: upload.fileName.toWellFormed().replaceAll('\0', ''),
        bytes: Buffer.from(upload.bytes),
        preview: JSON.stringify(toPreview(outcome)),
        created_at: ctx.now(),
      })
      .execute();
  });
  return { ok: true, draftId };
}

/** The file that waits under this identity: only for whoever uploaded it, and for a day. */
export async function findDraft(ctx: Context, id: string): Promise<ImportDraft | undefined> {
  requirePermission(ctx, 'transfer.import');
  const row = await selectDraft(ctx, id, ['draft_id', 'kind', 'fiscal_year', 'file_name', 'preview']);
  return (
    row && {
      id: row.draft_id,
      kind: row.kind as TransferKindName,
      fiscalYear: row.fiscal_year,
      fileName: row.file_name,
      preview: previewSchema.parse(row.preview),
    }
  );
}

export type Confirmation =
  | { readonly kind: 'imported'; readonly draft: ImportDraft }
  /** Others changed records since the preview: nothing was written, and the draft shows the new counts. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly draft: ImportDraft; readonly outcome: Refused }
  | { readonly kind: 'gone' };

/** Reads and checks the kept file again and takes it in, if it still does what the person saw. */
export async function confirmDraft(ctx: Context, id: string): Promise<Confirmation> {
  const draft = await findDraft(ctx, id);
  const kept = draft && (await selectDraft(ctx, id, ['bytes']));
  if (!draft || !kept) return { kind: 'gone' };
  const { kind, fileName, fiscalYear, preview } = draft;
  const expected = preview.counts;
  const outcome = await importFile(ctx, { kind, fileName, fiscalYear, bytes: kept.bytes, dryRun: false, expected });
  if (!outcome.ok) return { kind: 'refused', draft, outcome };
  const { counts } = outcome;
  const asSeen =
    counts.created === expected.created &&
    counts.updated === expected.updated &&
    counts.unchanged === expected.unchanged;
  if (asSeen) {
    await discardDraft(ctx, id);
    return { kind: 'imported', draft };
  }
  await inTransaction(ctx, (tx) =>
    tx
      .updateTable('import_draft')
      .set({ preview: JSON.stringify(toPreview(outcome)) })
      .where('draft_id', '=', id)
      .where('actor_id', '=', ctx.actor.id)
      .execute(),
  );
  return { kind: 'changed' };
}

/** Forgets a file that waits, and every one that waited too long. */
export async function discardDraft(ctx: Context, id: string): Promise<void> {
  requirePermission(ctx, 'transfer.import');
  await inTransaction(ctx, async (tx) => {
    await dropExpired(tx, ctx);
    if (isRecordId(id))
      await tx.deleteFrom('import_draft').where('draft_id', '=', id).where('actor_id', '=', ctx.actor.id).execute();
  });
}

/** Forgets what waited too long in this corner. */
export async function discardExpiredDrafts(ctx: Context): Promise<void> {
  await inTransaction(ctx, (tx) => dropExpired(tx, ctx));
}

async function dropExpired(tx: Tx, ctx: Context): Promise<void> {
  await tx.deleteFrom('import_draft').where('created_at', '<=', oldest(ctx)).execute();
}

function oldest(ctx: Context) {
  return sql<string>`${ctx.now()}::timestamptz - make_interval(hours => ${HOURS_KEPT})`;
}

type DraftColumn = 'draft_id' | 'kind' | 'fiscal_year' | 'file_name' | 'preview' | 'bytes';

function selectDraft<const Column extends DraftColumn>(ctx: Context, id: string, columns: readonly Column[]) {
  if (!isRecordId(id)) return undefined;
  return ctx.db
    .selectFrom('import_draft')
    .select(columns)
    .where('draft_id', '=', id)
    .where('actor_id', '=', ctx.actor.id)
    .where('created_at', '>', oldest(ctx))
    .executeTakeFirst();
}

const SUSPECTS_SHOWN = 20;
const FOLLOWED_SHOWN = 20;

function toPreview({ file, counts, otherYearCount, suspects, followed }: Extract<FileOutcome, { ok: true }>): Preview {
  return {
    ...file,
    header: [...file.header],
    firstRows: file.firstRows.map((cells) => [...cells]),
    counts,
    otherYearCount,
    suspects: suspects.slice(0, SUSPECTS_SHOWN).map((suspect) => ({ ...suspect, reasons: [...suspect.reasons] })),
    suspectCount: suspects.length,
    followed: followed.slice(0, FOLLOWED_SHOWN).map(({ number, survivor }) => ({ number, survivor: { ...survivor } })),
    followedCount: followed.length,
  };
}
