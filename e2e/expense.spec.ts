import { enterAsInstructor } from './pages/addresses.ts';
import { expect, home, test } from './fixtures.ts';

/** The fields of a transfer file that say who gets what, as a bank reads them. */
function readTransfers(bytes: Buffer) {
  const records = new TextDecoder('shift_jis').decode(bytes).split('\r\n').slice(0, -1);
  expect(records.every((record) => record.length === 120)).toBe(true);
  const trailer = records.at(-2) ?? '';
  return {
    payday: records[0]?.slice(54, 58),
    amounts: records.slice(1, -2).map((record) => Number(record.slice(80, 90))),
    count: Number(trailer.slice(1, 7)),
    total: Number(trailer.slice(7, 19)),
  };
}

test('a held visit is reported on a phone, checked, claimed, approved by another, and paid by a file that adds up', async ({
  page,
  signIn,
}) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 360, height: 720 });
  await enterAsInstructor(page);
  await page.goto('/my/visits');
  const held = page.locator('main li a[href^="/my/visits/"]', { hasText: '2022' }).or(page.locator('main h2 ~ ul a'));
  await page.goto(`${await held.first().getAttribute('href')}/report`);
  const visitId = /visits\/([\w-]{36})/u.exec(page.url())?.[1] ?? '';
  await page.getByLabel(/^指導した内容/u).fill('旋盤の段取りと芯出し');
  await page.getByRole('button', { name: '一時保存する' }).click();
  await expect(page.getByText('まだ提出していません')).toBeVisible();
  await page.getByRole('radio', { name: 'ほとんどの人が理解した' }).check();
  await page.getByRole('button', { name: '提出する' }).click();
  await expect(page.getByRole('status')).toContainText('提出しました。');

  await page.setViewportSize({ width: 1366, height: 768 });
  await page.context().clearCookies();
  await signIn('clerk');
  await page.goto(`${home}/activity-reports?view=waiting`);
  await page.locator(`main table a[href*="${visitId}"]`).click();
  await page.getByRole('button', { name: '確認する' }).click();
  await page.getByRole('link', { name: 'この派遣の請求を開く' }).click();
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('button', { name: '確認する' }).click();
  await expect(page.getByText('確認済み', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '承認する' })).toHaveCount(0);
  const claim = page.url();

  await page.context().clearCookies();
  await signIn('chief');
  await page.goto(claim);
  await page.getByRole('button', { name: '承認する' }).click();
  await expect(page.getByText('承認済み', { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await signIn('clerk');
  await page.goto(`${home}/payments/new`);
  await page.getByLabel(/^振込日/u).fill('2022/12/03');
  await page.getByRole('button', { name: 'この内容でまとめる' }).click();
  await expect(page.getByText('銀行の休業日です').first()).toBeVisible();
  await page.getByLabel(/^振込日/u).fill('2022/11/30');
  await page.getByRole('button', { name: 'この内容でまとめる' }).click();
  const href = await page.getByRole('link', { name: /総合振込ファイル/u }).getAttribute('href');
  const file = readTransfers(await (await page.request.get(href ?? '')).body());
  expect(file.payday).toBe('1130');
  expect(file.count).toBe(file.amounts.length);
  expect(file.total).toBe(file.amounts.reduce((sum, amount) => sum + amount, 0));
  await expect(page.locator('main tfoot')).toContainText(`${file.total.toLocaleString('ja-JP')}円`);
  await page.getByRole('button', { name: '支払済みにする' }).click();
  await expect(page.getByText('支払は終わっています。')).toBeVisible();
  await page.goto(claim);
  await expect(page.getByText('支払済み', { exact: true })).toBeVisible();
});
