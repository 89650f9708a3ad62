import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';

const small = (title: string) => Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${title})>>endobj\ntrailer<<>>\n%%EOF\n`);

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(/^書類の種類/u).selectOption({ label: '資格・技能検定の証書' });
  await page.getByLabel(/^ファイル/u).setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: '書類を追加する' }).click();
}

test('an application gets its papers, goes out in a bundle, is certified by the Center, and stands in the ledger', async ({
  page,
  signIn,
  signInBeside,
}) => {
  await signIn('chief');
  const center = await signInBeside('center');
  await page.goto(`${home}/certifications?q=N2022-0010`);
  await page.getByRole('table').getByRole('link', { name: '吉敷 伸二' }).click();
  const application = new URL(page.url()).pathname;
  await page.getByRole('link', { name: '編集する' }).click();
  await page.getByLabel(/^コーナーの判断/u).selectOption({ label: '指導できる' });
  await page.getByRole('button', { name: '保存する' }).click();

  await page.getByRole('link', { name: '証拠書類' }).click();
  await upload(page, '合格証書.pdf', Buffer.from('<svg onload="alert(1)"/>'));
  await expect(
    page
      .getByRole('alert')
      .or(page.getByText(/PDF・JPEG・PNGのどれでもありません/u))
      .first(),
  ).toBeVisible();
  await upload(page, '../../技能士証.pdf', small('one'));
  const file = page.getByRole('link', { name: '技能士証.pdfをダウンロード' });
  await expect(file).toBeVisible();
  const fileHref = (await file.getAttribute('href')) ?? '';
  const answer = await page.request.get(fileHref);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/u);
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['content-security-policy']).toMatch(/sandbox/u);
  const centerHref = fileHref.replace('/certifications/', '/center/certifications/');
  expect((await center.request.get(centerHref)).status(), 'before it was sent').toBe(404);
  expect((await center.request.get(fileHref)).status(), 'by the way of the corner').toBe(403);

  await page.goto(`${home}/certification-batches`);
  await page.getByRole('link', { name: '取りまとめを登録する' }).click();
  await page.getByLabel(/^回/u).fill('9');
  await page.getByLabel(/^締切日/u).fill('R4.12.16');
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('checkbox', { name: /N2022-0010/u }).check();
  await page.getByRole('button', { name: '選んだ申請を入れる' }).click();
  await expect(page.getByRole('table').getByText('N2022-0010')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '送付状（Word）' }).click();
  expect((await download).suggestedFilename()).toBe('令和4年度_認定申請_送付状_第9回_35山口_20221130.docx');
  await page.getByLabel(/^文書番号/u).fill('山能開発第170号');
  await page.getByRole('button', { name: '送付したことを記録する' }).click();
  await expect(page.getByText('送付済み', { exact: true })).toBeVisible();

  await center.goto(`${home}/center/certifications`);
  await center.getByRole('button', { name: /第9回を受け取る/u }).click();
  await center.getByRole('link', { name: 'N2022-0010' }).click();
  expect((await center.request.get(centerHref)).status(), 'once it was sent').toBe(200);
  await expect(center.getByRole('table', { name: '認定基準の確認' }).getByText('満たす').first()).toBeVisible();
  await center.getByRole('button', { name: '審査を始める' }).click();
  await center.getByLabel(/^登録番号/u).fill('M-998');
  await center.getByRole('radio', { name: /^未受講/u }).check();
  await center.getByRole('button', { name: '認定する' }).click();
  await expect(center.getByText('M-998')).toBeVisible();

  await page.goto(application);
  await page.getByRole('link', { name: 'M-998 を見る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '吉敷 伸二' })).toBeVisible();
});
