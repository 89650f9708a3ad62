import type { Page } from '@playwright/test';
import { expect, home } from '../fixtures.ts';
import type { HttpDesk } from '../http-desk.ts';
import type { Sample } from './sample.ts';

const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const planIn = new RegExp(`/assignment/(${uuid})"`, 'u');

/** Identities of an 割当案 with a calculation, by the words of its addresses; it is calculated where the data has none. */
export async function findAssignmentSample(
  send: HttpDesk['send'],
  cookie: string,
): Promise<Readonly<Record<string, string>>> {
  const list = '/35/2022/assignment';
  if (!planIn.test((await send(list, { cookie })).text)) await send(list, { cookie, form: { intent: 'begin' } });
  await expect.poll(async () => planIn.test((await send(list, { cookie })).text), { timeout: 60_000 }).toBe(true);
  const [, plan = ''] = planIn.exec((await send(list, { cookie })).text) ?? [];
  const { text } = await send(`${list}/${plan}`, { cookie });
  const [, run = ''] = new RegExp(`/runs/(${uuid})"`, 'u').exec(text) ?? [];
  const [, request = ''] = new RegExp(`/requests/(${uuid})"`, 'u').exec(text) ?? [];
  return { ':planId': plan, ':runId': run, ':requestId': request };
}

/** Opens the board of the 基本案, which is calculated where the data has none. */
export async function openBoard(page: Page): Promise<string> {
  await page.goto(`${home}/assignment`);
  const begin = page.getByRole('button', { name: '基本案を作って計算する' });
  if (await begin.isVisible()) {
    await begin.click();
    await page.getByRole('link', { name: /提案を見る/u }).click({ timeout: 60_000 });
  } else {
    await page.getByRole('link', { name: /^基本案の提案を見る/u }).click();
  }
  return page.url();
}

const onBoard = (open: (page: Page, board: string) => Promise<unknown>): Sample => ({
  role: 'chief',
  open: async (page) => open(page, await openBoard(page)),
});

/** The pages of the year's assignment. */
export function assignmentSamples(desk: string): Readonly<Record<string, Sample>> {
  return {
    [`${desk}/assignment`]: onBoard((page) => page.goto(`${home}/assignment`)),
    [`${desk}/assignment/:planId`]: onBoard(async () => {}),
    [`${desk}/assignment/:planId/settings`]: onBoard((page, board) => page.goto(`${board}/settings`)),
    [`${desk}/assignment/:planId/adopt`]: onBoard((page, board) => page.goto(`${board}/adopt?all=1`)),
    [`${desk}/assignment/:planId/runs/:runId`]: onBoard((page) =>
      page.getByRole('link', { name: '計算の記録を見る' }).click(),
    ),
    [`${desk}/assignment/:planId/requests/:requestId`]: onBoard((page) =>
      page
        .getByRole('link', { name: /理由と変更/u })
        .first()
        .click(),
    ),
  };
}
