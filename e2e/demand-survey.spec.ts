import { expect, home, test } from './fixtures.ts';
import { readQrCode } from './pages/read-qr-code.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a survey goes out on paper with its QR code, is answered by link and by FAX, and a wish becomes a request [A7-05]', async ({
    page,
    signIn,
  }) => {
    await signIn('officer');
    await page.goto('/35/2023/demand-surveys');
    await page.getByRole('link', { name: '調査を作る' }).first().click();
    await page.getByLabel(/^調査の名称/u).fill('架空の派遣希望調査');
    await page.getByLabel(/^回答の期限/u).fill('2022/12/20');
    await page.getByRole('checkbox', { name: '高等学校等' }).check();
    await page.getByRole('button', { name: '作る' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('派遣希望調査 D2023-1');
    const survey = page.url();

    await page.getByRole('link', { name: '調査先を選ぶ' }).first().click();
    await page.getByRole('button', { name: /件を調査先に加える$/u }).click();
    await page.getByRole('button', { name: '調査を始める' }).click();
    await page.getByLabel('送付の方法').selectOption('郵送');
    await page.getByRole('button', { name: '送付を記録する' }).click();
    await expect(page.getByText(/件の送付を記録しました/u)).toBeVisible();

    await page.getByRole('link', { name: '調査票を印刷する' }).click();
    const sheet = page.locator('article[data-sheet]').first();
    await expect(sheet).toContainText('調査票番号 D2023-1-0001');
    const address = await readQrCode(sheet.getByRole('img', { name: /QRコード/u }));
    await expect(sheet).toContainText(address);

    await page.context().clearCookies();
    await page.goto(new URL(address).pathname);
    await page.getByRole('radio', { name: '派遣を希望する' }).check();
    const first = page.getByRole('group', { name: '希望1', exact: true });
    await first.getByLabel(/^職種/u).selectOption('機械加工');
    await first.getByLabel(/^希望回数/u).fill('4');
    await first.getByRole('checkbox', { name: '6月' }).check();
    await first.getByRole('checkbox', { name: '7月' }).check();
    await first.getByLabel(/^人数/u).fill('12');
    await page.getByRole('button', { name: '確認へ進む' }).click();
    await expect(page.getByRole('link', { name: /担当者/u })).toBeVisible();
    await page.getByLabel(/^担当者/u).fill('架空 花子');
    await page.getByRole('button', { name: '確認へ進む' }).click();
    await expect(page.getByText('6月、7月')).toBeVisible();
    await page.getByRole('button', { name: 'この内容で回答する' }).click();
    await expect(page.getByText(/受付番号 H20221130-/u)).toBeVisible();

    await signIn('clerk');
    await page.goto(`${survey}?state=sent`);
    await page.locator('main table a').first().click();
    await page.getByRole('link', { name: '回答を入力する' }).click();
    await page.getByRole('radio', { name: 'この年度は希望しない' }).check();
    await page.getByRole('button', { name: '回答を保存する' }).click();
    await expect(page.getByRole('main')).toContainText('FAX（入力');

    await page.goto(survey);
    await page.getByRole('link', { name: '結果を見る' }).click();
    const cells = page.getByRole('table', { name: '職種・地域・月ごとの希望' });
    await expect(cells.getByRole('row')).toHaveCount(2);
    await cells
      .getByRole('row', { name: /機械加工/u })
      .getByRole('link')
      .first()
      .click();
    await page.locator('main table a').first().click();
    await page.getByRole('link', { name: '派遣要請にする' }).click();
    await expect(page.getByLabel(/^候補日/u)).toHaveValue('2023-06-01〜2023-07-31');
    await expect(page.getByLabel(/^受講予定者数/u)).toHaveValue('12');
    await page.getByRole('button', { name: '派遣要請を登録する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('派遣要請 R2023-');
    await page.getByRole('link', { name: '調査の回答を開く' }).click();
    await expect(page.getByRole('link', { name: /^R2023-/u })).toBeVisible();

    await page.goto('/35/2022/shortage');
    const board = page.getByRole('table', { name: '職種と地域ごとの要請・希望と人数' });
    await board
      .getByRole('link', { name: /回（\d+件）$/u })
      .first()
      .click();
    await page.locator('main table a').first().click();
    await expect(page).toHaveURL(new RegExp(`^[^?]*${home}/demand-surveys/[^/]+/recipients/`, 'u'));
  });
});
