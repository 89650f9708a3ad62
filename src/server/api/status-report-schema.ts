import { z } from '@hono/zod-openapi';

const count = z.number().int().nullable();

const metricSchema = z
  .object({
    key: z.string().nullable(),
    label: z.string(),
    unit: z.string(),
    target: z.number().nullable(),
    targetUnit: z.string().nullable(),
    atLeast: z.boolean(),
    actual: z.number().nullable().openapi({ description: '基準日までの実施。成果目標は割合（%）' }),
    scheduled: count.openapi({ description: '基準日より後の予定' }),
    rate: z.number().nullable().openapi({ description: '達成率。1が目標どおり' }),
    forecast: count.openapi({ description: '実施と予定の計' }),
    basis: z.enum(['counted', 'no-records', 'not-counted']),
  })
  .openapi('StatusMetric');

const tableSchema = z.looseObject({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

const sectionSchema = z.object({
  number: z.string(),
  title: z.string(),
  guideline: z.string(),
  plan: z.string(),
  status: z.string(),
  metrics: z.array(metricSchema),
  tables: z.array(tableSchema),
  noRequests: z
    .array(
      z.object({
        line: z.string(),
        label: z.string(),
        statedOn: z.string(),
        efforts: z.string().nullable().openapi({ description: '要請を求めて行ったこと。集計だけを見る人には出さない' }),
      }),
    )
    .openapi({ description: '要請のなかった魅力発信の区分' }),
});

const outcomeSchema = z.object({
  key: z.string(),
  label: z.string(),
  target: z.number().nullable(),
  numerator: count,
  denominator: count,
  rate: z.number().nullable(),
  interval: z
    .object({ low: z.number(), high: z.number() })
    .nullable()
    .openapi({ description: '割合の95%信頼区間（ウィルソン）' }),
  small: z.boolean().openapi({ description: '全員が該当しても目標の達成を確かめられないほど回答が少ない' }),
  needed: z.number().int().openapi({ description: '目標の達成を確かめられる最少の回答数' }),
});

/** The status report as JSON (contract.md §4). */
export const statusReportSchema = z
  .object({
    corner: z.string(),
    fiscalYear: z.number().int(),
    asOf: z.string(),
    sections: z.array(sectionSchema),
    outcomes: z.array(outcomeSchema),
    outputs: z.array(metricSchema),
    unreported: z.number().int(),
    uncounted: z.number().int(),
  })
  .openapi('StatusReport');
