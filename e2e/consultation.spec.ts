import { expect, expectAccessible, home, test } from './fixtures.ts';

test('the form of a consultation is open to everybody, and says what is missing [A11-01]', async ({ page, signIn }) => {
  await signIn('clerk');
  await page.goto(`${home}/consultations/new`);
  await page.getByRole('button', { name: '記録する' }).click();
  await expect(page.getByRole('link', { name: /相談の内容が入力されていません/u })).toBeVisible();
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a phone call is recorded and becomes a request without retyping; each leads to the other [Y4-07]', async ({
    page,
    signIn,
  }) => {
    await signIn('clerk');
    await page.goto(`${home}/organizations`);
    const host = page.locator('main table a[href*="/organizations/"]').first();
    const hostName = await host.innerText();
    await host.click();
    const hostNumber = /[A-Z]-\d+/u.exec(await page.getByRole('main').innerText())?.[0] ?? '';

    await page.getByRole('link', { name: '相談', exact: true }).click();
    await page.getByRole('link', { name: '相談を記録する' }).click();
    await page.getByRole('radio', { name: '企業' }).check();
    await page.getByLabel('受付の方法').selectOption('電話');
    await page.getByLabel(/^相談者(?!の)/u).fill(hostName);
    await page.getByLabel(/^担当者/u).fill('架空 花子');
    await page.getByLabel(/^電話/u).fill('083-000-0199');
    await page.getByLabel(/^派遣先番号/u).fill(hostNumber);
    await page.getByRole('checkbox', { name: '実技指導' }).check();
    await page.getByLabel(/^職種/u).fill('機械加工');
    await page.getByLabel(/^相談の内容/u).fill('若手に旋盤の段取りを教えたい');
    await page.getByLabel(/^次に連絡する日/u).fill('2022/12/05');
    await page.getByRole('button', { name: '記録する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('相談 K2022-');
    const consultation = page.url();

    await page.getByRole('link', { name: '派遣要請にする' }).click();
    await expect(page.getByLabel(/^派遣先番号/u)).toHaveValue(hostNumber);
    await expect(page.getByLabel(/^職種/u)).toHaveValue('機械加工');
    await expect(page.getByLabel(/^内容/u)).toHaveValue('若手に旋盤の段取りを教えたい');
    await expect(page.getByLabel(/^担当者の電話/u)).toHaveValue('083-000-0199');
    await page.getByLabel(/^希望回数/u).fill('3');
    await page.getByLabel(/^受講予定者数/u).fill('4');
    await page.getByLabel(/^候補日/u).fill('2023-01-16〜2023-03-10');
    await page.getByRole('button', { name: '派遣要請を登録する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('派遣要請 R2022-');
    await expect(page.getByRole('main')).toContainText('架空 花子');

    await page.getByRole('link', { name: '相談を開く' }).click();
    await expect(page).toHaveURL(consultation);
    await expect(page.getByRole('main')).toContainText('要請にした');
    await expect(page.getByRole('link', { name: '派遣要請にする' })).toHaveCount(0);
    await page.getByRole('link', { name: '派遣要請を開く' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('派遣要請 R2022-');
  });
});
