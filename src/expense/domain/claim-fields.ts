import type { Program } from '#dispatch/domain/program.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { yenOf } from '#kernel/money.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { decimal, integer, yen } from '#record/domain/number-codecs.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import type { ExpenseLineInput } from './expense-line.ts';

const MOST_YEN = 99_999_999;
const METRES_A_KILOMETRE = 1000;

/** 旅費の算定. */
export const travelWays = [
  { code: 'distance', label: '距離（往復km）' },
  { code: 'fare', label: '運賃表（実施場所の市区町村）' },
  { code: 'none', label: '支払わない' },
] as const;

/** What staff enter of a claim; what can be known from the visit is filled in before. */
export const claimFields = [
  {
    key: 'minutes',
    header: '指導時間',
    required: false,
    codec: integer({ max: 1440 }),
    unit: '分',
    hint: '謝金の対象になる時間。派遣の開始と終了から計算しています',
  },
  { key: 'travelBy', header: '旅費の算定', required: true, codec: choice(travelWays) },
  {
    key: 'kilometres',
    header: '往復の距離',
    required: false,
    codec: decimal({ max: 5000, step: 0.1 }),
    unit: 'km',
    hint: '市区町村の役所どうしの直線距離の2倍を入れています。実際の経路の距離に直してください',
  },
  { key: 'persons', header: '材料を使った人数', required: false, codec: integer({ max: 9999 }), unit: '人' },
  { key: 'days', header: '材料を使った日数', required: false, codec: integer({ max: 99 }), unit: '日' },
  {
    key: 'spent',
    header: '材料費（税抜）',
    required: false,
    codec: yen({ max: MOST_YEN }),
    unit: '円',
    hint: '領収書の税抜の合計。上限を超えた分は派遣先の負担になります',
  },
  { key: 'tax', header: '材料費の消費税', required: false, codec: yen({ max: MOST_YEN }), unit: '円' },
  {
    key: 'pages',
    header: 'テキストの枚数',
    required: false,
    codec: integer({ max: 999 }),
    unit: '枚',
    hint: '講習のために書いたテキスト。著作権は国に帰属します',
  },
  { key: 'note', header: '備考', required: false, codec: multiline({ limit: 500 }) },
] as const satisfies readonly AnyField[];

export type ClaimInput = InputOf<typeof claimFields>;

type Facts = {
  readonly instructorKind: InstructorKind;
  readonly program: Program;
  /** Where the instruction took place. */
  readonly municipality: string;
};

/** The lines that an entered claim asks for, in the order of the paper; what is empty or nothing is no line. */
export function claimLines(input: ClaimInput, { instructorKind, program, municipality }: Facts): ExpenseLineInput[] {
  const lines: ExpenseLineInput[] = [];
  if (input.minutes) lines.push({ item: 'honorarium', instructorKind, minutes: input.minutes });
  if (input.travelBy === 'fare') lines.push({ item: 'travel', by: 'fare', municipality });
  if (input.travelBy === 'distance' && input.kilometres) {
    lines.push({ item: 'travel', by: 'distance', metres: Math.round(input.kilometres * METRES_A_KILOMETRE) });
  }
  if (input.spent) {
    const { persons, days, spent, tax } = input;
    const amounts = { spentYen: yenOf(spent), taxYen: yenOf(tax ?? 0) };
    lines.push({ item: 'material', program, persons: persons ?? 0, days: days ?? 0, ...amounts });
  }
  if (input.pages) lines.push({ item: 'text-writing', pages: input.pages });
  return lines;
}

/** What an entered claim lacks to be reckoned: a distance for 距離, persons and days for material. */
export function checkClaimInput(input: ClaimInput): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (key: ClaimKey, other: ClaimKey, otherValue: string) =>
    problems.push({
      key,
      header: headerOf(key),
      problem: { kind: 'needed-when', other: headerOf(other), otherValue },
    });
  if (input.travelBy === 'distance' && input.kilometres === null) need('kilometres', 'travelBy', '距離（往復km）');
  const spent = input.spent ?? 0;
  if (spent > 0 && input.persons === null) need('persons', 'spent', `${spent}円`);
  if (spent > 0 && input.days === null) need('days', 'spent', `${spent}円`);
  return problems;
}

type ClaimKey = (typeof claimFields)[number]['key'];

function headerOf(key: ClaimKey): string {
  return claimFields.find((field) => field.key === key)?.header ?? key;
}

/** What was entered of a claim, from its lines. */
export function claimInputOf(lines: readonly ExpenseLineInput[], note: string | null): ClaimInput {
  const honorarium = lines.find((line) => line.item === 'honorarium');
  const travel = lines.find((line) => line.item === 'travel');
  const material = lines.find((line) => line.item === 'material');
  const text = lines.find((line) => line.item === 'text-writing');
  return {
    minutes: honorarium?.minutes ?? null,
    travelBy: travel?.by ?? 'none',
    kilometres: travel?.by === 'distance' ? travel.metres / METRES_A_KILOMETRE : null,
    persons: material?.persons ?? null,
    days: material?.days ?? null,
    spent: material?.spentYen ?? null,
    tax: material?.taxYen ?? null,
    pages: text?.pages ?? null,
    note,
  };
}
