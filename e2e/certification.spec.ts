import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';

/** Opens the form of a step, fills in what it asks for beyond today's day, and takes the step. */
async function take(page: Page, label: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('link', { name: label, exact: true }).click();
  await fill();
  await page.getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByRole('heading', { name: label, exact: true })).toBeHidden();
}

async function fillApplication(page: Page): Promise<void> {
  await page.getByLabel(/^部門/u).selectOption({ label: '一般' });
  for (const [label, value] of [
    [/^申請日/u, 'R4.11.21'],
    [/^生年/u, '昭和45年'],
    [/^勤務先/u, '架空精機株式会社'],
    [/^郵便番号/u, '753-0000'],
    [/^市区町村コード/u, '352039'],
    [/^住所/u, '架空町1-1'],
    [/^電話/u, '083-000-9999'],
    [/^根拠の内容/u, '1級 機械加工（普通旋盤作業）'],
    [/^根拠の日/u, '2005/10/01'],
    [/^実務の開始日/u, '1992/04/01'],
    [/^実技指導の開始日/u, '2012/04/01'],
    [/^実技指導の経験/u, '社内の若手に旋盤の検定課題を指導'],
    [/^推薦者の氏名/u, '架空 花子'],
    [/^推薦者との関係/u, '代表取締役'],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByLabel(/^認定の根拠/u).selectOption({ label: '技能検定 特級・1級・単一等級' });
  await page.getByLabel(/^推薦者の区分/u).selectOption({ label: '勤務先の長（事業主・所属長）' });
  await page.getByLabel(/^職業訓練指導員免許/u).selectOption({ label: '持っていない' });
  await page.getByLabel(/^公開への同意/u).selectOption({ label: '可' });
}

async function attach(page: Page, kind: string): Promise<void> {
  const buffer = Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${kind})>>endobj\ntrailer<<>>\n%%EOF\n`);
  await page.getByLabel(/^書類の種類/u).selectOption({ label: kind });
  await page.getByLabel(/^ファイル/u).setInputFiles({ name: `${kind}.pdf`, mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: '書類を追加する' }).click();
  await expect(page.getByRole('link', { name: `${kind}.pdfをダウンロード` })).toBeVisible();
}

test('a candidate is scouted, applies, is checked, bundled, sent and certified, and stands in the ledger', async ({
  page,
  signIn,
}) => {
  await signIn('chief');
  await page.goto(`${home}/certifications`);
  await page.getByRole('main').getByRole('link', { name: '候補者を登録する' }).first().click();
  await page.getByLabel(/^職種/u).fill('機械加工');
  await page.getByLabel(/^氏名/u).fill('架空 太一');
  await page.getByLabel(/^フリガナ/u).fill('かくう たいち');
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '架空 太一' })).toBeVisible();
  await take(page, '申請書の作成を始める');

  await page.getByRole('link', { name: '受け付ける', exact: true }).click();
  await page.getByRole('button', { name: '受け付ける', exact: true }).click();
  await expect(page.getByText(/次のものが足りません/u).first()).toBeVisible();
  await page.getByRole('link', { name: '編集する' }).click();
  await fillApplication(page);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('link', { name: '証拠書類' }).click();
  const missing = page.getByText('まだ必要な書類');
  await expect(missing).toBeVisible();
  await attach(page, '資格・技能検定の証書');
  await expect(missing).toBeVisible();
  await attach(page, '推薦書');
  await expect(missing).toBeHidden();
  await page.getByRole('link', { name: '申請に戻る' }).click();
  await take(page, '受け付ける');
  await take(page, '面談を行うことにする');
  await take(page, '面談を終える');
  await page.getByRole('link', { name: '編集する' }).click();
  await page.getByLabel(/^コーナーの判断/u).selectOption({ label: '指導できる' });
  await page.getByRole('button', { name: '保存する' }).click();

  const verdicts = page.getByRole('table', { name: '認定基準の確認' }).locator('tbody').getByRole('row');
  await expect(verdicts).toHaveCount(6);
  for (const verdict of await verdicts.all()) await expect(verdict).toContainText('満たす');
  const application = new URL(page.url()).pathname;
  await page.goto(`${home}/certification-batches/new`);
  await page.getByLabel(/^回/u).fill('8');
  await page.getByLabel(/^締切日/u).fill('R4.12.16');
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('checkbox', { name: /架空 太一/u }).check();
  await page.getByRole('button', { name: '選んだ申請を入れる' }).click();
  await page.goto(application);
  await expect(page.getByRole('link', { name: '編集する' })).toBeHidden();
  await page.getByRole('link', { name: '入っている取りまとめ' }).click();
  await page.getByRole('button', { name: '送付したことを記録する' }).click();
  await page.goto(application);
  await take(page, '審査を始める');
  await take(page, '認定を記録する', async () => {
    await page.getByLabel(/^登録番号/u).fill('M-999');
    await page.getByLabel(/^認定年月日/u).fill('R4.11.30');
    await page.getByRole('radio', { name: '未受講' }).check();
  });

  await page.getByRole('link', { name: 'M-999 を見る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '架空 太一' })).toBeVisible();
  await expect(page.getByText('未受講').first()).toBeVisible();
});
