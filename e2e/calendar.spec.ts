import { expect, expectAccessible, home, test } from './fixtures.ts';

test('from the month to a visit, which is put in charge of somebody, moved with a reason, and stands on the new day sheet', async ({
  page,
  signIn,
}) => {
  await signIn('coordinator');
  await page.goto(`${home}/visits/calendar?month=2022-12`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('令和4年12月');
  await expectAccessible(page);
  const visit = page.locator(`main ol a[href^="${home}/visits/"]:not([href*="visits/day"])`).first();
  const host = await visit.innerText();
  await visit.click();

  await page.getByLabel('担当').selectOption({ index: 1 });
  await page.getByRole('button', { name: '担当を決める' }).click();
  const section = page.locator('section', { has: page.getByRole('heading', { name: '担当' }) });
  await expect(section.locator('p').first()).not.toHaveText('決まっていません');

  const address = page.url();
  await page.getByText('日時を変更する', { exact: true }).first().click();
  await page.getByRole('button', { name: '日時を変更する' }).click();
  await expect(page.getByRole('link', { name: /^新しい実施日が入力されていません/u })).toBeVisible();
  await page.getByLabel(/^新しい実施日/u).fill('2022/12/29');
  await page.getByLabel(/^開始/u).fill('16:10');
  await page.getByLabel(/^終了/u).fill('16:40');
  await page.getByLabel(/^変更の区分/u).selectOption('天候');
  await page.getByLabel(/^変更の理由/u).fill('大雪の予報のため');
  await page.getByRole('button', { name: '日時を変更する' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByText('天候：大雪の予報のため')).toBeVisible();
  await expect(page.getByText(/→ 2022\/12\/29（木） 16:10〜16:40/u)).toBeVisible();

  await page.goto(`${home}/visits/day?day=R4.12.29`);
  await expect(page.getByRole('main')).toContainText('実施日は閉所日');
  await expect(page.getByRole('link', { name: host })).toBeVisible();
  await expectAccessible(page);
});

test('on a phone the week is a list of the days that hold something', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn('officer');
  await page.goto(`${home}/visits/week?day=2022-12-05`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  const shown = page.locator('main ol[data-weeks] > li:visible');
  expect(await shown.count()).toBeGreaterThan(0);
  for (const day of await shown.all()) await expect(day.getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
});
