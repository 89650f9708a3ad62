import { expect, expectAccessible, home, test } from './fixtures.ts';
import { openRetentionPlan } from './pages/addresses.ts';
import { readDocx } from './read-docx.ts';

test('what is past its time is listed by one, approved by another, erased and certified, and nobody finds the person again [SEC-12]', async ({
  page,
  signIn,
  signInBeside,
}) => {
  await signIn('chief');
  const officer = await signInBeside('officer');
  await page.goto(`${home}/retention/periods`);
  await page.getByLabel(/^種類/u).selectOption({ label: '開拓の訪問・見込み先の担当者と聞いた内容' });
  await page.getByLabel(/^適用を始める年度/u).fill('令和4年度');
  await page.getByLabel(/^保存する年数/u).fill('０');
  await page.getByLabel(/^定め/u).fill('文書管理規程 別表第2');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText(/1から50までの数字/u).first()).toBeVisible();
  await page.getByLabel(/^保存する年数/u).fill('３');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('row', { name: /令和4年度のものから.*年度末から3年.*別表第2/u })).toBeVisible();

  await officer.goto(`${home}/certifications?q=N2016-0007`);
  await expect(officer.getByRole('link', { name: '下松 弘' })).toBeVisible();
  await openRetentionPlan(officer);
  await officer.getByRole('link', { name: 'N2016-0007を保留にする' }).click();
  await officer.getByRole('button', { name: '保留にする' }).click();
  await expect(officer.getByText(/保留の理由が入力されていません/u).first()).toBeVisible();
  await officer.getByLabel(/^保留の理由/u).fill('本人からの問い合わせに答えるまで');
  await officer.getByRole('button', { name: '保留にする' }).click();
  await expect(officer.getByText(/保留：本人からの/u)).toBeVisible();
  await officer.getByRole('button', { name: '保留をやめる' }).click();
  await expect(officer.getByRole('button', { name: '承認する' })).toBeHidden();
  await expectAccessible(officer);

  await page.goto(new URL(officer.url()).pathname);
  await page.getByRole('button', { name: '承認する' }).click();
  await page.getByRole('button', { name: '廃棄する' }).click();
  await expect(page.getByText(/元に戻せないことの確認に印がありません/u).first()).toBeVisible();
  await page.getByRole('checkbox', { name: /元に戻せない/u }).check();
  await page.getByRole('button', { name: '廃棄する' }).click();
  const paper = page.getByRole('link', { name: '廃棄証明書をダウンロード（Word）' });
  await expect(paper).toBeVisible();
  const answer = await page.request.get((await paper.getAttribute('href')) ?? '');
  const text = readDocx(await answer.body());
  expect(text).toMatch(/廃棄証明書.*平成28年度/su);
  expect(text).not.toMatch(/下松 弘/u);
  await page.goto(`${home}/certifications?q=${encodeURIComponent('下松 弘')}`);
  await expect(page.getByRole('table').getByText('下松 弘')).toBeHidden();
  await page.goto(`${home}/certifications?q=N2016-0007`);
  await page.getByRole('link', { name: '廃棄済み' }).click();
  await expect(page.getByRole('main')).not.toContainText(/下松 弘|体調/u);
  await page.goto(`${home}/audit?kind=certification`);
  await expect(page.getByRole('main')).not.toContainText('下松 弘');
});
