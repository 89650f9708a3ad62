import type { ConstraintPart } from '#matching/domain/proposal.ts';
import { weighedConstraints } from '#matching/domain/planning-weights.ts';
import { amountText, constraintName, hasUnit } from './constraint-text.ts';
import { qualityText } from './run-text.ts';
import { planText as words } from './text.ts';

/** What the last calculation of one plan came to. */
export type PlanFigures = {
  readonly points: number;
  readonly gap: number | undefined;
  readonly placed: number;
  readonly unplaced: number;
  readonly kilometres: number;
  readonly yen: number;
  /** Sessions that are otherwise than in the 基本案. */
  readonly different: number;
  readonly breakdown: readonly ConstraintPart[];
};

/** 案の比較. One figure of all plans; `best` where it is the best of several that are not all alike. */
export type ComparedRow = {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly text: string; readonly note?: string; readonly best: boolean }[];
};

type Figure = {
  readonly key: string;
  readonly name: string;
  /** The less the better; `undefined` is not comparable. */
  readonly value: (figures: PlanFigures) => number | undefined;
  readonly text: (figures: PlanFigures) => string;
  readonly note?: (figures: PlanFigures) => string;
};

const number = (value: number) => value.toLocaleString('ja-JP');

const sums: readonly Figure[] = [
  { key: 'points', name: words.points, value: ({ points }) => points, text: ({ points }) => `${number(points)}点` },
  { key: 'quality', name: words.quality, value: ({ gap }) => gap, text: ({ gap }) => qualityText(gap) },
  {
    key: 'served',
    name: words.served,
    value: ({ placed }) => -placed,
    text: ({ placed }) => `${number(placed)}回`,
  },
  {
    key: 'unserved',
    name: words.unserved,
    value: ({ unplaced }) => unplaced,
    text: ({ unplaced }) => `${number(unplaced)}回`,
  },
  {
    key: 'kilometres',
    name: words.kilometres,
    value: ({ kilometres }) => kilometres,
    text: ({ kilometres }) => `${number(kilometres)}km`,
  },
  { key: 'yen', name: words.yen, value: ({ yen }) => yen, text: ({ yen }) => `${number(yen)}円` },
  {
    key: 'different',
    name: words.different,
    value: () => undefined,
    text: ({ different }) => `${number(different)}回`,
  },
];

const byConstraint: readonly Figure[] = weighedConstraints.map((rule) => {
  const part = ({ breakdown }: PlanFigures) => breakdown.find((each) => each.rule === rule);
  return {
    key: rule,
    name: constraintName(rule),
    value: (figures) => part(figures)?.points ?? 0,
    text: (figures) => `${number(part(figures)?.points ?? 0)}点`,
    ...(hasUnit(rule) && { note: (figures: PlanFigures) => amountText(rule, part(figures)?.amount ?? 0) }),
  };
});

/** The figures of plans side by side, the sums first and then the points of each constraint; a plan without a result has blanks. */
export function compareFigures(plans: readonly (PlanFigures | undefined)[]): readonly ComparedRow[] {
  if (plans.every((figures) => figures === undefined)) return [];
  return [...sums, ...byConstraint].map(({ key, name, value, text, note }) => {
    const values = plans.map((figures) => figures && value(figures));
    const known = values.filter((each) => each !== undefined);
    const least = Math.min(...known);
    const differs = known.some((each) => each !== least);
    return {
      key,
      name,
      cells: plans.map((figures, index) => ({
        text: figures ? text(figures) : key === 'points' ? words.notComputed : '',
        ...(figures && note ? { note: note(figures) } : {}),
        best: figures !== undefined && differs && values[index] === least,
      })),
    };
  });
}
