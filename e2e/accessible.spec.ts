import type { Page } from '@playwright/test';
import { matchPath } from 'react-router';
import { expect, expectAccessible, home, test, type DemonstrationRole } from './fixtures.ts';
import { listRoutes, redirects, samples, sendFile } from './pages/addresses.ts';
import type { Sample } from './pages/sample.ts';

// The long lists take axe a while on a machine that does other things besides.
test.describe.configure({ timeout: 120_000 });

const wide = { width: 1366, height: 768 };
/** 1280 px at 400 %: WCAG 1.4.10. */
const narrow = { width: 320, height: 640 };

const pages = listRoutes().filter(({ answersWithFile }) => !answersWithFile);

test('every route has an address to walk, and no address is left of a route that is gone', () => {
  const known = [...Object.keys(samples), ...redirects];
  expect(known.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
});

/** Titles of the pages that were opened before. */
const titles = new Map<string, string>();

test.describe('no violation of WCAG 2.2 AA on a wide and a narrow screen, and a title of its own, while no host but the desk can be reached (ENV-02, ENV-03)', () => {
  for (const [path, sample] of Object.entries(samples)) {
    test(`/${path}`, async ({ page, takeSession }) => {
      if (sample.role !== 'nobody') await takeSession(sample.role);
      await sample.open(page);
      // The page itself, not another that it leads to.
      await expect(page).toHaveURL((url) => matchPath(`/${path}`, url.pathname) !== null);
      await expectSoundDocument(page);
      await expectOwnTitle(page, path, sample);
      await expectBothWidths(page);
    });
  }

  test('a form with errors, a conflict and a refused file', async ({ page, signIn, signInBeside }) => {
    await signIn('officer');
    await page.goto(`${home}/instructors/new`);
    await page.getByRole('button', { name: '登録する' }).click();
    await expect(page.getByRole('heading', { name: /入力内容に\d+件の誤りがあります$/u })).toBeVisible();
    await expectBothWidths(page);

    await samples[':corner/:year/organizations/:id/edit']?.open(page);
    const colleague = await signInBeside('chief');
    await colleague.goto(page.url());
    await colleague.getByLabel(/^担当者/u).fill('ほかの人');
    await colleague.getByRole('button', { name: '保存する' }).click();
    await expect(colleague).not.toHaveURL(/edit/u);
    await page.getByRole('button', { name: '保存する' }).click();
    await expect(page.getByRole('link', { name: 'いまの内容で編集し直す' })).toBeVisible();
    await expectBothWidths(page);

    await sendFile(page, { kind: '派遣先', file: 'samples/誤りのある派遣先名簿.csv' });
    await expect(page.getByText(/^取り込めない箇所が\d+件あります/u)).toBeVisible();
    await expectBothWidths(page);
  });

  test('choosing the days of an instructor, and the short forms of a visit opened', async ({ page, signIn }) => {
    await signIn('officer');
    await samples[':corner/:year/requests/:id/candidates']?.open(page);
    await page
      .getByRole('link', { name: /：この人を選ぶ$/u })
      .first()
      .click();
    await expect(page.getByRole('group', { name: '派遣する日' })).toBeVisible();
    await expectBothWidths(page);
    await page.goto(`${home}/visits?status=planned`);
    await page.locator(`main table a[href^="${home}/visits/"]`).first().click();
    await page.getByText('中止にする', { exact: true }).first().click();
    await expectBothWidths(page);
  });
});

test.describe('no violation in what the others see', () => {
  for (const role of ['officer', 'auditor', 'center'] satisfies DemonstrationRole[]) {
    test(role, async ({ page, signIn }) => {
      test.setTimeout(300_000);
      await signIn(role);
      await page.setViewportSize(wide);
      const links = page.getByRole('navigation', { name: '主なメニュー' }).getByRole('link');
      const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) {
        await page.goto(address);
        await expectSoundDocument(page);
        await expectAccessible(page);
      }
    });
  }
});

test('a refused page says so in words, with no violation', async ({ page, signIn }) => {
  await signIn('auditor');
  for (const [address, status, heading] of [
    [`${home}/settings/accounts`, 403, 'この画面を開く権限がありません'],
    ['/13/2022/visits', 403, 'この画面を開く権限がありません'],
    [`${home}/visits/00000000-0000-4000-8000-000000000000`, 404, 'お探しの画面は見つかりません'],
    ['/35/2022/no-such-page', 404, 'お探しの画面は見つかりません'],
    ['/99/2022', 404, 'お探しの画面は見つかりません'],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectSoundDocument(page);
    await expectBothWidths(page);
  }
});

test('forced colours keep bars, marks and states apart, with no violation', async ({ page, signIn }) => {
  await signIn('officer');
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['', '/reports/status', '/visits', '/visits/new', '/settings/api-tokens']) {
    await page.goto(`${home}${path}`);
    await expectAccessible(page);
    const bars = await page
      .locator('main [role="group"] svg')
      .evaluateAll((drawings) =>
        drawings
          .filter((drawing) => drawing.getBoundingClientRect().width > 100)
          .map((drawing) => [...drawing.querySelectorAll(':scope > rect')].map((part) => getComputedStyle(part).fill)),
      );
    for (const [track, , actual] of bars) expect(actual).not.toBe(track);
  }
});

async function expectBothWidths(page: Page): Promise<void> {
  await page.setViewportSize(wide);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** No page before had this title. What is not found says so in the same words, inside the frame and outside. */
async function expectOwnTitle(page: Page, path: string, { role }: Sample): Promise<void> {
  if (role === 'nobody' || path.endsWith('*')) return;
  const title = await page.title();
  expect(titles.get(title), `${title} of /${path}`).toBeUndefined();
  titles.set(title, path);
}

/** What the eye does not see: language, one heading of the first level, a title of its own (A11-08). */
async function expectSoundDocument(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.locator('h1')).toHaveCount(1);
  const heading = (await page.locator('h1').innerText()).trim();
  expect(await page.title()).toBe(`${heading}｜匠デスク`);
}

/** Nothing needs scrolling in two directions, save regions that scroll by themselves (WCAG 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/u.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const causes = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 160));
    return causes.length > 0 ? causes : ['the document itself'];
  });
  expect(tooWide, `wider than ${narrow.width} px: ${page.url()}`).toEqual([]);
}
