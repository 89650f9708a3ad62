import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { docx, paragraph } from '../src/letter/template-fixture.server.ts';
import { expect, home, test } from './fixtures.ts';
import { readDocx } from './read-docx.ts';

/** The words of the file behind a link. */
async function download(page: Page, name: RegExp): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('main').getByRole('link', { name }).first().click();
  return readDocx(await readFile(await (await started).path()));
}

async function upload(page: Page, body: string): Promise<void> {
  const file = {
    name: '講習の案内_山口.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(docx({ body })),
  };
  await page.getByLabel(/^Wordファイル/u).setInputFiles(file);
  await page.getByRole('button', { name: '確かめて登録する' }).click();
}

test('a corner puts its own Word file in the place of a letter, tries it, and issues it with a number [DOC-20]', async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn('chief');
  await page.goto(`${home}/letters`);
  await page.getByRole('link', { name: '文書のひな形' }).click();
  await page.getByRole('link', { name: '講習の案内' }).click();
  expect(await download(page, /^ひな形の見本/u)).toContain('{氏名}　様');

  await upload(page, paragraph('{文書番号}') + paragraph('{氏明}　様'));
  await expect(page.getByRole('main')).toContainText('差し込み{氏明}は、この文書にありません');
  await expect(page.getByRole('main')).toContainText('{氏名}に直してください');
  await upload(page, paragraph('{文書', '番号}') + paragraph('{氏名}　様') + paragraph('{講習名}へどうぞ'));
  await expect(page.getByText('ひな形を登録しました')).toBeVisible();
  expect(await download(page, /^試し印刷/u)).toMatch(/案\s+山口 太郎　様\s+指導技法等講習へどうぞ/u);

  await page.goto(`${home}/courses?state=planned`);
  await page.locator(`main table a[href^="${home}/courses/"]`).first().click();
  await page.getByRole('link', { name: '案内の手紙' }).click();
  expect(await download(page, /^案を作る/u)).toMatch(/案\s+.+　様/u);
  const before = await page.getByRole('main').getByRole('link', { name: 'まとめて開く（Word）' }).count();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '選んだ人の手紙を発行する' }).click();
  await expect(page.getByRole('link', { name: 'まとめて開く（Word）' })).toHaveCount(before + 1);
  const letter = await download(page, /^まとめて開く/u);
  const [number = ''] = /山技振第\d+号/u.exec(letter) ?? [];
  expect(letter).toMatch(/山技振第\d+号\s+.+　様\s+.+へどうぞ/u);

  await page.goto(`${home}/letters?q=${encodeURIComponent(number)}`);
  await expect(page.getByRole('rowheader', { name: number, exact: true })).toBeVisible();
  expect(await download(page, new RegExp(`^${number}の控え`, 'u'))).toContain(number);

  await page.goto(`${home}/letters/templates/course-invitation`);
  await page.getByRole('button', { name: '登録を取り消す' }).click();
  await expect(page.getByText('最初から入っている文面で作ります')).toBeVisible();
});
