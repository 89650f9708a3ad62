import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { decideOwnConsents, type ConsentChoices, type ConsentRefusal } from './domain/own-consents.ts';
import { publicItems, type Consent, type PublicItem } from './domain/public-profile.ts';
import { instructorStore } from './instructor-store.server.ts';
import { consentLine, profileText } from './profile-text.ts';
import { readProfile, touchProfile, writeConsents, type HeldConsent } from './profile-store.server.ts';
import { publicValues } from './public-values.ts';

export type OwnConsents = {
  /** That of 資格と公開. */
  readonly version: number;
  readonly items: readonly {
    readonly item: PublicItem;
    /** What would be public; nothing where the ledger holds nothing of it. */
    readonly value: string | null;
    readonly consent: HeldConsent | undefined;
  }[];
};

/** The consents of an instructor as the person themselves sees them, with what each would make public. */
export async function getOwnConsents(ctx: Context, instructorId: string): Promise<OwnConsents> {
  requirePermission(ctx, 'own.read', { instructorId });
  const person = isRecordId(instructorId) ? await instructorStore.findById(ctx.db, instructorId) : undefined;
  if (!person || person.deleted) throw new NotFound(instructorStore.name, instructorId);
  const { version, profile, consents } = await readProfile(ctx.db, instructorId);
  const values = publicValues(person.input, profile.introduction);
  const items = publicItems.map((item) => ({
    item,
    value: values[item],
    consent: consents.find((each) => each.item === item),
  }));
  return { version, items };
}

type OwnChange = {
  readonly instructorId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly choices: ConsentChoices;
};

/** Gives and withdraws consents item by item; the log says whether the person did it, or staff on their behalf. */
export function changeOwnConsents(
  ctx: Context,
  { instructorId, version, choices }: OwnChange,
): Promise<Result<{ readonly changed: number }, ConsentRefusal>> {
  requirePermission(ctx, 'own.write', { instructorId });
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, instructorStore.name);
    const person = isRecordId(instructorId) ? await instructorStore.findById(tx, instructorId) : undefined;
    if (!person || person.deleted) throw new NotFound(instructorStore.name, instructorId);
    const before = await readProfile(tx, instructorId);
    if (before.version !== version) throw new Conflict(instructorStore.name, instructorId, version, before.version);
    const decided = decideOwnConsents(choices, before.consents, ctx.today());
    if (!decided.ok) return decided;
    const consents = decided.value;
    if (consents.length === 0) return accept({ changed: 0 });
    await touchProfile(tx, ctx, { id: instructorId, version });
    const onBehalf = ctx.actor.instructorId !== instructorId;
    await writeConsents(tx, ctx, { id: instructorId, consents, onBehalf });
    const named = { id: instructorId, name: person.input.name };
    await auditConsents(tx, ctx, { person: named, consents });
    return accept({ changed: consents.length });
  });
}

type Consented = {
  readonly person: { readonly id: string; readonly name: string };
  /** Those that change. */
  readonly consents: readonly Consent[];
};

/** An entry of its own for what was agreed to and withdrawn; where staff entered it, it names for whom. */
export async function auditConsents(tx: Tx, ctx: Context, { person, consents }: Consented): Promise<void> {
  if (consents.length === 0) return;
  const told = ctx.actor.instructorId === person.id ? { enteredBy: profileText.person } : { onBehalfOf: person.name };
  const entity = { kind: instructorStore.name, id: person.id, label: person.name };
  const after = { consents: consents.map((consent) => consentLine(consent, ctx.today())), ...told };
  await recordAudit(tx, ctx, [{ action: 'consented', entity, after }]);
}
