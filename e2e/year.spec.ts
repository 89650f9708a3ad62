import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { figureRow, numberIn, openStatus, readFigure, targetBar } from './pages/status-page.ts';
import { readDocx } from './read-docx.ts';

test.use({ untouchedFor: 'year' });
// One officer's day: what is recorded in one step is counted in the next.
test.describe.configure({ mode: 'serial' });

const LAST_YEAR = 'samples/派遣実績_令和3年度.csv';
const VISITS_OF_LAST_YEAR = 43;

test('the officer signs in and sees the targets of this year with what is done and planned', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/sign-in/u);
  await page.getByLabel('メールアドレス').fill('officer@example.jp');
  await page.getByLabel('パスワード').fill('takumi-demo-2022');
  await page.getByRole('button', { name: 'サインインする' }).click();

  await expect(page).toHaveURL(home);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今日の仕事');
  const visits = targetBar(page, '派遣回数');
  await expect(visits.getByRole('link', { name: '136回' })).toBeVisible();
  await expect(visits.getByRole('link', { name: '101回' })).toBeVisible();
  await expect(visits).toContainText('目標170回');
  await expect(visits).toContainText('達成 80.0%');
  await expect(page.getByRole('table', { name: '今週の派遣' }).getByRole('row')).toHaveCount(8);
  await expect(page.getByRole('heading', { name: '割当を待つ派遣要請 13件' })).toBeVisible();
});

test("last year's sheet is shown before it is taken in, whole, and taking it in again changes nothing", async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await expectVisitsOf(page, '2021', 0);

  await choose(page, LAST_YEAR);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('取込の確認');
  await expect(page.getByRole('main')).toContainText('CSV（Shift_JIS（CP932））');
  await expect(page.getByRole('main')).toContainText(`新しく登録${VISITS_OF_LAST_YEAR}件`);
  await expect(page.getByRole('main')).toContainText(
    `令和4年度以外の日付の行が${VISITS_OF_LAST_YEAR}件あります。日付の年度に取り込みます。`,
  );
  await expectVisitsOf(page, '2021', 0);

  await page.goBack();
  await page.getByRole('button', { name: `${VISITS_OF_LAST_YEAR}件を取り込む` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('取り込みました');
  await expect(page.getByRole('main')).toContainText(`派遣：新規${VISITS_OF_LAST_YEAR}件、更新0件、変更なし0件`);
  await expectVisitsOf(page, '2021', VISITS_OF_LAST_YEAR);

  await choose(page, LAST_YEAR);
  await expect(page.getByRole('main')).toContainText(`変更なし${VISITS_OF_LAST_YEAR}件`);
  await expect(page.getByRole('main')).toContainText('取り込むものはありません');
  await expect(page.getByRole('button', { name: 'を取り込む' })).toHaveCount(0);
  await expectVisitsOf(page, '2021', VISITS_OF_LAST_YEAR);
});

test('every figure of the tables equals the sum of the visits that it leads to', async ({ page, signIn }) => {
  await signIn('officer');
  await openStatus(page);
  const leading: { name: string; state: string; figure: number; address: string }[] = [];
  for (const [table, line] of tableLines) {
    const links = figureRow(page, [table, line]).getByRole('link');
    await expect(links).toHaveCount(2);
    for (const [position, state] of ['実施', '予定'].entries()) {
      const link = links.nth(position);
      const address = (await link.getAttribute('href')) ?? '';
      leading.push({ name: `${table}・${line}・${state}`, state, figure: numberIn(await link.innerText()), address });
    }
  }
  for (const { name, state, figure, address } of leading) {
    await page.goto(address);
    const [visits, trainees] = await readSums(page, state);
    expect(name.startsWith('派遣回数') ? visits : trainees, name).toBe(figure);
    const rows = await listAllRows(page);
    expect(rows).toHaveLength(visits);
    expect(rows.reduce((sum, row) => sum + row.trainees, 0)).toBe(trainees);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set([state]));
  }
});

