import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';

const NUMBER = 'Y4-049';

test('a request goes from its form to the choice of a person, step by step, and back on the host’s wish', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/requests?q=${NUMBER}`);
  await page.getByRole('link', { name: NUMBER, exact: true }).click();
  const next = page.getByRole('region', { name: '次にすること' });
  await expect(next).toContainText('派遣の基準');
  await next.getByRole('link', { name: '基準の確認を終える' }).click();
  const form = page.getByRole('region', { name: '基準の確認を終える' });
  await form.getByRole('textbox', { name: /^備考/u }).fill('電話で人数を確かめた');
  await form.getByRole('button', { name: '基準の確認を終える' }).click();
  const history = page.getByRole('region', { name: '手続の経過' });
  await expect(history).toContainText('依頼書を受付 → 基準を確認済み');
  await expect(history).toContainText('電話で人数を確かめた');

  await next.getByRole('link', { name: '前の段階に戻す' }).click();
  const back = page.getByRole('region', { name: '前の段階に戻す' });
  await back.getByRole('button', { name: '前の段階に戻す' }).click();
  await expect(back.getByText('理由が入力されていません', { exact: false }).first()).toBeVisible();
  await back.getByRole('textbox', { name: /^理由/u }).fill('名簿の不足');
  await back.getByRole('button', { name: '前の段階に戻す' }).click();
  await expect(next).toContainText('派遣依頼書');
  await expect(history.getByRole('listitem')).toHaveCount(2);

  await page.goto(`${home}/requests?stage=hearing`);
  await expect(page.getByRole('link', { name: NUMBER, exact: true })).toBeVisible();
  await expect(page.locator('main tbody').getByRole('row')).toHaveCount(1);
});

test('a coordinator takes the daily steps; what the corner decides is not offered [SEC-13]', async ({
  page,
  signIn,
}) => {
  await signIn('coordinator');
  await page.goto(`${home}/requests?q=${NUMBER}`);
  await page.getByRole('link', { name: NUMBER, exact: true }).click();
  const next = page.getByRole('region', { name: '次にすること' });
  await expect(next.getByRole('link').first()).toBeVisible();
  await expect(next.getByRole('link', { name: '不採択にする' })).toHaveCount(0);
});

test('an offer that is declined leads to the next candidate, and one that is accepted plans the visits', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/requests?q=${NUMBER}`);
  await page.getByRole('link', { name: NUMBER, exact: true }).click();
  const request = page.url();
  for (const name of ['依頼書を受け付ける', '基準の確認を終える']) {
    const step = page.getByRole('region', { name: '次にすること' }).getByRole('link', { name });
    if ((await step.count()) === 0) continue;
    await step.click();
    await page.getByRole('button', { name }).click();
    await expect(page).toHaveURL(request);
  }
  await page.getByRole('link', { name: 'マイスター等を選ぶ', exact: true }).click();
  await page
    .getByRole('link', { name: /：この人を選ぶ$/u })
    .first()
    .click();
  await page.getByRole('link', { name: '割り当てる前に打診する' }).click();
  await offerTo(page);
  const open = page.getByRole('region', { name: '返事待ちの打診' });
  await expect(open).toContainText('電話・対面');
  await open.getByRole('radio', { name: '辞退' }).check();
  await open.getByRole('button', { name: '返事を記録する' }).click();
  await expect(open.getByText('理由が入力されていません', { exact: false }).first()).toBeVisible();
  await open.getByRole('textbox', { name: /^理由/u }).fill('通院のため');
  await open.getByRole('button', { name: '返事を記録する' }).click();
  await expect(page.getByText(/次の候補は.+さんです/u)).toBeVisible();

  await page.getByRole('link', { name: 'この人に打診する' }).click();
  await offerTo(page);
  await open.getByRole('radio', { name: '承諾' }).check();
  await open.getByRole('button', { name: '返事を記録する' }).click();
  await expect(page.getByRole('table', { name: 'これまでの打診' }).locator('tbody').getByRole('row')).toHaveCount(2);
  await page.goto(request);
  await expect(page.getByRole('main').getByText('承諾', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: '手続の経過' })).toContainText('通院のため');
});

async function offerTo(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '電話・対面' }).check();
  await page.getByRole('textbox', { name: /^返事の期限/u }).fill('R4.12.5');
  await page.getByRole('button', { name: 'この内容で打診する' }).click();
}
