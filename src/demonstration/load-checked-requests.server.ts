import { moveRequest } from '#dispatch/move-request.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';

/** Requests of 令和4年度 without a visit whose rules are checked: their proposals of the year's assignment can be offered. */
const CHECKED = ['Y4-050', 'Y4-052', 'Y4-055', 'Y4-056', 'Y4-057', 'Y4-058', 'Y4-059', 'Y4-060'];

const CHECKED_ON = plainDate('2022-11-25');

/** Takes them from 依頼書を受付 to 基準を確認済み by the ordinary step; the others wait for it, as the newest ones do. */
export async function loadCheckedRequests(ctx: Context): Promise<void> {
  const requests = await ctx.db
    .selectFrom('request')
    .select(['request_id as requestId', 'number'])
    .where('number', 'in', CHECKED)
    .where('stage', '=', 'submitted')
    .orderBy('number')
    .execute();
  for (const { requestId, number } of requests) {
    const step = { requestId, command: 'check-eligibility', happenedOn: CHECKED_ON, reason: null } as const;
    const moved = await moveRequest(ctx, step);
    if (!moved.ok) throw new Error(`${number}: ${JSON.stringify(moved.refusal)}`);
  }
}
