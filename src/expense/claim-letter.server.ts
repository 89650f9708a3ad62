import { formatYen } from '#kernel/money.ts';
import { accept } from '#kernel/result.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { loadVisitFacts } from '#schedule/visit-letter-queries.server.ts';
import { getClaim } from './claim-queries.server.ts';
import { claimForm } from './documents/claim-form.ts';
import { expenseItemLabel } from './domain/expense-line.ts';
import { claimLabel, expenseText as words, reckoningText } from './text.ts';

/** 講師謝金等請求書 of a claim, with each line as it was reckoned. */
export const claimLetter: RecordLetter = {
  form: claimForm,
  load: async (ctx, { id }) => {
    const { subject, lines, totalYen, instructorId, visitId } = await getClaim(ctx, id);
    const visit = await loadVisitFacts(ctx, visitId);
    const person = visit.instructors.find((each) => each.id === instructorId);
    const values = {
      ...(await loadSenderValues(ctx.db, ctx.corner)),
      ...visit.values,
      // Somebody who was taken off the visit since is still who claims.
      ...(person?.values ?? {
        氏名: subject.instructorName,
        登録番号: subject.instructorNumber,
        郵便番号: '',
        住所: '',
      }),
      請求金額: formatYen(totalYen),
      内訳: lines.map((line) => ({
        費目: expenseItemLabel(line.input.item),
        計算: reckoningText(line),
        金額: formatYen(line.amountYen),
      })),
    };
    return accept({
      label: claimLabel(subject),
      number: subject.visitNumber,
      subject: `${words.documentTitle}　${subject.visitNumber}`,
      entity: { kind: 'expense-claim', id },
      letters: [{ addressee: subject.instructorName, recipientId: instructorId, values }],
    });
  },
};
