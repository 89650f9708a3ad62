import type { Page } from '@playwright/test';
import { expect, expectAccessible, home, test } from './fixtures.ts';
import { readQrCode } from './pages/read-qr-code.ts';

test('somebody of seventy-five answers visits and enters days off on a telephone without JavaScript, and staff see it', async ({
  page,
  browser,
  desk,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn('officer');
  const { number, code, invitation } = await issueLetter(page);
  const context = await browser.newContext({
    baseURL: desk.address,
    locale: 'ja-JP',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();

  await phone.goto('/my');
  await phone.getByLabel('登録番号').fill(number);
  await phone.getByLabel('コード').fill('35-AAAA-AAAA');
  await phone.getByRole('button', { name: 'はじめる' }).click();
  await expect(phone.getByText(/入れません。/u)).toBeVisible();
  await phone.getByLabel('コード').fill(code.toLowerCase().replaceAll('-', ''));
  await phone.getByRole('button', { name: 'はじめる' }).click();
  await expect(phone).toHaveURL(/\/my$/u);
  await expectLarge(phone);

  const declined = await openVisitToAnswer(phone);
  await phone.getByText('断る', { exact: true }).first().click();
  await phone.getByRole('button', { name: '断る' }).click();
  await expect(phone.getByRole('link', { name: /^断る理由が選ばれていません。/u })).toBeVisible();
  await phone.getByLabel('体調・通院').check();
  await phone.getByRole('button', { name: '断る' }).click();
  await expect(phone.getByText('断る返事を受け取りました。')).toBeVisible();

  const accepted = await openVisitToAnswer(phone);
  expect(accepted).not.toBe(declined);
  await phone.getByRole('button', { name: '引き受ける' }).click();
  await expect(phone.getByText('引き受ける返事を受け取りました。')).toBeVisible();

  await phone.getByRole('link', { name: '都合' }).click();
  await phone.getByLabel('水曜日').check();
  await phone.getByLabel(/^始めの日/u).fill('Ｒ４．１２．２９');
  await phone.getByLabel(/^終わりの日/u).fill('令和5年1月3日');
  await phone.getByRole('button', { name: '保存する' }).click();
  await expect(phone.getByText('保存しました。')).toBeVisible();
  await expect(phone.getByRole('group', { name: /^休む日/u }).getByRole('checkbox')).toHaveCount(6);

  await agreeToName(phone);

  await page.goto(home);
  await page.getByRole('link', { name: '断られた派遣の代わりの人を決める' }).click();
  await page.locator(`main table a[href^="${home}/visits/"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/visits/${declined}$`, 'u'));
  await expect(page.getByText('辞退の理由：体調・通院')).toBeVisible();
  await page.goto(`${home}/visits/${accepted}`);
  await expect(page.getByText('承諾', { exact: true })).toBeVisible();
  await page.goto(invitation.replace('/invitation', ''));
  await expect(page.getByText(/2022\/12\/29（木）.*2023\/01\/03（火）/u).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: /^同意あり.*2024\/03\/31（日）.*本人が入力$/u })).toBeVisible();

  const other = await enterReplyFor(page, new Set([declined, accepted]), number);
  expect((await phone.goto(`/my/visits/${other}`))?.status()).toBe(404);
  await expect(phone.getByRole('link', { name: '083-000-0035' })).toBeVisible();

  await page.goto(invitation);
  await page.getByRole('button', { name: '案内と端末をすべて止める' }).click();
  await expect(page.getByText('案内と端末をすべて止めました。')).toBeVisible();
  await phone.goto('/my/days');
  await expect(phone).toHaveURL(/\/my\/sign-in$/u);
  await expect(phone.getByText('この端末では、いまは使えません')).toBeVisible();
  await context.close();
});

test('a letter is told once on one sheet, and a made-up link lets nobody in', async ({
  page,
  browser,
  desk,
  signIn,
}) => {
  await signIn('chief');
  await issueLetter(page);
  await expectAccessible(page);
  await expect(page.getByRole('img', { name: '本人用の画面を開くQRコード' })).toBeVisible();
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/gu);
  expect(sheets).toHaveLength(1);
  await page.getByRole('link', { name: '発行の画面へ戻る' }).click();
  await expect(page.getByRole('cell', { name: '未使用' })).toBeVisible();
  await expect(page.getByText(/\d\d-[A-Z\d]{4}-[A-Z\d]{4}/u)).toHaveCount(0);

  const stranger = await browser.newPage({ baseURL: desk.address });
  await stranger.goto(`/my/enter/35.${'x'.repeat(43)}`);
  await stranger.getByRole('button', { name: 'はじめる' }).click();
  await expect(stranger.getByText(/入れません。/u)).toBeVisible();
  await stranger.goto('/my');
  await expect(stranger).toHaveURL(/\/my\/sign-in$/u);
  await stranger.close();
});

