import type { Page } from '@playwright/test';
import { expect, expectAccessible, home, test } from './fixtures.ts';

/** Fills the public form as a firm does, up to the page that shows every value again. */
async function fillApplication(page: Page): Promise<void> {
  await page.getByLabel('団体の区分').selectOption('中小企業');
  await page.getByLabel('団体の名称').fill('株式会社架空切削');
  await page.getByLabel('所在地の市区町村').selectOption('山口市');
  await page.getByLabel('担当者', { exact: false }).first().fill('架空 花子');
  await page.getByLabel('担当者の電話').fill('083-000-0199');
  await page.getByLabel('担当者のメール').fill('sessaku@example.co.jp');
  await page.getByLabel('事業区分').selectOption('実技指導');
  await page.getByLabel('職種').selectOption('機械加工');
  await page.getByLabel('希望する回数').fill('3');
  await page.getByLabel('候補日').fill('2023-01-16〜2023-03-10');
  await page.getByLabel('受講予定者数').fill('5');
  await page.getByRole('radio', { name: '受けない' }).check();
  await page.getByRole('checkbox', { name: /同意します/u }).check();
  await page.getByRole('button', { name: '入力内容を確認する' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申込みの内容の確認');
}

test('the page that shows an application again is open to everybody [A11-01]', async ({ page }) => {
  await page.goto('/apply/35');
  await fillApplication(page);
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a firm without an account applies, and staff take it into a request without retyping [FRM-30]', async ({
    page,
    signIn,
  }) => {
    await page.goto('/apply/35');
    await page.getByRole('button', { name: '入力内容を確認する' }).click();
    await expect(page.getByRole('link', { name: /団体の名称/u })).toBeVisible();
    await fillApplication(page);
    await page.getByRole('button', { name: '「希望する回数」を修正する' }).click();
    await expect(page.getByLabel('希望する回数')).toBeInViewport();
    await page.getByLabel('希望する回数').fill('4');
    await page.getByRole('button', { name: '入力内容を確認する' }).click();
    // Sent sooner than anybody reads it, the form asks to be sent again.
    await expect(async () => {
      await page.getByRole('button', { name: '申し込む' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('申込みを受け付けました', { timeout: 1000 });
    }).toPass();
    const status = page.url();
    const number = /A\d{8}-\d{4}/u.exec(await page.getByRole('main').innerText())?.[0] ?? '';

    await signIn('officer');
    await page.goto(`${home}/applications?state=new`);
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('button', { name: '要請にする' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('派遣要請 R2022-');
    await expect(page.getByRole('main')).toContainText('株式会社架空切削');
    await expect(page.getByRole('main')).toContainText('申込みフォーム');
    await expect(page.getByRole('main')).toContainText('4回');
    await expect(page.getByRole('main')).toContainText('派遣の基準による判定');
    await page.goto(status);
    await expect(page.getByRole('main')).toContainText('派遣の要請として受け付けました');
  });
});

test('another site cannot send the form, and a flood of it keeps nothing and stops nobody [SEC-08, SEC-16]', async ({
  request,
}) => {
  const form = { step: 'send', website: '', stamp: '35.0.x.y' };
  const foreign = await request.post('/apply/35', { form, headers: { origin: 'https://evil.example' } });
  expect(foreign.status()).toBeGreaterThanOrEqual(400);
  const floods = Array.from({ length: 300 }, () => request.post('/apply/35', { form }));
  const page = await request.get('/sign-in');
  expect(page.status()).toBe(200);
  for (const flood of await Promise.all(floods)) expect(flood.status()).toBeGreaterThanOrEqual(400);
  const again = await request.get('/apply/35');
  expect(again.status()).toBe(200);
  expect(again.headers()['content-security-policy']).not.toContain('unsafe-inline');
});
