import { expect, expectAccessible, home, test } from './fixtures.ts';

test('a roster is pasted from Excel, looked at, ticked, and the visit counts who came', async ({ page, signIn }) => {
  await signIn('coordinator');
  await page.goto(`${home}/visits?status=held`);
  const row = page.locator('main table tbody tr').first();
  await row.locator(`a[href^="${home}/visits/"]`).first().click();
  const address = page.url();
  await page.getByRole('link', { name: '名簿を作る' }).click();
  await page.getByRole('link', { name: 'Excelから貼り付ける' }).click();
  await page.getByLabel(/^貼り付ける欄/u).fill('氏名\tふりがな\t年齢\n見本　一郎\tみほん いちろう\tじゅうなな');
  await page.getByRole('button', { name: '内容を確かめる' }).click();
  await expect(page.getByText(/^年齢か生年を読み取れません/u)).toBeVisible();
  await expectAccessible(page);
  const people = ['見本　一郎\tみほん いちろう\t17', '見本　二郎\tみほん じろう\tH17', '見本　三郎\t\t'];
  await page.getByLabel(/^貼り付ける欄/u).fill(['氏名\tふりがな\t年齢', ...people].join('\n'));
  await page.getByRole('button', { name: '内容を確かめる' }).click();
  await expect(page.getByText('まだ取り込んでいません。')).toBeVisible();
  await page.getByRole('button', { name: '3人を名簿に加える' }).click();

  await page.getByLabel('見本 一郎').check();
  await page.getByLabel('見本 三郎').check();
  await page.getByRole('button', { name: '出席を記録する' }).click();
  await expect(page.getByText('受講者名簿 3人（出席2人）')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '名簿を直す' }).click();
  await page.getByLabel('3行目 氏名', { exact: true }).fill('見本 三朗');
  await page.getByLabel('4行目 氏名', { exact: true }).fill('見本 四郎');
  await page.getByRole('button', { name: '名簿を保存する' }).click();
  await expect(page.getByText('受講者名簿 4人（出席2人）')).toBeVisible();
  await page.getByRole('link', { name: '印刷用の名簿' }).click();
  await expect(page.getByRole('row', { name: /見本 三朗/u })).toContainText('☑');

  await page.goto(address);
  const counted = page.locator('dt', { hasText: '受講者数' }).first().locator('xpath=following-sibling::dd[1]');
  await expect(counted).toHaveText(/^2\s*人?$/u);
  await page.getByRole('group', { name: '立会いの職員' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '立会いを記録する' }).click();
  const staff = page.locator('section', { has: page.getByRole('heading', { name: '立会いの職員' }) });
  await expect(staff.locator('p').first()).not.toHaveText('記録していません');
});

test('an instructor gets a calendar by a secret address, which ends when a new one is made', async ({
  page,
  context,
}) => {
  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'マイスター等として開く' }).click();
  await page.goto('/my/visits');
  await page.getByRole('link', { name: '自分の予定をカレンダーに入れる' }).click();
  await page.getByRole('button', { name: 'アドレスを作る' }).click();
  const address = (await page.locator('main a[href*="/calendars/"]').getAttribute('href')) ?? '';
  await expectAccessible(page);
  // A program that reads calendars has no session.
  await context.clearCookies();
  const calendar = await page.request.get(address);
  expect(calendar.headers()).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(await calendar.text()).toMatch(
    /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*BEGIN:VEVENT\r\n[\s\S]*END:VCALENDAR\r\n$/u,
  );
  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'マイスター等として開く' }).click();
  await page.goto('/my/calendar');
  await page.getByRole('button', { name: '配信をやめる' }).click();
  expect((await page.request.get(address)).status()).toBe(410);
});
