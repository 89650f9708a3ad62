import { fiscalYearLabel, fiscalYearRange } from '#kernel/fiscal-year.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse } from '#kernel/result.ts';
import { mailingAddress, postalText } from '#letter/mailing-address.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { commissionForm } from './documents/commission-letter.ts';
import { instructorKinds, type InstructorKind } from './domain/instructor-kind.ts';
import { findRegistrationEnd } from './registration.server.ts';
import { commissionText as words } from './text.ts';

/** 委嘱状 for the 年度 of the page; whoever has left by its end is not commissioned for it. */
export const commissionLetter: RecordLetter = {
  form: commissionForm,
  load: async (ctx, { id, fiscalYear }) => {
    const person = await loadPerson(ctx, id);
    const { from, until } = fiscalYearRange(fiscalYear);
    const endedOn = await findRegistrationEnd(ctx, id);
    if (endedOn !== undefined && endedOn <= until) return refuse(words.ended(formatSlashDate(endedOn)));
    const since = person.certifiedOn !== null && person.certifiedOn > from ? person.certifiedOn : from;
    if (since > until) return refuse(words.notYet(formatSlashDate(since)));
    const values = {
      ...(await loadSenderValues(ctx.db, ctx.corner)),
      日付: formatEraDate(ctx.today()),
      氏名: person.name,
      登録番号: person.number,
      郵便番号: postalText(person.postalCode),
      住所: mailingAddress(person),
      種別: instructorKinds.find(({ code }) => code === person.kind)?.label ?? person.kind,
      職種: person.trades.map((code) => findTrade(code)?.name ?? code).join('、'),
      年度: fiscalYearLabel(fiscalYear),
      委嘱の初日: formatEraDate(since),
      委嘱の末日: formatEraDate(until),
      委嘱する職務: words.duties[person.kind],
    };
    return accept({
      label: person.name,
      number: person.number,
      subject: words.subject(fiscalYearLabel(fiscalYear)),
      entity: { kind: 'instructor', id },
      letters: [{ addressee: person.name, recipientId: id, values }],
    });
  },
};

async function loadPerson(ctx: Context, id: string) {
  requirePermission(ctx, 'instructor.read');
  const row = isRecordId(id)
    ? await ctx.db
        .selectFrom('instructor')
        .select(['number', 'name', 'kind', 'postal_code as postalCode', 'municipality_code as municipalityCode'])
        .select(['address', 'certified_on as certifiedOn'])
        .where('instructor_id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('instructor', id);
  const trades = await ctx.db
    .selectFrom('instructor_trade')
    .select('trade_code')
    .where('instructor_id', '=', id)
    .orderBy('trade_code')
    .execute();
  return {
    ...row,
    kind: row.kind as InstructorKind,
    certifiedOn: row.certifiedOn as PlainDate | null,
    trades: trades.map(({ trade_code }) => trade_code),
  };
}
