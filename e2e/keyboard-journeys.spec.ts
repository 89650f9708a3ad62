import type { Locator, Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';

/** More presses than these nobody makes to get somewhere on a page. */
const MOST_PRESSES = 60;

/** From the top of a page past header and navigation, as people who use no mouse begin. */
async function enterContent(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '本文へ移動' })).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Tab after Tab until a control has the focus, in the order of the page. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

async function write(page: Page, label: RegExp, text: string): Promise<void> {
  await reach(page, page.getByLabel(label));
  await page.keyboard.insertText(text);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a coordinator takes a visit to an application without a mouse [A11-07]', async ({ page, signIn }) => {
  await signIn('coordinator');
  await page.goto(`${home}/scouting`);
  await enterContent(page);
  await press(page, page.getByRole('link', { name: '訪問を記録する' }));
  await expect(page.getByRole('heading', { level: 1, name: '訪問を記録' })).toBeVisible();
  await enterContent(page);
  await press(page, button(page, '登録する'));
  await expect(page.getByRole('region', { name: /誤りがあります/u })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^訪問先/u)).toBeFocused();
  await write(page, /^訪問先/u, '架空つる溶接');
  await write(page, /^聞いたこと/u, '班長が溶接の1級を持つ。');
  await press(page, page.getByText('候補者と次にすること'));
  await write(page, /^候補者/u, '架空 鶴（電気溶接1級）');
  await press(page, button(page, '登録する'));
  await expect(page.getByRole('heading', { level: 1, name: '架空つる溶接への訪問' })).toBeVisible();

  await enterContent(page);
  await press(page, page.getByText('候補者を認定申請に登録する'));
  await write(page, /^氏名/u, '架空 鶴');
  await write(page, /^フリガナ/u, 'カクウ ツル');
  await write(page, /^職種/u, '電気溶接');
  await press(page, button(page, '登録して認定申請を開く'));
  await expect(page.getByRole('heading', { level: 1, name: '架空 鶴' })).toBeVisible();
});

test('an officer enters who comes to a course without a mouse [A11-07]', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/courses`);
  await enterContent(page);
  await press(page, page.getByRole('link', { name: '2023/02/14（火）' }));
  await expect(page.getByRole('heading', { level: 1, name: /指導技法等講習/u })).toBeVisible();
  await enterContent(page);
  const asked = page.getByRole('checkbox', { name: /案内済み/u }).first();
  await press(page, asked, 'Space');
  await expect(asked).toBeChecked();
  await reach(page, page.getByLabel(/^記録すること/u));
  await page.keyboard.press('ArrowDown');
  await press(page, button(page, '選んだ人に記録する'));
  await expect(page.getByRole('table').getByText('案内済み')).toHaveCount(0);
});

test('the Center receives, checks and certifies without a mouse [A11-07]', async ({ page, signIn }) => {
  await signIn('center');
  await page.goto(`${home}/center/certifications`);
  await enterContent(page);
  await press(page, page.getByRole('button', { name: /第2回を受け取る/u }));
  await expect(page.getByRole('button', { name: /第2回を受け取る/u })).toHaveCount(0);
  await enterContent(page);
  await press(page, page.getByRole('link', { name: 'N2022-0005' }));
  await expect(page.getByRole('heading', { level: 1, name: /N2022-0005/u })).toBeVisible();
  await enterContent(page);
  await press(page, button(page, '審査を始める'));
  await expect(button(page, '認定する')).toBeVisible();
  await enterContent(page);
  await write(page, /^登録番号/u, 'M-997');
  await press(page, page.getByRole('radio', { name: /^未受講/u }), 'Space');
  await press(page, button(page, '認定する'));
  await expect(page.getByText('M-997')).toBeVisible();
  await expect(button(page, '認定する')).toHaveCount(0);
});
