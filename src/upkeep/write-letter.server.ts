import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { buildEndLetter, buildIntentLetter, type Sender } from './documents/upkeep-letters.ts';
import { tokenOfEnquiry, type LinkKey } from './intent-link.server.ts';
import { upkeepText as words } from './text.ts';
import { getUpkeep } from './upkeep-queries.server.ts';

export const letterKinds = ['intent', 'end'] as const;
export type LetterKind = (typeof letterKinds)[number];

type LetterOrder = {
  readonly instructorId: string;
  readonly kind: LetterKind;
  readonly key: LinkKey;
  /** The address that people open, without a slash at its end. */
  readonly origin: string;
};

/** A letter of a person's registration: the enquiry while it is open, the notice once the registration has ended. */
export async function writeLetter(
  ctx: Context,
  { instructorId, kind, key, origin }: LetterOrder,
): Promise<DocumentModel> {
  // The link of an enquiry answers for the person: only who may enter the answer anyway may see it.
  requirePermission(ctx, 'upkeep.write');
  const { enquiry, state, endedOn, ...person } = await getUpkeep(ctx, instructorId);
  const from = await loadSender(ctx);
  if (kind === 'end') {
    if (endedOn === null || state === 'deceased') throw new NotFound('letter', instructorId);
    return buildEndLetter({ to: person, from, on: ctx.today(), state, endedOn });
  }
  if (!enquiry?.open) throw new NotFound('letter', instructorId);
  const replyUrl = `${origin}/replies/${tokenOfEnquiry(key, ctx.corner, enquiry.id)}`;
  const { askedOn: on, expiresOn } = enquiry;
  return buildIntentLetter({ to: person, from, on, lastActivityOn: person.lastActivityOn, replyUrl, expiresOn });
}

/** The letter as Word; that it was made is logged (SEC-11). */
export async function exportLetter(ctx: Context, order: LetterOrder): Promise<{ name: string; bytes: Uint8Array }> {
  const model = await writeLetter(ctx, order);
  const bytes = await renderDocx(model);
  const title = order.kind === 'intent' ? words.intentLetter : words.endLetter;
  const entity = { kind: 'instructor', id: order.instructorId, label: title };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx', kind: order.kind } }]),
  );
  const today = ctx.today();
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const name = downloadFileName({ fiscalYear: fiscalYearOf(today), title, prefecture, on: today, extension: 'docx' });
  return { name, bytes };
}

async function loadSender({ db, corner }: Context): Promise<Sender> {
  const row = await db
    .selectFrom('corner')
    .select(['host_association as association', 'name as office', 'phone', 'fax', 'email'])
    .executeTakeFirst();
  const office = `${findPrefecture(corner)?.name ?? corner}地域技能振興コーナー`;
  return row ?? { association: '', office, phone: null, fax: null, email: null };
}
