import { REPLY_ADDRESS, endLetter, intentLetter } from './documents/upkeep-letters.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { draftValues, drawLetter, letterFileName } from '#letter/draw-letter.server.ts';
import { NUMBER_PLACEHOLDER, type LetterValues } from '#letter/domain/letter-outline.ts';
import { issueLetters } from '#letter/issue-letter.server.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { hasTemplate } from '#letter/template-queries.server.ts';
import { letterText } from '#letter/text.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { UpkeepState } from './domain/upkeep.ts';
import { tokenOfEnquiry, type LinkKey } from './intent-link.server.ts';
import { getUpkeep, type UpkeepDetail } from './upkeep-queries.server.ts';

/** The letters of a registration, as their addresses call them. */
export const upkeepLetters = ['intent', 'end'] as const;
export type UpkeepLetter = (typeof upkeepLetters)[number];

/** What each of them is. */
export const upkeepLetterForms = { intent: intentLetter, end: endLetter } as const satisfies Record<
  UpkeepLetter,
  LetterForm
>;

/** What the links of letters follow from, and the address that people open, without a slash at its end. */
export type LetterDesk = { readonly key: LinkKey; readonly origin: string };

type LetterOrder = LetterDesk & { readonly instructorId: string; readonly kind: UpkeepLetter };

/** A letter of a person's registration before it is issued, and whether the corner has a template of its own for it. */
export async function writeLetter(
  ctx: Context,
  order: LetterOrder,
): Promise<{ readonly model: DocumentModel; readonly hasTemplate: boolean }> {
  const { form, values } = await gatherLetter(ctx, order);
  const fiscalYear = fiscalYearOf(ctx.today());
  return {
    model: form.build(draftValues(values)),
    hasTemplate: await hasTemplate(ctx, { kind: form.kind, fiscalYear }),
  };
}

/** The draft as Word, marked 「案」 and without a number; that it was made is logged (SEC-11). */
export async function exportLetter(ctx: Context, order: LetterOrder): Promise<{ name: string; bytes: Uint8Array }> {
  const { form, values } = await gatherLetter(ctx, order);
  const fiscalYear = fiscalYearOf(ctx.today());
  const bytes = await drawLetter(ctx.db, { form, fiscalYear, values: draftValues(values) });
  const entity = { kind: 'instructor', id: order.instructorId, label: form.title };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx', kind: order.kind } }]),
  );
  return { name: letterFileName(ctx, { title: `${letterText.draft}_${form.title}`, fiscalYear }), bytes };
}

/** 発行: the letter gets its 文書番号 and is kept in the register. The same key answers the same. */
export async function issueUpkeepLetter(
  ctx: Context,
  { key: linkKey, origin, ...order }: LetterOrder & { readonly once?: string | undefined },
): Promise<{ readonly number: string }> {
  requirePermission(ctx, 'upkeep.write');
  const { form, values, person } = await gatherLetter(ctx, { ...order, key: linkKey, origin });
  const secret = order.kind === 'intent' && person.enquiry ? { name: REPLY_ADDRESS, of: person.enquiry.id } : undefined;
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key: order.once,
      fingerprint: JSON.stringify(['upkeep-letter', order.instructorId, order.kind]),
      work: async () => {
        const { numbers } = await issueLetters(tx, ctx, {
          form,
          issuedOn: ctx.today(),
          subject: form.title,
          entity: { kind: 'instructor', id: person.id },
          letters: [{ values, addressee: person.name, recipientId: person.id, ...(secret && { secret }) }],
        });
        return { number: numbers[0] ?? '' };
      },
      isKept: () => true,
    }),
  );
}

/** The address behind a letter's link. */
export function replyAddress(ctx: Context, { key, origin }: LetterDesk, enquiryId: string): string {
  // The link of an enquiry answers for the person: only who may enter the answer anyway may see it.
  requirePermission(ctx, 'upkeep.write');
  return `${origin}/replies/${tokenOfEnquiry(key, ctx.corner, enquiryId)}`;
}

type Gathered = { readonly form: LetterForm; readonly values: LetterValues; readonly person: UpkeepDetail };

/** What a letter says of a person: the enquiry while it is open, the notice once the registration has ended. */
async function gatherLetter(ctx: Context, { instructorId, kind, ...desk }: LetterOrder): Promise<Gathered> {
  requirePermission(ctx, 'upkeep.write');
  const person = await getUpkeep(ctx, instructorId);
  const shared = {
    ...(await loadSenderValues(ctx.db, ctx.corner)),
    [NUMBER_PLACEHOLDER]: '',
    日付: formatEraDate(ctx.today()),
    氏名: person.name,
    登録番号: person.number,
    郵便番号: person.postalCode ?? '',
    住所: mailingAddress(person),
  };
  const own = kind === 'end' ? describeEnd(person) : describeEnquiry(ctx, person, desk);
  if (!own) throw new NotFound('letter', instructorId);
  return { form: upkeepLetterForms[kind], values: { ...shared, ...own }, person };
}

function describeEnquiry(ctx: Context, { enquiry, lastActivityOn }: UpkeepDetail, desk: LetterDesk) {
  if (!enquiry?.open) return undefined;
  const last = lastActivityOn === null ? '記録なし' : formatEraDate(lastActivityOn);
  return {
    最終活動日: last,
    活動の状況: lastActivityOn === null ? 'ご登録の後、指導の記録がありません' : `${last}の後、指導の記録がありません`,
    回答期限: formatEraDate(enquiry.expiresOn),
    [REPLY_ADDRESS]: replyAddress(ctx, desk, enquiry.id),
  };
}

const endings: Readonly<Partial<Record<UpkeepState, string>>> = {
  deregistered: '活動を続けないご意向を承り、',
  resigned: '退任のお申し出を承り、',
  revoked: '登録の取消しにより、',
};

function describeEnd({ endedOn, state }: UpkeepDetail) {
  if (endedOn === null || state === 'deceased') return undefined;
  return { 解除の日: formatEraDate(endedOn), 解除の経緯: endings[state] ?? '' };
}
