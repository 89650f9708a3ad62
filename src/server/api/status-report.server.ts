import { createRoute, z } from '@hono/zod-openapi';
import { isPlainDate } from '#kernel/plain-date.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import type { Desk } from '../desk.server.ts';
import { openContext, type Api } from './api-context.server.ts';
import { problemAnswer } from './problem-schema.ts';
import { statusReportSchema } from './status-report-schema.ts';
import { BadParameter } from './query-values.ts';

const route = createRoute({
  method: 'get',
  path: '/corners/{corner}/years/{year}/status',
  tags: ['実施状況'],
  summary: '年度の実施状況を数える',
  request: {
    params: z.object({
      corner: z.string().openapi({ param: { name: 'corner', in: 'path' }, description: '都道府県コード' }),
      year: z.coerce
        .number()
        .int()
        .min(2000)
        .max(2100)
        .openapi({ param: { name: 'year', in: 'path' } }),
    }),
    query: z.object({ asOf: z.string().optional().openapi({ description: '基準日。省くと今日' }) }),
  },
  responses: {
    200: {
      description: '計画の項目ごとの実績・予定・達成率',
      content: { 'application/json': { schema: statusReportSchema } },
    },
    default: problemAnswer,
  },
});

/** `GET /corners/CC/years/YYYY/status?asOf=…` (contract.md §4). */
export function addStatusReport(api: Api, desk: Desk): void {
  api.use('/corners/:corner/*', async (call, next) => {
    await openContext(desk, call, call.req.param('corner'));
    await next();
  });
  api.openapi(route, async (call) => {
    const { corner, year } = call.req.valid('param');
    const ctx = await openContext(desk, call, corner);
    const asOf = call.req.valid('query').asOf ?? ctx.today();
    if (!isPlainDate(asOf)) throw new BadParameter('asOf');
    return call.json(await getStatusReport(ctx, { fiscalYear: year, asOf })) as never;
  });
}
