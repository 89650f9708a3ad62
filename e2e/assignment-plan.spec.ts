import type { Page } from '@playwright/test';
import { expect, expectAccessible, home, test } from './fixtures.ts';
import { openBoard } from './pages/assignment-sample.ts';

test.use({ untouchedFor: 'assignment-plan' });

test('a year is calculated, one person is left out, another weight is compared, and a request is adopted as an offer', async ({
  page,
  signIn,
}) => {
  test.setTimeout(240_000);
  await signIn('chief');
  const board = await openBoard(page);
  await expect(page.getByText(/最善と証明|最善との差/u).first()).toBeVisible();

  await page
    .getByRole('link', { name: /理由と変更/u })
    .first()
    .click();
  const request = page.url();
  await expect(page.getByText(/^次点：/u).first()).toBeVisible();
  const name = await page.locator('main table').first().getByRole('rowheader').first().innerText();
  await page
    .getByRole('button', { name: new RegExp(`${name}：この人は外す`, 'u') })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: '外した人' })).toBeVisible();
  await page.getByRole('button', { name: '残りを計算し直す' }).click();
  await seeEnd(page);
  await page.goto(request);
  await expect(page.getByRole('rowheader', { name })).toHaveCount(0);

  await compareWithCopy(page);
  await adopt(page, board);
});

/** The progress shows itself anew until the calculation has ended. */
async function seeEnd(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /提案を見る/u })).toBeVisible({ timeout: 60_000 });
}

async function compareWithCopy(page: Page): Promise<void> {
  await page.goto(`${home}/assignment`);
  await page.locator('summary', { hasText: '複製して比べる' }).first().click();
  await page
    .getByRole('textbox', { name: /^写しの名前/u })
    .first()
    .fill('移動を重く見る案');
  await page.getByRole('button', { name: '写しを作る' }).first().click();
  await page.getByRole('textbox', { name: /^移動距離/u }).fill('9');
  await expectAccessible(page);
  await page.getByRole('button', { name: '条件を保存する' }).click();
  await expect(page.getByText('基本案との違い：移動距離の重み 1→9')).toBeVisible();
  await page.getByRole('button', { name: '移動を重く見る案を計算する' }).click();
  await seeEnd(page);
  await page.goto(`${home}/assignment`);
  await expect(page.getByRole('columnheader', { name: '移動を重く見る案' })).toBeVisible();
  await expect(page.getByText('最良').first()).toBeVisible();
}

async function adopt(page: Page, board: string): Promise<void> {
  await page.goto(board);
  // Not every request has come so far that it may be offered: of all of them, some are adopted and some are told why not.
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: '選んだ要請を採用する' }).click();
  await page.getByRole('button', { name: '採用する' }).click();
  await expect(page.getByRole('link', { name: /^返事の期限が入力されていません/u })).toBeVisible();
  await page.getByRole('textbox', { name: /^返事の期限/u }).fill('2022/12/2');
  await page.getByRole('button', { name: '採用する' }).click();
  await expect(page.getByRole('heading', { name: '採用の結果' })).toBeVisible();
  await page.getByRole('link', { name: '打診を見る' }).first().click();
  await expect(page).toHaveURL(/\/offers$/u);
  await expect(page.getByText('返事待ち').first()).toBeVisible();
}

test('the board is read as a list, a calendar, a map with its table, and what is left out, on a narrow screen too', async ({
  page,
  signIn,
}) => {
  await signIn('coordinator');
  const board = await openBoard(page);
  for (const view of ['list', 'calendar', 'map', 'unplaced']) {
    await page.goto(`${board}?view=${view}`);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  await page.goto(`${board}?view=map`);
  await expect(page.getByRole('img', { name: /派遣の地図/u })).toBeVisible();
  await expect(page.getByRole('table', { name: '地図と同じ数値' })).toBeVisible();
});
