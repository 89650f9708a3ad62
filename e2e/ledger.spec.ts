import { expect, expectAccessible, home, test } from './fixtures.ts';
import { fillForm } from './pages/record-form.ts';

const person = {
  種別: 'ものづくりマイスター',
  氏名: '𠮷澤 匠',
  フリガナ: 'ヨシザワ タクミ',
  生年: '1955',
  職種: '機械加工',
  市区町村コード: '352039',
};

test('somebody entered twice is noticed, merged, and found by both numbers', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/instructors/new`);
  await fillForm(page, { ...person, 登録番号: 'M-9001' });
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '𠮷澤 匠' })).toBeVisible();

  await page.goto(`${home}/instructors/new`);
  await fillForm(page, { ...person, 氏名: '吉沢 匠', フリガナ: 'よしざわたくみ', 登録番号: 'M-9002' });
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByText('同じ人かもしれない登録が1件あります')).toBeVisible();
  await expect(page.getByRole('link', { name: 'M-9001' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '吉沢 匠' })).toBeVisible();

  await page.goto(`${home}/instructors/duplicates`);
  const pair = page.getByRole('row').filter({ hasText: 'M-9001' }).filter({ hasText: 'M-9002' });
  await expectAccessible(page);
  await pair.getByRole('link', { name: '比べて統合する' }).click();
  await expect(page.getByRole('columnheader', { name: '統合後' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '統合する' }).click();
  await expect(page.getByText('統合する理由を入力してください').first()).toBeVisible();
  await page.getByLabel(/^統合する理由/u).fill('同じ人を2回登録していたため');
  await page.getByRole('button', { name: '統合する' }).click();
  await expect(page.getByRole('heading', { name: '統合した記録' })).toBeVisible();
  await expectAccessible(page);

  const survivor = page.url();
  for (const query of ['M-9001', 'M-9002', '吉沢', 'ヨシザワ', 'よし']) {
    await page.goto(`${home}/instructors?q=${encodeURIComponent(query)}`);
    await expect(page.locator(`main table a[href="${new URL(survivor).pathname}"]`)).toHaveCount(1);
  }
});
