import { findTrade } from '#reference/domain/trade.ts';
import { refuse } from '#kernel/result.ts';
import type { Codec } from '#record/domain/field.ts';

/** ブース. One stand of a fair: its trade, who leads it, what is used, and who stopped there. */
export type Booth = {
  readonly name: string;
  readonly tradeCode: string;
  /** 登録番号, in the order of the sheet. */
  readonly instructorNumbers: readonly string[];
  readonly material: string | null;
  /** People who stopped here; somebody who went to three booths is one of each, so booths do not add up to the fair. */
  readonly visitors: number | null;
};

/** How many booths a fair has at most: the lines of its form. */
export const MOST_BOOTHS = 8;

/** ブースの行. The fields of one line of booths in the form, and what they are called. */
export const boothLines = Array.from({ length: MOST_BOOTHS }, (_, index) => {
  const line = index + 1;
  const header = (word: string) => `ブース${line}の${word}`;
  return {
    line,
    keys: {
      name: `booth${line}Name`,
      trade: `booth${line}Trade`,
      instructors: `booth${line}Instructors`,
      material: `booth${line}Material`,
    },
    headers: {
      name: header('名称'),
      trade: header('職種'),
      instructors: header('登録番号'),
      material: header('材料・道具'),
    },
  } as const;
});

/** Everybody who leads a booth, each once: the instructors of the visit. */
export function instructorsOfBooths(booths: readonly Booth[]): readonly string[] {
  return [...new Set(booths.flatMap(({ instructorNumbers }) => instructorNumbers))];
}

/** Booths as the history of the record shows them; they are entered line by line, never as one text. */
export function boothList(): Codec<readonly Booth[]> {
  return {
    control: 'multiline',
    format: (booths) => booths.map(boothText).join('\n'),
    parse: (typed) => refuse({ kind: 'wrong-form', value: typed, example: '' }),
  };
}

function boothText({ name, tradeCode, instructorNumbers, material, visitors }: Booth): string {
  const trade = findTrade(tradeCode)?.name ?? tradeCode;
  const people = visitors === null ? [] : [`${visitors}人`];
  return [`${name}（${trade}）`, instructorNumbers.join('・'), material ?? '', ...people].filter(Boolean).join('　');
}
