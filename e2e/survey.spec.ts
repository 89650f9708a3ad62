import { expect, expectAccessible, home, test } from './fixtures.ts';

const visitLink = `main table a[href^="${home}/visits/"]`;
const outcomeRow = '理解し今後に生かせるとした割合';

test('a trainee answers on a phone without an account, once, and the report moves by that answer', async ({
  page,
  browser,
  signIn,
}) => {
  await signIn('officer');
  const understood = async () => {
    await page.goto(`${home}/reports/status`);
    const row = page.getByRole('row', { name: outcomeRow });
    const [, numerator, denominator] = /([\d,]+)\/([\d,]+)件/u.exec(await row.innerText()) ?? [];
    return [numerator, denominator].map((text) => Number(text?.replaceAll(',', '')));
  };
  const [agreed = 0, answered = 0] = await understood();

  await page.goto(`${home}/visits?status=held&program=practical-instruction`);
  await page.goto(`${await page.locator(visitLink).first().getAttribute('href')}/survey`);
  await page.getByLabel('受講者：作る枚数').fill('3');
  await page.getByRole('button', { name: '回答用紙を作る' }).last().click();
  await expect(page.getByText(/回答用紙を作りました/u)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '未回答の用紙を印刷する' }).last().click();
  await expectAccessible(page);
  const sheets = await page.getByRole('main').innerText();
  const link = /\/surveys\/\d\d\.\S+/u.exec(sheets)?.[0] ?? '';
  const before = await page.getByRole('img', { name: '回答する画面のQRコード' }).count();

  const visitor = await browser.newContext({ baseURL: new URL(page.url()).origin, javaScriptEnabled: false });
  const phone = await visitor.newPage();
  await phone.setViewportSize({ width: 390, height: 800 });
  await phone.goto(link);
  await expect(phone.locator('input[type=text], input[type=email], input[type=tel]')).toHaveCount(0);
  await phone.getByRole('button', { name: '回答を送る' }).click();
  await expect(phone.getByText(/2件の誤り/u)).toBeVisible();
  await phone
    .getByRole('group', { name: /満足/u })
    .getByRole('radio', { name: /とても満足/u })
    .check();
  await phone
    .getByRole('group', { name: /内容を理解/u })
    .getByRole('radio', { name: /十分にできる/u })
    .check();
  await phone.getByLabel(/^よかった点/u).fill('手順がよく分かった');
  await phone.getByRole('button', { name: '回答を送る' }).click();
  await expect(phone.getByText('回答を受け付けました')).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByText(/このリンクは使えません/u)).toBeVisible();
  await visitor.close();

  expect(await understood()).toEqual([agreed + 1, answered + 1]);
  await page.getByRole('row', { name: outcomeRow }).getByRole('link').click();
  await expect(page.getByText(/「理解し今後に生かせる（受講者）」に数えた派遣/u)).toBeVisible();
  await page.goBack();
  await page.goto(`${home}/visits?status=held&program=practical-instruction`);
  await page.goto(`${await page.locator(visitLink).first().getAttribute('href')}/survey/sheets/trainee`);
  await expect(page.getByRole('img', { name: '回答する画面のQRコード' })).toHaveCount(before - 1);
});

test('papers are typed in by keyboard alone, all or none, and taken back with a reason', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/visits?status=held&program=practical-instruction`);
  await page.goto(`${await page.locator(visitLink).nth(1).getAttribute('href')}/survey/entry/trainee`);
  await expectAccessible(page);
  await page.getByLabel('1枚目 満足度', { exact: true }).focus();
  // 満足度, 理解, 時間の長さ, 次に習いたいこと, 自由記述
  await page.keyboard.type('542');
  await page.keyboard.press('Enter');
  await page.keyboard.type('よかった');
  await page.keyboard.press('Enter');
  await page.keyboard.type('9');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('1枚目 理解', { exact: true })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('1枚目 満足度', { exact: true })).toBeFocused();
  await page.getByLabel('3枚目 満足度', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'まとめて保存する' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/2枚目：満足度/u).first()).toBeVisible();
  await expect(page.getByLabel('1枚目 自由記述', { exact: true })).toHaveValue('よかった');
  await page.getByLabel('2枚目 満足度', { exact: true }).fill('4');
  await page.getByRole('button', { name: 'まとめて保存する' }).click();
  await expect(page.getByText('2枚を入力しました')).toBeVisible();
  await page.getByText('入力を取り消す', { exact: true }).first().click();
  await page.getByLabel(/^取り消す理由/u).fill('別の派遣の紙');
  await page.getByRole('button', { name: '入力を取り消す' }).click();
  await expect(page.getByText('2枚の入力を取り消しました')).toBeVisible();
});

test('an instructor and the council read what was answered, and nobody’s name', async ({ page, signIn }) => {
  await signIn('chief');
  await page.goto(`${home}/surveys/council`);
  await expectAccessible(page);
  await expect(page.getByRole('article')).toContainText('成果目標');
  await page.goto(`${home}/surveys/forms/trainee`);
  await page.getByLabel('質問の文').nth(2).fill('また受けたいですか');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText(/質問3の答え方が選ばれていません/u).first()).toBeVisible();
  await expectAccessible(page);
});
