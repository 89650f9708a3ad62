import { accept, refuse, type Result } from '#kernel/result.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { email, phone } from '#record/domain/contact-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';
import { listTrades } from '#reference/domain/trade.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** How many lines of wishes an answer has at most, and how many the form shows at first. */
export const MOST_WISHES = 10;
export const FIRST_WISHES = 3;

/** The months of a 年度 in their order. */
export const yearMonths = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;

/** 希望の有無. */
export const wantsChoices = [
  { code: 'yes', label: '派遣を希望する' },
  { code: 'no', label: 'この年度は希望しない' },
] as const;

/** 回答の方法. `web` is the host's own page; the others are entered by staff. */
export const answerChannels = [
  { code: 'fax', label: 'FAX' },
  { code: 'post', label: '郵送' },
  { code: 'mail', label: 'メール' },
  { code: 'phone', label: '電話' },
  { code: 'hand', label: '手渡し' },
] as const;

export type AnswerChannel = 'web' | (typeof answerChannels)[number]['code'];

const monthChoices = yearMonths.map((month) => ({ code: String(month), label: `${month}月` }));

/** 希望の1行 as it is asked for on a day; its keys begin with the place of the line. */
export function wishFields(place: number, today: PlainDate) {
  const trades = listTrades(today).map(({ code, name: label }) => ({ code, label }));
  return [
    { key: `w${place}-tradeCode`, header: '職種', required: true, codec: choice(trades) },
    {
      key: `w${place}-sessions`,
      header: '希望回数',
      required: true,
      codec: integer({ min: 1, max: 100 }),
      unit: '回',
    },
    { key: `w${place}-months`, header: '希望する月', required: true, codec: choices(monthChoices) },
    {
      key: `w${place}-audience`,
      header: '対象',
      required: false,
      codec: text({ limit: 100 }),
      hint: '例：機械科2年生、入社3年目までの社員',
    },
    {
      key: `w${place}-trainees`,
      header: '人数',
      required: false,
      codec: integer({ min: 1, max: 99_999 }),
      unit: '人',
    },
    { key: `w${place}-content`, header: '内容', required: false, codec: multiline({ limit: 500 }) },
  ] as const satisfies readonly AnyField[];
}

const wantsCodec = choice(wantsChoices);

const generalFields = [
  { key: 'wants', header: '派遣の希望', required: true, codec: wantsCodec },
  {
    key: 'contactName',
    header: '担当者',
    required: false,
    codec: name({ limit: 100 }),
    personal: true,
    autocomplete: 'name',
  },
  { key: 'contactPhone', header: '電話', required: false, codec: phone(), personal: true, autocomplete: 'tel' },
  { key: 'contactEmail', header: 'メール', required: false, codec: email(), personal: true, autocomplete: 'email' },
  { key: 'comment', header: 'そのほかの要望', required: false, codec: multiline({ limit: 500 }) },
] as const satisfies readonly AnyField[];

type General = InputOf<typeof generalFields>;

/** The fields beside the lines. Whoever wishes something on the page says whom to ask; a paper may lack it. */
export function answerFields(needsContact: boolean): readonly AnyField[] {
  return generalFields.map((field) =>
    needsContact && field.key === 'contactName' ? { ...field, required: true } : field,
  );
}

/** 希望. One line of an answer: so many visits in a trade, in these months, for these people. */
export type DemandWish = {
  readonly tradeCode: string;
  readonly sessions: number;
  /** In the order of the 年度. */
  readonly months: readonly number[];
  readonly audience: string | null;
  readonly trainees: number | null;
  readonly content: string | null;
};

/** 派遣希望調査の回答. */
export type DemandAnswer = Omit<General, 'wants'> & {
  readonly wants: boolean;
  readonly wishes: readonly DemandWish[];
};

export type AnswerTexts = Readonly<Record<string, string | undefined>>;

type Reading = {
  readonly today: PlainDate;
  /** Whether the host answers on the page: then somebody to ask is named with a wish. */
  readonly onPage: boolean;
  /** Wishes that have become requests stay as they are beside the lines read. */
  readonly kept?: number;
};

/**
 * Reads an answer from the texts of its form and answers every problem at once (FRM-33). Blank lines are left out;
 * somebody who wishes writes at least one, somebody who wishes nothing writes none.
 */
export function readDemandAnswer(
  texts: AnswerTexts,
  { today, onPage, kept = 0 }: Reading,
): Result<DemandAnswer, readonly FieldProblem[]> {
  const isWanting = wantsCodec.parse(texts['wants'] ?? '');
  const needsContact = onPage && isWanting.ok && isWanting.value === 'yes';
  const general = parseFields(answerFields(needsContact), texts) as Result<General, readonly FieldProblem[]>;
  const problems: FieldProblem[] = general.ok ? [] : [...general.refusal];
  const wishes: DemandWish[] = [];
  const written = listWrittenLines(texts);
  for (const place of written) {
    const read = parseFields(wishFields(place, today), texts);
    if (read.ok) wishes.push(toWish(place, read.value));
    else
      problems.push(...read.refusal.map((problem) => ({ ...problem, header: `希望${place + 1}の${problem.header}` })));
  }
  const wants = general.ok ? general.value.wants : undefined;
  if (wants === 'yes' && written.length + kept === 0)
    problems.push({ key: 'w0-tradeCode', header: '希望1の職種', problem: { kind: 'missing' } });
  if (wants === 'no' && written.length + kept > 0) problems.push(onlyWhenWanted);
  if (!general.ok || problems.length > 0) return refuse(problems);
  return accept({ ...general.value, wants: wants === 'yes', wishes });
}

const onlyWhenWanted: FieldProblem = {
  key: 'wants',
  header: '希望の行',
  problem: { kind: 'only-when', other: '派遣の希望', otherValue: '派遣を希望する' },
};

const lineKeys = ['tradeCode', 'sessions', 'months', 'audience', 'trainees', 'content'] as const;

function listWrittenLines(texts: AnswerTexts): readonly number[] {
  return Array.from({ length: MOST_WISHES }, (_, place) => place).filter((place) =>
    lineKeys.some((key) => (texts[`w${place}-${key}`] ?? '').trim() !== ''),
  );
}

function toWish(place: number, read: Readonly<Record<string, unknown>>): DemandWish {
  const value = (key: (typeof lineKeys)[number]) => read[`w${place}-${key}`];
  // The values are those of `wishFields`, whose keys are not known to the compiler.
  const months = (value('months') as readonly string[]).map(Number);
  return {
    tradeCode: value('tradeCode') as string,
    sessions: value('sessions') as number,
    months: yearMonths.filter((month) => months.includes(month)),
    audience: value('audience') as string | null,
    trainees: value('trainees') as number | null,
    content: value('content') as string | null,
  };
}

/** The texts of an answer as `readDemandAnswer` reads them back. */
export function textsOfAnswer(answer: DemandAnswer, today: PlainDate): Record<string, string> {
  const general = formatFields(generalFields, { ...answer, wants: answer.wants ? 'yes' : 'no' });
  const lines = answer.wishes.map((wish, place) => {
    const values = { ...wish, months: wish.months.map(String) };
    const keyed = Object.fromEntries(Object.entries(values).map(([key, value]) => [`w${place}-${key}`, value]));
    return formatFields(wishFields(place, today), keyed as never);
  });
  return Object.assign({}, general, ...lines) as Record<string, string>;
}

/** How many lines a form shows for these texts: all that are written, and at least the first ones. */
export function countShownLines(texts: AnswerTexts): number {
  return Math.max(FIRST_WISHES, ...listWrittenLines(texts).map((place) => place + 1));
}
