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
  await pair.getByText('別人として記録', { exact: true }).first().click();
  await pair.getByRole('button', { name: '別人として記録' }).click();
  await expect(page.getByRole('link', { name: /^別人とする理由を入力してください/u })).toBeVisible();
  await expectAccessible(page);
  await pair.getByLabel(/^別人とする理由/u).fill('本人に電話で確かめた');
  await pair.getByRole('button', { name: '別人として記録' }).click();
  await expect(page.getByText('別人として記録しました。')).toBeVisible();
  await expect(pair.getByText('本人に電話で確かめた')).toBeVisible();
  await expect(pair.getByRole('link', { name: '比べて統合する' })).toHaveCount(0);
  await expectAccessible(page);
  await pair.getByRole('button', { name: /取り消す$/u }).click();
  await expect(page.getByText('別人の記録を取り消しました。')).toBeVisible();
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

test('a selection is kept under a name, used again and forgotten; the rows stand closer or wider', async ({
  page,
  signIn,
}) => {
  await signIn('clerk');
  await page.goto(`${home}/instructors?kind=meister&sort=dormant`);
  await page.getByText('この条件を保存', { exact: true }).click();
  await page.getByLabel(/^条件の名前/u).fill('活動の古いマイスター');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const kept = page.getByRole('list', { name: '保存した条件' }).getByRole('link', { name: '活動の古いマイスター' });
  await expect(kept).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);

  await page.goto(`${home}/instructors`);
  await kept.click();
  await expect(page).toHaveURL(/kind=meister&sort=dormant/u);
  await expect(page.getByRole('list', { name: '適用中の条件' })).toContainText('種別：ものづくりマイスター');

  const rows = page.locator('main table[data-rows]').first();
  await page.getByRole('button', { name: '標準' }).click();
  await expect(rows).toHaveAttribute('data-rows', 'normal');
  await page.goto(`${home}/visits`);
  await expect(rows).toHaveAttribute('data-rows', 'normal');
  await page.getByRole('button', { name: '詰める' }).click();
  await expect(rows).toHaveAttribute('data-rows', 'dense');

  await page.goto(`${home}/filters`);
  await expectAccessible(page);
  await page.getByRole('button', { name: '「活動の古いマイスター」を消す' }).click();
  await expect(page.getByText('保存した条件はありません')).toBeVisible();
});
