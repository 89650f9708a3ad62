import type { Page } from '@playwright/test';
import { expect, givePassword, home } from '../fixtures.ts';

/** Somebody who was added a moment ago and signs in for the first time. */
export async function openOwnPassword(page: Page): Promise<void> {
  const email = `new-${Date.now()}@example.jp`;
  await givePassword(page, 'chief');
  await page.goto(`${home}/settings/accounts/new`);
  await page.getByLabel('氏名').fill('架空 新');
  await page.getByLabel('メール').fill(email);
  await page.getByLabel('職員', { exact: true }).check();
  await page.getByRole('button', { name: '追加する' }).click();
  const password = await page.locator('dd .font-mono').innerText();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('メール').fill(email);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'サインインする' }).click();
  await expect(page).toHaveURL(/\/account\/password/u);
}