test("the QR code of a letter opens the person's own visits on a telephone, once", async ({
  page,
  browser,
  desk,
  signIn,
}) => {
  await signIn('officer');
  await issueLetter(page);
  const address = await readQrCode(page.getByRole('img', { name: '本人用の画面を開くQRコード' }));
  expect(address).toMatch(new RegExp(`^${desk.address}/my/enter/35\\.[\\w-]{43}$`, 'u'));
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(address);
  await expectLarge(phone);
  await expectAccessible(phone);
  await phone.getByRole('button', { name: 'はじめる' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: /さんの画面$/u })).toBeVisible();
  await phone.getByRole('link', { name: '派遣の予定' }).click();
  await expect(phone.locator('main a[href^="/my/visits/"]').first()).toBeVisible();
  await phone.getByRole('link', { name: '終わる' }).click();
  await expect(phone.getByText(/使うたびに延び、最長で令和/u)).toBeVisible();
  await context.clearCookies();
  await phone.goto(address);
  await phone.getByRole('button', { name: 'はじめる' }).click();
  await expect(phone.getByText(/入れません。/u)).toBeVisible();
  await context.close();
});

test('the entrance of staff leads to that of instructors, and back', async ({ page, desk }) => {
  await page.goto(`${desk.address}/`);
  await page.getByRole('link', { name: 'マイスター等の方の入口' }).click();
  await expect(page).toHaveURL(/\/my\/sign-in$/u);
  await page.getByRole('link', { name: '職員の方のサインイン' }).click();
  await expect(page).toHaveURL(/\/sign-in$/u);
});

/** A letter for the demonstration's busiest instructor, from their page. */
async function issueLetter(page: Page) {
  await page.goto(`${home}/instructors?q=M-001`);
  await page.locator(`main table a[href^="${home}/instructors/"]`).first().click();
  await page.getByRole('link', { name: '本人用の画面' }).click();
  const invitation = page.url();
  await page.getByRole('button', { name: '案内を発行する' }).click();
  const [, number = '', code = ''] = await page.locator('article dd').allInnerTexts();
  expect(code).toMatch(/^35-[A-Z\d]{4}-[A-Z\d]{4}$/u);
  return { number, code, invitation };
}

/** Goes to the first visit that waits for an answer; answers its identity. */
async function openVisitToAnswer(phone: Page): Promise<string> {
  await phone.goto('/my/visits');
  await phone
    .getByRole('link', { name: /内容を見て返事をする$/u })
    .first()
    .click();
  await expect(phone.getByRole('button', { name: '引き受ける' })).toBeVisible();
  return new URL(phone.url()).pathname.split('/').at(-1) ?? '';
}

/** The person agrees that their name is public until the end of the next fiscal year, and to nothing else. */
async function agreeToName(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: '連絡先・公開' }).click();
  await expectLarge(phone);
  const form = phone.locator('form', { has: phone.getByRole('button', { name: '公開の同意を保存する' }) });
  for (const choice of await form.getByRole('combobox').all()) await choice.selectOption('載せない');
  await form.getByLabel('氏名').selectOption('令和6年3月31日まで載せてよい');
  await form.getByRole('button', { name: '公開の同意を保存する' }).click();
  await expect(phone.getByText('保存しました。')).toBeVisible();
  await expect(phone.getByText('同意あり（令和4年11月30日に自分で入力）')).toBeVisible();
}

/** Staff enter what another instructor said on the telephone; answers the visit. */
async function enterReplyFor(page: Page, but: ReadonlySet<string>, number: string): Promise<string> {
  await page.goto(`${home}/visits?status=planned&reply=unanswered`);
  const addresses = await page
    .locator(`main table a[href^="${home}/visits/"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const address of addresses) {
    const id = address.split('/').at(-1) ?? '';
    await page.goto(address);
    if (but.has(id) || (await page.getByText(`（${number}）`).count()) > 0) continue;
    await page.getByRole('link', { name: '返事を入力する' }).click();
    await page.getByLabel('承諾').check();
    await page.getByRole('button', { name: '返事を記録する' }).click();
    await expect(page.getByText(/架空 花子が代わりに入力/u)).toBeVisible();
    return id;
  }
  throw new Error('nobody else has a visit to come');
}

/** A11-20: nothing on the page is smaller than 17px, and what is pressed is at least 44px high (A11-07). */
async function expectLarge(phone: Page): Promise<void> {
  const small = await phone.evaluate(() =>
    [...document.querySelectorAll('main *, nav *, footer *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 17)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
  for (const target of await phone.locator('main a, main button, nav a').all()) {
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
}
