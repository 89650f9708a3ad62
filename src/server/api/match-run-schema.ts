import { z } from '@hono/zod-openapi';
import { runStates } from '#assignment-plan/domain/assignment-run.ts';
import type { RunRow } from '#assignment-plan/run-list-queries.server.ts';
import type { RunResult } from '#assignment-plan/run-result.server.ts';
import { gapOf } from '#assignment-plan/domain/assignment-run.ts';
import { proposalStates } from '#matching/domain/proposal.ts';
import { constraints } from '#optimizer/constraint.ts';

const count = z.number().int();
const points = z.number();
const instant = z.string().nullable();
const rule = z.enum(constraints.map(({ id }) => id));
const part = z.object({ rule, amount: z.number(), points });
const codesOf = <Code extends string>(choices: readonly { readonly code: Code }[]) => choices.map(({ code }) => code);

/** 計算 in a list. */
export const matchRunRow = z.object({
  id: z.uuid(),
  plan: z.object({ id: z.uuid(), name: z.string(), isBase: z.boolean() }),
  state: z.enum(codesOf(runStates)),
  objective: points.nullable().openapi({ description: '点の合計。小さいほどよい。まだ提案がなければ null' }),
  bound: points.nullable().openapi({ description: '下限。これより小さい点の割当はない' }),
  gap: z.number().nullable().openapi({ description: '最善との差（0 は最善と証明）' }),
  proven: z.boolean(),
  inputHash: z.string(),
  weights: z.record(z.string(), count),
  seed: count,
  stepLimit: count,
  version: z.string(),
  requestedAt: z.string(),
  startedAt: instant,
  finishedAt: instant,
});

/** 計算 whole: what it proposes, and what it leaves out. */
export const matchRunSchema = matchRunRow
  .extend({
    corner: z.string(),
    fiscalYear: count,
    failure: z.string().nullable(),
    breakdown: z.array(part),
    assignments: z.array(
      z.object({
        request: z.string().openapi({ description: '要請番号' }),
        visitOn: z.string(),
        startsAt: instant,
        endsAt: instant,
        instructors: z.array(z.string()).openapi({ description: '登録番号' }),
        state: z.enum(codesOf(proposalStates)),
        kilometres: z.number(),
        yen: z.number(),
        replaces: z
          .object({ visit: z.string(), visitOn: z.string() })
          .nullable()
          .openapi({ description: '採用すると日時か人が変わる、決まっている予定。なければ null' }),
        reasons: z.array(part),
        runnerUp: z
          .object({ visitOn: z.string(), instructors: z.array(z.string()), points, parts: z.array(part) })
          .nullable(),
      }),
    ),
    unserved: z.array(
      z.object({
        request: z.string(),
        sessions: count,
        blockers: z.array(z.object({ rule: z.string(), instructors: count })),
        remedy: z.looseObject({ kind: z.string(), points }).nullable(),
      }),
    ),
    dropped: z
      .array(
        z.object({ request: z.string(), visit: z.string(), visitOn: z.string(), instructors: z.array(z.string()) }),
      )
      .openapi({ description: '動かしてよい予定のうち、提案に入る日のないもの。採用しても残る' }),
  })
  .openapi('MatchRun');

function describeRun(
  run: RunResult['run'],
  plan: { readonly id: string; readonly name: string; readonly isBase: boolean },
) {
  return {
    id: run.id,
    plan: { id: plan.id, name: plan.name, isBase: plan.isBase },
    state: run.state,
    objective: run.points,
    bound: run.bound,
    gap: gapOf(run) ?? null,
    proven: run.proven,
    inputHash: run.inputHash,
    weights: run.weights,
    seed: run.seed,
    stepLimit: run.stepLimit,
    version: run.codeVersion,
    requestedAt: run.requestedAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
  };
}

/** A calculation of the list as scripts read it. */
export function toMatchRunRow(row: RunRow) {
  return describeRun(row, { id: row.planId, name: row.planName, isBase: row.isBase });
}

/** A calculation with all that it proposes and leaves out. */
export function toMatchRun(corner: string, { plan, run, assignments, unserved, dropped }: RunResult) {
  const { fiscalYear } = plan;
  const { failure, breakdown } = run;
  return { ...describeRun(run, plan), corner, fiscalYear, failure, breakdown, assignments, unserved, dropped };
}
