import type { HttpDesk } from '../http-desk.ts';
import { first, inDesk, type Sample } from './sample.ts';

/** A request of the demonstration with a meeting and a plan, by the collections of its addresses. */
export async function findPlanSample(
  send: HttpDesk['send'],
  cookie: string,
): Promise<Readonly<Record<string, string>>> {
  const { text } = await send('/35/2022/decisions?view=all', { cookie });
  const [, request = ''] = /requests\/([\da-f-]{36})\/decision"/u.exec(text) ?? [];
  const plan = await send(`/35/2022/requests/${request}/plan`, { cookie });
  const [, meeting = ''] = /plan\/meetings\/([\da-f-]{36})"/u.exec(plan.text) ?? [];
  return { requests: request, 'requests/:id/plan/meetings': meeting };
}

/** The pages of a request from the choice of a person to the decision. */
export function planSamples(desk: string): Readonly<Record<string, Sample>> {
  const open = (rest: string) => first('requests?q=Y4-049', rest);
  const planned = (rest: string) => first('requests?q=Y4-034', rest);
  return {
    [`${desk}/requests/:id/offers`]: open('/offers'),
    [`${desk}/requests/:id/offers/new`]: open('/offers/new'),
    [`${desk}/requests/:id/candidates`]: open('/candidates'),
    [`${desk}/requests/:id/plan`]: planned('/plan'),
    [`${desk}/requests/:id/plan/edit`]: planned('/plan/edit'),
    [`${desk}/requests/:id/plan/meetings/new`]: planned('/plan/meetings/new'),
    [`${desk}/requests/:id/plan/meetings/:meeting`]: {
      role: 'chief',
      open: async (page) => {
        await planned('/plan').open(page);
        await page.locator('main a[href*="/plan/meetings/"]').first().click();
      },
    },
    [`${desk}/requests/:id/decision`]: first('requests?q=Y4-035', '/decision'),
    [`${desk}/decisions`]: inDesk('decisions?view=all'),
  };
}
