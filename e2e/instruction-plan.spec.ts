import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';

const NUMBER = 'Y4-053';

test('a request goes from an accepted offer over meeting and plan to a decision of two people and a numbered notice [DOC-09, DOC-21]', async ({
  page,
  signIn,
  signInBeside,
}) => {
  test.setTimeout(180_000);
  await signIn('coordinator');
  await openRequest(page);
  const request = page.url();
  const next = page.getByRole('region', { name: '次にすること' });
  await next.getByRole('link', { name: '基準の確認を終える' }).click();
  await page.getByRole('button', { name: '基準の確認を終える' }).click();
  await acceptOffer(page, request);

  await page.goto(request);
  await next.getByRole('link', { name: '事前打合せと講習計画書' }).click();
  await page.getByRole('link', { name: '事前打合せを記録する' }).click();
  await page.getByRole('radio', { name: '対面' }).check();
  await page.getByRole('textbox', { name: /^出席者/u }).fill('担当者\n講師\n架空 次郎');
  await page.getByRole('textbox', { name: /^決めたこと/u }).fill('1回目に道具の点検をする');
  await page.getByRole('button', { name: '打合せを記録する' }).click();
  await expect(page.getByText('打合せ済み', { exact: false }).first()).toBeVisible();

  await page.getByRole('link', { name: '講習計画書を作る' }).click();
  const first = page.getByRole('group', { name: '第1回' });
  await expect(first.getByRole('textbox', { name: /^開始/u })).toHaveValue('13:30');
  await first.getByRole('textbox', { name: /^課題/u }).fill('見本による実演');
  await page.getByRole('button', { name: '計画書を保存する' }).click();
  await expect(page.getByText('課題：見本による実演')).toBeVisible();
  await propose(page);

  const [officer, chief] = [await signInBeside('officer'), await signInBeside('chief')];
  await openMine(officer);
  await officer.locator('summary', { hasText: '差し戻す' }).click();
  await officer.getByRole('textbox', { name: /^理由/u }).fill('目標を書いてください');
  await officer.getByRole('button', { name: '差し戻す' }).click();
  await expect(officer.getByText('差戻し').first()).toBeVisible();

  await page.goto(`${request}/plan/edit`);
  await page.getByRole('textbox', { name: /^目標/u }).fill('課題を一人で仕上げる');
  await page.getByRole('button', { name: '計画書を保存する' }).click();
  await propose(page);

  for (const approver of [officer, chief]) {
    await openMine(approver);
    await approver.getByRole('button', { name: '承認する' }).click();
    await expect(approver.getByRole('button', { name: '承認する' })).toHaveCount(0);
  }
  await expect(chief.getByText('決裁済み').first()).toBeVisible();
  await page.goto(request);
  await expect(page.getByRole('region', { name: '手続の経過' })).toContainText('計画書を作成済み → 決裁済み');
  await chief.getByRole('link', { name: '派遣決定の通知を発行する' }).click();
  await chief.getByRole('button', { name: /発行する/u }).click();
  await expect(chief.getByRole('rowheader', { name: /第\d+号/u })).toBeVisible();
});

async function openRequest(page: Page): Promise<void> {
  await page.goto(`${home}/requests?q=${NUMBER}`);
  await page.getByRole('main').getByRole('link', { name: NUMBER, exact: true }).click();
}

/** Asks the first candidate by phone for the first day that suits, and enters their yes. */
async function acceptOffer(page: Page, request: string): Promise<void> {
  await page.goto(`${request}/candidates`);
  await page
    .getByRole('link', { name: /：この人を選ぶ$/u })
    .first()
    .click();
  await page.getByRole('link', { name: '割り当てる前に打診する' }).click();
  await page.getByRole('radio', { name: '電話・対面' }).check();
  await page.getByRole('textbox', { name: /^開始/u }).fill('13:30');
  await page.getByRole('textbox', { name: /^返事の期限/u }).fill('R4.12.5');
  await page.getByRole('button', { name: 'この内容で打診する' }).click();
  const open = page.getByRole('region', { name: '返事待ちの打診' });
  await open.getByRole('radio', { name: '承諾' }).check();
  await open.getByRole('button', { name: '返事を記録する' }).click();
}

async function propose(page: Page): Promise<void> {
  await page.getByRole('link', { name: '起案する' }).click();
  await page.getByRole('combobox', { name: /^1人目/u }).selectOption({ label: '架空 花子' });
  await page.getByRole('combobox', { name: /^2人目/u }).selectOption({ label: '架空 一郎' });
  await page.getByRole('button', { name: /起案する$/u }).click();
  await expect(page.getByText('架空 花子さんが承認するか', { exact: false })).toBeVisible();
}

/** What waits for the one who is signed in, found in the list. */
async function openMine(page: Page): Promise<void> {
  await page.goto(`${home}/decisions?q=${NUMBER}`);
  await page.getByRole('main').getByRole('link', { name: NUMBER, exact: true }).click();
}
