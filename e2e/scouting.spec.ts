import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, home, test } from './fixtures.ts';

/** What a person does on a phone: taps, letters, and pages that they wait for. */
function countWork(page: Page) {
  const done = { taps: 0, letters: 0, pages: 0 };
  page.on('domcontentloaded', () => (done.pages += 1));
  return {
    done,
    tap: async (target: Locator): Promise<void> => {
      await target.tap();
      done.taps += 1;
    },
    type: async (field: Locator, text: string): Promise<void> => {
      await field.tap();
      await page.keyboard.insertText(text);
      done.taps += 1;
      done.letters += text.length;
    },
  };
}

test.describe('in less than a minute, counted in taps and letters instead of by a clock', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a visit that nobody planned is one form: a name, a trade to tap, a sentence [Y4-01]', async ({
    page,
    signIn,
  }) => {
    await signIn('coordinator');
    await page.goto(`${home}/scouting`);
    const { done, tap, type } = countWork(page);
    await tap(page.getByRole('link', { name: '訪問を記録する' }));
    await type(page.getByLabel(/^訪問先/u), '架空かもめ電機');
    await tap(page.getByRole('group', { name: '必要な職種' }).getByRole('checkbox').first());
    await type(page.getByLabel(/^聞いたこと/u), '若手に教える人を探している。');
    await tap(page.getByRole('button', { name: '登録する' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('架空かもめ電機への訪問');
    await expect(page.getByRole('main')).toContainText('実施');
    await expect.poll(() => done).toEqual({ taps: 5, letters: 21, pages: 2 });
  });

  test('a planned visit is recorded without typing who, where or when [Y4-01]', async ({ page, signIn }) => {
    await signIn('coordinator');
    await page.goto(`${home}/scouting`);
    const { done, tap, type } = countWork(page);
    await tap(page.getByRole('link', { name: '訪問を記録する' }));
    const plans = page.getByRole('region', { name: '予定していた訪問を記録する' });
    const plan = plans.getByRole('link').first();
    await expect(plan).toBeVisible();
    await expectAccessible(page);
    const host = (await plan.innerText()).split('　').at(-1) ?? '';
    await tap(plan);
    await expect(page.getByRole('radio', { name: '実施' })).toBeChecked();
    await tap(page.getByRole('group', { name: '必要な職種' }).getByRole('checkbox').first());
    await type(page.getByLabel(/^聞いたこと/u), '来春に実技指導を頼みたい。');
    await tap(page.getByRole('button', { name: '保存する' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${host}への訪問`);
    await expect.poll(() => done).toEqual({ taps: 5, letters: 13, pages: 3 });
    await page.getByRole('link', { name: '編集する' }).click();
    await expect(page.getByRole('group', { name: '必要な職種' }).getByRole('checkbox').first()).toBeChecked();
    await expect(page.getByLabel(/^必要な職種/u)).toHaveValue('');
  });
});

test('a coordinator records a visit on a phone in one short form, and finds it in the month', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('coordinator');
  await page.goto(`${home}/scouting`);
  await page.getByRole('link', { name: '訪問を記録する' }).click();
  await expect(page.getByLabel(/^訪問日/u)).toHaveValue('2022/11/30');
  await expect(page.getByLabel(/^市区町村/u)).not.toHaveValue('');
  await expect(page.getByLabel(/^コーディネーター/u)).toBeHidden();
  await expectAccessible(page);
  await page.getByLabel(/^訪問先/u).fill('架空つばめ鋳造');
  await page.getByLabel(/^市区町村/u).fill('周南市');
  await page.getByLabel(/^必要な職種/u).fill('鋳造;電気溶接');
  await page.getByLabel(/^聞いたこと/u).fill('鋳型の作り方を若手に教えたい。');
  await page.getByText('候補者と次にすること').click();
  await page.getByLabel(/^候補者/u).fill('架空 実（鋳造1級）');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: '登録する' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('架空つばめ鋳造への訪問');
  await expect(page.getByText('架空 実（鋳造1級）')).toBeVisible();
  await expect(page.getByText('周南市（352152）')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${home}/scouting/calendar`);
  await expect(page.getByRole('link', { name: '架空つばめ鋳造' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '架空つばめ鋳造' }).click();
  await page.getByText('候補者を認定申請に登録する').click();
  await page.getByLabel(/^氏名/u).fill('架空 実');
  await page.getByLabel(/^フリガナ/u).fill('カクウ ミノル');
  await page.getByLabel(/^職種/u).fill('鋳造');
  await expectAccessible(page);
  await page.getByRole('button', { name: '登録して認定申請を開く' }).click();
  await expect(page).toHaveURL(/\/certifications\/[0-9a-f-]{36}$/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('架空 実');
});

test('what is wrong opens its fold, and nothing typed is lost', async ({ page, signIn }) => {
  await signIn('coordinator');
  await page.goto(`${home}/scouting/new`);
  await page.getByLabel(/^訪問先/u).fill('架空すずめ工業');
  await page.getByText('候補者と次にすること').click();
  await page.getByLabel(/^次にする日/u).fill('2022/11/1');
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('region', { name: /誤りがあります/u })).toContainText('次にすること');
  await expect(page.getByLabel(/^次にする日/u)).toBeVisible();
  await expect(page.getByLabel(/^訪問先/u)).toHaveValue('架空すずめ工業');
});

test('the shortage board leads to leads, a lead to a planned visit, and the day to its route', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/shortage`);
  await expectAccessible(page);
  const ranks = page.getByRole('table', { name: '次に開拓する職種と地域' });
  await expect(ranks.getByRole('row').nth(1)).toContainText('すぐ派遣できる人は');
  const cells = page.getByRole('table', { name: '職種と地域ごとの要請・希望と人数' });
  const figure = cells.locator('tbody').getByRole('link', { name: /^\d+$/u }).first();
  const count = Number(await figure.innerText());
  await figure.click();
  await expect(page.getByRole('main').locator('tbody').getByRole('row')).toHaveCount(count);

  await page.goto(`${home}/scouting/leads?state=untouched`);
  await expectAccessible(page);
  const lead = page.getByRole('main').locator('tbody').getByRole('link').first();
  const name = await lead.innerText();
  await lead.click();
  await page.getByLabel(/^訪問日/u).fill('2022/12/20');
  await page.getByRole('button', { name: '訪問を予定する' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}への訪問`);
  await expect(page.getByText('訪問の予定です。')).toBeVisible();
  await page.goto(`${home}/scouting/route?day=2022-12-20`);
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expect(page.getByText('出発：山口市')).toBeVisible();
  await expectAccessible(page);
});
