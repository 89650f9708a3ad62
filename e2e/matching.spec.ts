import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { numberIn } from './pages/status-page.ts';

// NC 旋盤 for three firms of a cooperative: five sessions wished, none planned.
const REQUEST = 'Y4-049';
const WISHED = 5;

test('an open request leads to ranked instructors with their reasons, to their days, and to planned visits', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/requests?status=open`);
  await page.getByRole('main').getByRole('link', { name: REQUEST, exact: true }).click();
  await expect(page.getByText(`あと${WISHED}回分のマイスター等と日が決まっていません`)).toBeVisible();
  const request = page.url();
  await page.getByRole('link', { name: 'マイスター等を選ぶ', exact: true }).click();

  const candidates = page.getByRole('table', { name: /^候補 \d+人$/u });
  const rows = candidates.locator('tbody').getByRole('row');
  expect(await rows.count()).toBeGreaterThan(1);
  await expectRankedByReasons(page);
  const excluded = page.getByRole('table', { name: '候補にならない人' });
  await expect(excluded).toBeHidden();
  await page.getByText(/^候補にならない人（\d+人）$/u).click();
  await expect(excluded).toContainText(
    '実技指導を担当できるのはものづくりマイスター・熟練技能者です（シニアアドバイザー）',
  );
  for (const person of await excluded.locator('tbody').getByRole('row').all())
    expect(await person.getByRole('listitem').count()).toBeGreaterThan(0);

  const chosen = await rows.first().getByRole('rowheader').getByRole('link').innerText();
  await page.getByRole('link', { name: `${chosen}：この人を選ぶ` }).click();
  const days = page.getByRole('group', { name: '派遣する日' });
  await expect(days.getByRole('checkbox', { checked: true })).toHaveCount(WISHED);
  await days.getByRole('checkbox', { checked: true }).last().uncheck();
  const ticked = await days
    .locator('label:has(input:checked)')
    .evaluateAll((labels) => labels.map((label) => label.textContent?.trim() ?? ''));
  await page.getByLabel(/^開始/u).fill('13:30');
  await page.getByRole('button', { name: 'この日で割り当てる' }).click();

  await expect(page).toHaveURL(request);
  await expect(page.getByText('あと1回分のマイスター等と日が決まっていません')).toBeVisible();
  const assigned = page.getByRole('listitem').filter({ hasText: '割当（画面）' });
  await expect(assigned.first()).toContainText(/登録番号.*M-\d+.*派遣番号.*V2022-\d+、/su);
  const visits = page.getByRole('table', { name: 'この要請の派遣' }).locator('tbody').getByRole('row');
  await expect(visits).toHaveCount(WISHED - 1);
  for (const [index, visit] of (await visits.all()).entries()) {
    await expect(visit).toContainText(ticked[index] ?? 'no day');
    await expect(visit).toContainText(chosen);
    await expect(visit).toContainText('予定');
    await expect(visit).toContainText('13:30');
  }
});

test('more days than are wished are refused, and nothing is planned', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/requests?q=Y4-047`);
  await page.getByRole('main').getByRole('link', { name: 'Y4-047', exact: true }).click();
  const request = page.url();
  await page.getByRole('link', { name: 'マイスター等を選ぶ', exact: true }).click();
  await page
    .getByRole('link', { name: /：この人を選ぶ$/u })
    .first()
    .click();
  const days = page.getByRole('group', { name: '派遣する日' });
  await days.getByRole('checkbox', { checked: false }).first().check();
  await page.getByRole('button', { name: 'この日で割り当てる' }).click();
  await expect(page.getByText('選んだ日は5日ですが、割り当てられるのはあと4回分です。').first()).toBeVisible();
  await page.goto(request);
  await expect(page.getByText('派遣の予定はまだありません')).toBeVisible();
});

/** The rows stand in the order of their points, and the parts that are shown of each add up to them. */
async function expectRankedByReasons(page: Page): Promise<void> {
  const rows = await page
    .getByRole('table', { name: /^候補 \d+人$/u })
    .locator('tbody')
    .getByRole('row')
    .all();
  const points: number[] = [];
  for (const row of rows) {
    const score = row.locator('details');
    await score.locator('summary').click();
    const shown = await score.locator('summary').innerText();
    const parts = await score.locator('ul').first().getByRole('listitem').allInnerTexts();
    const [total] = /[\d.]+/u.exec(shown) ?? [];
    const sum = parts.reduce((all, part) => all + Number(/：([\d.]+)\/[\d.]+点$/u.exec(part)?.[1]), 0);
    expect(sum).toBeCloseTo(Number(total), 5);
    expect(await score.locator('ul').nth(1).getByRole('listitem').count()).toBeGreaterThan(3);
    points.push(Number(total));
    await score.locator('summary').click();
  }
  expect(points).toEqual(points.toSorted((one, other) => other - one));
  const ranks = await Promise.all(rows.map(async (row) => numberIn(await row.getByRole('cell').first().innerText())));
  expect(ranks).toEqual(rows.map((_, index) => index + 1));
}
