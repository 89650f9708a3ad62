import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { Audience } from './audience.ts';
import { AGREES_FROM, type StandardKey } from './standard-question.ts';
import { fewestToProve, wilsonInterval, type Interval } from './wilson.ts';

/** 成果目標 (domain.md §5.6), by the keys of the status report (contract.md §4). */
export const outcomeKeys = ['outcome.satisfaction', 'outcome.understanding', 'outcome.trigger'] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

/** Which answers an outcome is counted from, and when one of them agrees. */
type OutcomeRule = {
  readonly audience: Audience;
  readonly question: Exclude<StandardKey, 'freeText'>;
  /** The outcomes speak of ものづくりマイスターの実技指導 alone (S0 目標ア). */
  readonly programs: readonly Program[];
  /** Hosts that count; absent means every kind. */
  readonly organizationKinds?: readonly OrganizationKind[];
};

const practical = ['practical-instruction'] as const;

/** S0 目標ア ①②③, each ≥ 90 %: ① every host's satisfaction, ② the trainees', ③ 企業又は業界団体 alone. */
export const outcomeRules: Readonly<Record<OutcomeKey, OutcomeRule>> = {
  'outcome.satisfaction': { audience: 'host', question: 'satisfaction', programs: practical },
  'outcome.understanding': { audience: 'trainee', question: 'understanding', programs: practical },
  'outcome.trigger': {
    audience: 'host',
    question: 'prompted',
    programs: practical,
    organizationKinds: ['sme', 'trade-body', 'large-enterprise'],
  },
};

/** The target of each outcome where the plan sets none, as a share (domain.md §5.6). */
export const STANDARD_TARGET = 0.9;

/** Equal answers of one kind of host and programme, added up by the database. */
export type AnswerGroup = {
  readonly program: Program;
  readonly organizationKind: OrganizationKind;
  readonly audience: Audience;
  readonly satisfaction: number;
  readonly understanding: number | null;
  readonly prompted: boolean | null;
  readonly count: number;
};

/** How many of those who answered a question agreed. */
export type Tally = { readonly numerator: number; readonly denominator: number };

/** Counts one outcome. Whoever left its question blank is not asked: the denominator counts answers to the question. */
export function tallyOutcome(key: OutcomeKey, groups: readonly AnswerGroup[]): Tally {
  const { audience, question, programs, organizationKinds } = outcomeRules[key];
  const counted = groups.filter(
    (group) =>
      group.audience === audience &&
      programs.includes(group.program) &&
      (organizationKinds === undefined || organizationKinds.includes(group.organizationKind)),
  );
  return tallyQuestion(question, counted);
}

/** How many agreed with a standard question: 4 and 5 of five, or はい. */
export function tallyQuestion(question: OutcomeRule['question'], groups: readonly AnswerGroup[]): Tally {
  const answered = groups.filter((group) => group[question] !== null);
  return { numerator: sum(answered.filter((group) => agrees(group[question]))), denominator: sum(answered) };
}

/** How many gave each of 1 to 5. */
export function countRatings(
  question: 'satisfaction' | 'understanding',
  groups: readonly AnswerGroup[],
): readonly number[] {
  return [1, 2, 3, 4, 5].map((rating) => sum(groups.filter((group) => group[question] === rating)));
}

export function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

function agrees(value: number | boolean | null): boolean {
  return typeof value === 'number' ? value >= AGREES_FROM : value === true;
}

/** A tally with what it allows to say. */
export type Share = Tally & {
  readonly rate: number | null;
  /** 95 % (Wilson); absent without answers. */
  readonly interval: Interval | null;
  /** So few that the target could not be proven even if all agreed; `needed` says from how many on it could. */
  readonly small: boolean;
  readonly needed: number;
};

/** Sets a tally against a target share. */
export function measureShare({ numerator, denominator }: Tally, target: number = STANDARD_TARGET): Share {
  const needed = target >= 1 || target <= 0 ? 1 : fewestToProve(target);
  const none = denominator === 0;
  return {
    numerator,
    denominator,
    rate: none ? null : numerator / denominator,
    interval: none ? null : wilsonInterval(numerator, denominator),
    small: denominator < needed,
    needed,
  };
}
