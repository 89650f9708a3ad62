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

test('three Tuesdays are shown one by one before they are made, all together', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/visits?status=planned`);
  const row = page.locator('main table tbody tr').first();
  await row.locator(`a[href^="${home}/visits/"]`).first().click();
  const termOf = (name: string) =>
    page.locator('dt', { hasText: name }).first().locator('xpath=following-sibling::dd[1]');
  const numberIn = async (name: string) => /（(.+)）/u.exec(await termOf(name).innerText())?.[1] ?? '';
  const [host, instructor, trade] = [
    await numberIn('派遣先'),
    await numberIn('マイスター等'),
    await termOf('職種').innerText(),
  ];
  await page.goto(`${home}/visits`);
  await page.getByRole('link', { name: '派遣をまとめて登録' }).click();
  await page.getByLabel(/^派遣先番号/u).fill(host);
  await page.getByLabel(/^登録番号/u).fill(instructor);
  await page.getByLabel(/^職種/u).fill(trade);
  await page.getByLabel(/^事業区分/u).selectOption({ index: 1 });
  await page.getByLabel(/^開始日/u).fill('R4.12.28');
  await page.getByLabel(/^曜日/u).selectOption('火曜日');
  await page.getByLabel(/^回数/u).fill('3');
  await page.getByLabel(/^開始(?!日)/u).fill('19:00');
  await page.getByLabel(/^終了/u).fill('20:00');
  await page.getByLabel(/^受講者数/u).fill('6');
  await page.getByRole('button', { name: '登録する日を確かめる' }).click();
  await expect(page.getByText('2023/01/03（火） 実施日は閉所日（年末年始）です')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveText(['2023/01/10（火）', '2023/01/17（火）', '2023/01/24（火）']);
  await expectAccessible(page);
  await page.getByRole('button', { name: '3件をまとめて登録する' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('週の予定');
  await expect(page.getByText('19:00〜20:00')).toBeVisible();
});
