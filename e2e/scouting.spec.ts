import { expect, expectAccessible, home, test } from './fixtures.ts';

test('a coordinator records a visit on a phone in one short form, and finds it in the month', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('coordinator');
  await page.goto(`${home}/scouting`);
  await page.getByRole('link', { name: '訪問を記録する' }).click();
  await expect(page.getByLabel(/^訪問日/u)).toHaveValue('2022/11/30');
  await expect(page.getByLabel(/^市区町村/u)).not.toHaveValue('');
  await expect(page.getByLabel(/^コーディネーター/u)).toBeHidden();
  await expectAccessible(page);
  await page.getByLabel(/^訪問先/u).fill('架空つばめ鋳造');
  await page.getByLabel(/^市区町村/u).fill('周南市');
  await page.getByLabel(/^必要な職種/u).fill('鋳造;電気溶接');
  await page.getByLabel(/^聞いたこと/u).fill('鋳型の作り方を若手に教えたい。');
  await page.getByText('候補者と次にすること').click();
  await page.getByLabel(/^候補者/u).fill('架空 実（鋳造1級）');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: '登録する' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('架空つばめ鋳造への訪問');
  await expect(page.getByText('架空 実（鋳造1級）')).toBeVisible();
  await expect(page.getByText('周南市（352152）')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${home}/scouting/calendar`);
  await expect(page.getByRole('link', { name: '架空つばめ鋳造' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '架空つばめ鋳造' }).click();
  await page.getByText('候補者を認定申請に登録する').click();
  await page.getByLabel(/^氏名/u).fill('架空 実');
  await page.getByLabel(/^フリガナ/u).fill('カクウ ミノル');
  await page.getByLabel(/^職種/u).fill('鋳造');
  await expectAccessible(page);
  await page.getByRole('button', { name: '登録して認定申請を開く' }).click();
  await expect(page).toHaveURL(/\/certifications\/[0-9a-f-]{36}$/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('架空 実');
});

test('what is wrong opens its fold, and nothing typed is lost', async ({ page, signIn }) => {
  await signIn('coordinator');
  await page.goto(`${home}/scouting/new`);
  await page.getByLabel(/^訪問先/u).fill('架空すずめ工業');
  await page.getByText('候補者と次にすること').click();
  await page.getByLabel(/^次にする日/u).fill('2022/11/1');
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('region', { name: /誤りがあります/u })).toContainText('次にすること');
  await expect(page.getByLabel(/^次にする日/u)).toBeVisible();
  await expect(page.getByLabel(/^訪問先/u)).toHaveValue('架空すずめ工業');
});

test('the shortage board leads to leads, a lead to a planned visit, and the day to its route', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/shortage`);
  await expectAccessible(page);
  const ranks = page.getByRole('table', { name: '次に開拓する職種と地域' });
  await expect(ranks.getByRole('row').nth(1)).toContainText('すぐ派遣できる人は');
  const cells = page.getByRole('table', { name: '職種と地域ごとの要請と人数' });
  const figure = cells.locator('tbody').getByRole('link').first();
  const count = Number(await figure.innerText());
  await figure.click();
  await expect(page.getByRole('main').locator('tbody').getByRole('row')).toHaveCount(count);

  await page.goto(`${home}/scouting/leads?state=untouched`);
  await expectAccessible(page);
  const lead = page.getByRole('main').locator('tbody').getByRole('link').first();
  const name = await lead.innerText();
  await lead.click();
  await page.getByLabel(/^訪問日/u).fill('2022/12/20');
  await page.getByRole('button', { name: '訪問を予定する' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}への訪問`);
  await expect(page.getByText('訪問の予定です。')).toBeVisible();
  await page.goto(`${home}/scouting/route?day=2022-12-20`);
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expect(page.getByText('出発：山口市')).toBeVisible();
  await expectAccessible(page);
});
