import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { LetterOrder } from '#letter/issue-letter.server.ts';
import type { RecordLetter, RecordLetterContent } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import type { Context } from '#platform/context.server.ts';
import { thanksToHost, thanksToInstructor } from './documents/thanks-letters.ts';
import { thanksText as words } from './text.ts';
import { loadVisitFacts, type VisitFacts } from './visit-letter-queries.server.ts';

type Shared = Readonly<Record<string, string>>;

/** 礼状 for the host of a held visit. */
export const hostThanks: RecordLetter = {
  form: thanksToHost,
  load: (ctx, { id }) =>
    loadThanks(ctx, id, (visit, shared) => [
      {
        addressee: visit.host,
        values: {
          ...shared,
          宛先: visit.contact === null ? `${visit.host}　御中` : `${visit.host}\n${visit.contact}　様`,
          郵便番号: visit.postalCode,
          住所: visit.address,
          講師: visit.instructors.map(({ name }) => name).join('、'),
        },
      },
    ]),
};

/** 礼状 for each instructor of a held visit. */
export const instructorThanks: RecordLetter = {
  form: thanksToInstructor,
  load: (ctx, { id }) =>
    loadThanks(ctx, id, ({ instructors }, shared) =>
      instructors.map(({ id: recipientId, name, values }) => ({
        addressee: name,
        recipientId,
        values: { ...shared, ...values },
      })),
    ),
};

async function loadThanks(
  ctx: Context,
  id: string,
  lettersOf: (visit: VisitFacts, shared: Shared) => readonly LetterOrder[],
): Promise<Result<RecordLetterContent, string>> {
  const visit = await loadVisitFacts(ctx, id);
  if (visit.status !== 'held') return refuse(words.notHeld(formatSlashDate(visit.visitOn)));
  const shared = {
    ...(await loadSenderValues(ctx.db, ctx.corner)),
    ...visit.values,
    日付: formatEraDate(ctx.today()),
    受講者数: words.trainees(visit.trainees),
  };
  return accept({
    label: visit.number,
    number: visit.number,
    subject: words.subject(visit.number),
    entity: { kind: 'visit', id },
    letters: lettersOf(visit, shared),
  });
}
