import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/**
 * Where the address of a recipient's own link stands in a drafted mail. The draft is kept without it, as the link is known
 * to the database by its hash alone; the 送信箱 puts it in for whoever may send mails.
 */
export const LINK_PLACE = '【回答用のアドレス】';

type Written = {
  readonly kind: 'demand-survey' | 'demand-reminder';
  readonly survey: {
    readonly title: string;
    readonly fiscalYear: number;
    readonly answerBy: PlainDate;
    readonly note: string | null;
  };
  readonly number: string;
  readonly name: string;
  readonly contactName: string | null;
  readonly office: { readonly name: string; readonly phone: string | null } | undefined;
};

/** The mail that asks a recipient, or asks once more. */
export function demandMail({ kind, survey, number, name, contactName, office }: Written) {
  const { title, fiscalYear, answerBy, note } = survey;
  const isReminder = kind === 'demand-reminder';
  const asking = isReminder
    ? `先にお送りした「${title}」の回答がまだ届いていません。行き違いのときはご容赦ください。`
    : `${fiscalYearLabel(fiscalYear)}の、ものづくりマイスター等の派遣の希望をうかがいます。`;
  return {
    subject: isReminder ? `【再度のお願い】${title}（調査票番号 ${number}）` : `${title}（調査票番号 ${number}）`,
    body: [
      name,
      `${contactName ?? 'ご担当者'} 様`,
      '',
      asking,
      ...(note === null ? [] : ['', note]),
      '',
      `次のアドレスから、${formatEraDate(answerBy)}までにお答えください。希望がないときも、その旨をお答えください。`,
      LINK_PLACE,
      '',
      'アドレスは貴団体だけのものです。ほかの方に転送しないでください。',
      '',
      office?.name ?? '',
      ...(office?.phone ? [`電話 ${office.phone}`] : []),
    ].join('\n'),
  };
}
