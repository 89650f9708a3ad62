import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { samples } from './pages/addresses.ts';

// The first to open the year's assignment waits until it is calculated.
test.describe.configure({ timeout: 120_000 });

/** A4 in points, as Chromium writes it into the file. */
const upright = { width: 595, height: 842 };
const across = { width: 842, height: 595 };

const desk = ':corner/:year';

/** The entrance of instructors: whose office it is, nobody knows before they come in. */
const entrance = ['my/sign-in', 'my/enter/:token'];

/** Every page that has an office: the desk, and what instructors see of it. */
const printed = Object.entries(samples).filter(
  ([path]) => (path.startsWith(desk) || /^my(?:\/|$)/u.test(path)) && !entrance.includes(path),
);

for (const [path, sample] of printed) {
  test(`/${path} prints its content on A4, without navigation and with the day in its foot (ENV-10)`, async ({
    page,
    takeSession,
  }) => {
    if (sample.role !== 'nobody') await takeSession(sample.role);
    await sample.open(page);
    await page.emulateMedia({ media: 'print' });

    // A letter or certificate is printed alone, without the name of its page.
    const given = (await page.locator('[data-sheet]').count()) > 0;
    await expect(page.getByRole('heading', { level: given ? 2 : 1 }).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }).locator('visible=true')).toHaveCount(given ? 0 : 1);
    for (const left of ['navigation', 'banner'] as const)
      await expect(page.getByRole(left).locator('visible=true').getByRole('link')).toHaveCount(0);
    // The conditions of a list are printed, what they are chosen with is not.
    await expect(page.getByRole('search').locator('input:visible, select:visible')).toHaveCount(0);
    await expect(page.locator('form button:visible, a.inline-flex.text-oln-16B-100:visible')).toHaveCount(0);
    await expect(page.locator('[data-acts]:visible')).toHaveCount(0);
    expect(await listInk(page)).toEqual([]);
    for (const head of await page.locator('thead:visible').all())
      await expect(head).toHaveCSS('display', 'table-header-group');
    expect(await readMargin(page)).toContain('印刷日 令和4年11月30日');

    const file = await page.pdf({ preferCSSPageSize: true });
    const sheets = readSheets(file);
    expect(sheets.length).toBeGreaterThan(0);
    expect([upright, across]).toContainEqual(sheets[0]);
    expect(new Set(sheets.map(({ width }) => width)).size, 'ways in which the sheets lie').toBe(1);
  });
}

test('a list longer than a sheet goes on over the next ones, its rows whole', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/visits`);
  await page.emulateMedia({ media: 'print' });
  expect(readSheets(await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1);
  for (const row of await page.locator('main tbody tr').all()) await expect(row).toHaveCSS('break-inside', 'avoid');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the day of printing stands once, at the end', async ({ page, signIn }) => {
    await signIn('officer');
    await page.goto(`${home}/reports/status`);
    await expect(page.locator('.print-footer')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.print-footer')).toBeVisible();
    await expect(page.locator('.print-footer')).toContainText('印刷日 令和4年11月30日');
  });
});

/** Colours of letters that are not black: they cost ink and vanish on a copy. */
async function listInk(page: Page): Promise<readonly string[]> {
  const colours = await page
    .locator('main *:visible')
    .evaluateAll((elements) => [
      ...new Set(
        elements.filter((element) => element.closest('svg') === null).map((element) => getComputedStyle(element).color),
      ),
    ]);
  return colours.filter((colour) => colour !== 'rgb(0, 0, 0)');
}

/** The words that the stylesheet puts into the margin of every sheet. */
async function readMargin(page: Page): Promise<string> {
  await expect(page.locator('.print-footer')).toBeHidden();
  return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--printed-on'));
}

/** The size of each sheet of a PDF. */
function readSheets(file: Buffer): readonly { width: number; height: number }[] {
  const words = file.toString('latin1');
  const boxes = [...words.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)];
  return boxes.map(([, width, height]) => ({ width: Math.round(Number(width)), height: Math.round(Number(height)) }));
}