test('recording a planned visit as held moves the report by one visit and its trainees, and nothing else', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  const before = await readTables(page);
  expect(await downloadWord(page)).toMatch(/79回/u);

  await page.goto(`${home}/visits?status=planned&line=sme&sort=earliest`);
  const row = page.getByRole('table', { name: '派遣' }).getByRole('row').nth(1);
  const expected = numberIn(await row.getByRole('cell').nth(6).innerText());
  await row.getByRole('rowheader').getByRole('link').click();
  await page.getByLabel(/^実施日/u).fill('令和4年11月30日');
  await page.getByLabel('受講者数').fill('7');
  await page.getByRole('button', { name: '実施を記録する' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('実施');
  await expect(page.getByRole('button', { name: '実施を記録する' })).toHaveCount(0);

  const moved = structuredClone(before);
  for (const line of ['中小企業', '計']) {
    const [visits, trainees] = [moved[`派遣回数・${line}`], moved[`受講者数・${line}`]];
    if (!visits || !trainees) throw new Error(`no line ${line}`);
    visits.actual += 1;
    visits.scheduled -= 1;
    trainees.actual += 7;
    trainees.scheduled -= expected;
  }
  expect(await readTables(page)).toEqual(moved);
  await page.goto(home);
  await expect(targetBar(page, '派遣回数').getByRole('link', { name: '137回' })).toBeVisible();
  await expect(targetBar(page, '派遣回数')).toContainText('達成 80.6%');
});

test('the Word report of a day holds the figures of that day, as the page does', async ({ page, signIn }) => {
  await signIn('officer');
  const tables = await readTables(page);
  const words = await downloadWord(page);
  for (const [line, { actual, scheduled }] of Object.entries(tables)) {
    const unit = line.startsWith('派遣回数') ? '回' : '人';
    const [, label] = line.split('・');
    expect(words, line).toContain([label, `${format(actual)}${unit}`, `${format(scheduled)}${unit}`].join('\n'));
  }
  expect(words).toContain('令和4年11月30日現在');
  expect(words).toContain(['計', '137回', '100回', '80.6%'].join('\n'));
});

const tableLines = ['派遣回数', '受講者数'].flatMap((table) =>
  ['中小企業', '高等学校', '計'].map((line) => [table, line] as const),
);

async function expectVisitsOf(page: Page, year: string, count: number): Promise<void> {
  await page.goto(`/35/${year}/visits`);
  if (count === 0) await expect(page.getByText('条件に合う派遣はありません')).toBeVisible();
  else await expect(page.getByText(`派遣 ${count}件`, { exact: true })).toBeVisible();
}

async function choose(page: Page, file: string): Promise<void> {
  await page.goto(`${home}/transfer`);
  const form = page.locator('form', { has: page.getByLabel('ファイル') });
  await form.getByLabel('種類').selectOption({ label: '派遣' });
  await form.getByLabel('ファイル').setInputFiles(file);
  await form.getByRole('button', { name: '確認へ進む' }).click();
}

async function readTables(page: Page): Promise<Record<string, { actual: number; scheduled: number }>> {
  await openStatus(page);
  const figures = tableLines.map(
    async ([table, line]) => [`${table}・${line}`, await readFigure(page, [table, line])] as const,
  );
  return Object.fromEntries(await Promise.all(figures));
}

async function readSums(page: Page, state: string): Promise<readonly [number, number]> {
  const sum = page.locator('dl[aria-label="選択中の派遣の合計"] > div').filter({ hasText: state });
  const [visits, trainees] = (await sum.locator('dd').innerText()).split('・');
  return [numberIn(visits), numberIn(trainees)];
}

async function listAllRows(page: Page): Promise<readonly { trainees: number; status: string }[]> {
  const rows: { trainees: number; status: string }[] = [];
  for (;;) {
    const shown = await page
      .getByRole('table', { name: '派遣' })
      .locator('tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.innerText)));
    for (const [trainees, status] of shown.map((cells) => cells.slice(-2)))
      rows.push({ trainees: numberIn(trainees), status: status ?? '' });
    const next = page.getByRole('link', { name: '次へ' });
    if ((await next.count()) === 0) return rows;
    const address = page.url();
    await next.click();
    await expect(page).not.toHaveURL(address);
  }
}

async function downloadWord(page: Page): Promise<string> {
  await openStatus(page);
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Word', exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/令和4年度.*\.docx$/u);
  return readDocx(await readFile(await download.path()));
}

function format(value: number): string {
  return value.toLocaleString('ja-JP');
}
