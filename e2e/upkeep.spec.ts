import type { Page } from '@playwright/test';
import { expect, expectAccessible, home, test } from './fixtures.ts';

async function takeStep(page: Page, command: string): Promise<void> {
  await page.getByLabel(/^行うこと/u).selectOption({ label: command });
  await page.getByRole('button', { name: '記録する', exact: true }).click();
}

test('somebody dormant is asked by letter, answers by its link without an account, and is deregistered', async ({
  page,
  browser,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/upkeep`);
  const person = page.locator('main table a').first();
  const name = await person.innerText();
  await person.click();
  await takeStep(page, '意向を確認する手紙を送る');
  await page.getByRole('link', { name: '意向確認の手紙' }).click();
  await expectAccessible(page);
  const letter = await page.getByRole('article').innerText();
  const reply = new URL(/https?:\/\/\S+/u.exec(letter)?.[0] ?? '').pathname;

  const visitor = await browser.newContext({ baseURL: new URL(page.url()).origin, javaScriptEnabled: false });
  const phone = await visitor.newPage();
  await phone.setViewportSize({ width: 390, height: 800 });
  await phone.goto(reply);
  await expect(phone.getByText(`${name} 様`)).toBeVisible();
  await phone.getByRole('button', { name: '入力した内容を確認する' }).click();
  await expect(phone.getByText(/を選んでください。/u).first()).toBeVisible();
  await phone.getByRole('radio', { name: /活動を続けない/u }).check();
  await phone.getByLabel(/^お伝えになりたいこと/u).fill('体調のため');
  await phone.getByRole('button', { name: '入力した内容を確認する' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('この内容で回答しますか');
  await expect(phone.locator('dl')).toContainText('体調のため');
  await expect(phone.getByRole('button', { name: '「これからの活動」を修正する' })).toBeVisible();
  await phone.getByRole('button', { name: '「お伝えになりたいこと」を修正する' }).click();
  await expect(phone.getByRole('radio', { name: /活動を続けない/u })).toBeChecked();
  await phone.getByLabel(/^お伝えになりたいこと/u).fill('体調がすぐれないため');
  await phone.getByRole('button', { name: '入力した内容を確認する' }).click();
  await expect(phone.locator('dl')).toContainText('体調がすぐれないため');
  await phone.getByRole('button', { name: '「活動を続けない」と回答する' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('回答を受け付けました');
  await phone.goto(reply);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('すでに回答をいただいています');
  await expect(phone.getByRole('radio')).toHaveCount(0);
  expect((await phone.goto(`${reply.slice(0, -1)}${reply.endsWith('A') ? 'B' : 'A'}`))?.status()).toBe(404);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('このアドレスの手紙は見つかりません');
  await visitor.close();

  await page.goto(`${home}/upkeep?view=running`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByText('本人がリンクから回答')).toBeVisible();
  await takeStep(page, '登録を解除する');
  await expect(page.getByRole('link', { name: '登録解除の通知' })).toBeVisible();
  await page.goto(`${home}/instructors?q=${encodeURIComponent(name)}`);
  await expect(page.locator('main table a', { hasText: name })).toHaveCount(0);
  await page.goto(`${home}/instructors?registration=ended`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByText(/登録は2022\/11\/30（水）に終わりました/u)).toBeVisible();
});

test('who completed the course may instruct from its day on', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/courses/new`);
  await page.getByRole('radio', { name: '指導技法等講習' }).check();
  await page.getByLabel(/^開催日/u).fill('2022/11/29');
  await page.getByRole('radio', { name: '対面', exact: true }).check();
  await page.getByLabel(/^会場/u).fill('架空会館');
  await page.getByRole('checkbox', { name: '指導技法', exact: true }).check();
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('link', { name: '案内する人を選ぶ' }).click();
  await page.getByRole('checkbox', { name: /M-054/u }).check();
  await page.getByRole('button', { name: '選んだ人を案内した記録を付ける' }).click();
  await page.getByRole('button', { name: '実施を記録する' }).click();
  await page.getByRole('checkbox', { name: /板垣 修司/u }).check();
  await page.getByLabel(/^記録すること/u).selectOption({ label: '修了した' });
  await page.getByRole('button', { name: '選んだ人に記録する' }).click();
  await expect(page.locator('main table')).toContainText('修了 2022/11/29（火）');
  await page.getByLabel(/^受け取る人/u).selectOption({ index: 1 });
  await page.getByRole('radio', { name: '受講手当' }).check();
  await page.getByLabel(/^金額/u).fill('3000');
  await page.getByRole('button', { name: '支払いを記録する' }).click();
  await expect(page.getByText(/受講手当は支払えません/u).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '修了証を印刷する' }).click();
  await expect(page.getByRole('article')).toContainText('板垣 修司');
});
