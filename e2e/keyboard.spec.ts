import type { CDPSession, Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { findField } from './pages/record-form.ts';

const typicalPages = [
  ['a list', `${home}/visits?status=planned`],
  ['a form', `${home}/requests/new`],
  ['the report', `${home}/reports/status`],
] as const;

test('the first press of Tab leads past header and navigation to the content', async ({ page, signIn }) => {
  await signIn('officer');
  await page.goto(`${home}/organizations`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '本文へ移動' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link', { name: '派遣先を登録する' })).toBeFocused();
});

test('the key "/" leads to the search over everything, and stays a character while writing', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/organizations`);
  const everything = page.getByRole('banner').getByRole('searchbox', { name: 'すべてから検索' });
  await page.keyboard.press('/');
  await expect(everything).toBeFocused();
  await expect(everything).toHaveValue('');

  const list = page.getByRole('main').getByRole('searchbox');
  await list.focus();
  await page.keyboard.type('1/2');
  await expect(list).toHaveValue('1/2');
  await expect(list).toBeFocused();

  await page.keyboard.press('Escape');
  await page.locator('body').press('Control+/');
  await expect(everything).not.toBeFocused();
});

for (const [name, address] of typicalPages) {
  test(`everything that the Tab key reaches on ${name} shows where it is (DES-06)`, async ({ page, signIn }) => {
    await signIn('officer');
    await page.goto(address);
    const reached = await walkByTab(page);
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter(({ ring }) => ring !== '4px solid rgb(0, 0, 0)')).toEqual([]);
    expect(reached.filter(({ inView }) => !inView)).toEqual([]);
  });

  test(`what is pressed on ${name} is large enough: buttons 44 px, all else 24 px or within a sentence (DES-07)`, async ({
    page,
    signIn,
  }) => {
    await signIn('officer');
    await page.goto(address);
    await page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    const targets = await measureTargets(page);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter(({ isButton, height, width }) => isButton && Math.min(height, width) < 44)).toEqual([]);
    expect(targets.filter(({ crowded, height }) => height < 24 && crowded)).toEqual([]);
  });

  test(`${name} survives letters of twice the size`, async ({ page, signIn }) => {
    await signIn('officer');
    await page.goto(address);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    expect(await listCutTexts(page)).toEqual([]);
  });
}

test('Enter that confirms a conversion does not send the form; the next one does (ENV-06)', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/organizations/new`);
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  const name = await findField(page, '名称');
  await name.focus();
  const keyboard = await context.newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'せいこう', selectionStart: 4, selectionEnd: 4 });
  await expect(name).toHaveValue('せいこう');
  await pressEnter(keyboard);
  await keyboard.send('Input.insertText', { text: '精工' });
  await expect(name).toHaveValue('精工');
  expect(posts).toEqual([]);

  await pressEnter(keyboard);
  await expect(page.getByRole('heading', { name: /入力内容に\d+件の誤りがあります$/u })).toBeVisible();
  expect(posts).toHaveLength(1);
});

test('a menu of the header closes by Escape and gives the focus back', async ({ page, signIn }) => {
  await signIn('officer');
  const menu = page.locator('header details').filter({ hasText: '令和4年度' });
  await menu.locator('summary').press('Enter');
  await expect(menu.getByRole('link', { name: '令和5年度' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('link', { name: '令和5年度' })).toBeHidden();
  await expect(menu.locator('summary')).toBeFocused();
});

type Stop = { readonly element: string; readonly ring: string; readonly inView: boolean };

/** Presses Tab until the page is over, and tells how each stop shows itself. */
async function walkByTab(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.hasAttribute('data-walked')) return null;
      element.setAttribute('data-walked', '');
      const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const middle = document.elementFromPoint(
        box.left + Math.min(box.width, 40) / 2,
        box.top + Math.min(box.height, 40) / 2,
      );
      return {
        element: element.outerHTML.slice(0, 120),
        ring: `${outlineWidth} ${outlineStyle} ${outlineColor}`,
        inView: middle !== null && (element.contains(middle) || middle.contains(element)),
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
}

type Target = {
  readonly element: string;
  readonly isButton: boolean;
  readonly width: number;
  readonly height: number;
  /** Another target lies within the 24 px circle around its middle (WCAG 2.5.8), and it is not part of a sentence. */
  readonly crowded: boolean;
};

async function measureTargets(page: Page): Promise<readonly Target[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, input:not([type=hidden])'),
    ].filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1);
    const boxOf = (element: HTMLElement) => {
      const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
      const box = (label ?? element).getBoundingClientRect();
      const around = getComputedStyle(element, '::after');
      const extra = around.content !== 'none' && around.position === 'absolute' ? parseFloat(around.height) : 0;
      return { box, height: Math.max(box.height, extra || 0) };
    };
    const measured = all.map((element) => ({ element, ...boxOf(element) }));
    return measured.map(({ element, box, height }) => {
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const inSentence =
        getComputedStyle(element).display === 'inline' && element.closest('p, dd, li, td, th') !== null;
      const near = measured.some(
        (other) =>
          other.element !== element &&
          Math.hypot(
            Math.max(other.box.left - x, 0, x - other.box.right),
            Math.max(other.box.top - y, 0, y - other.box.bottom),
          ) < 12,
      );
      return {
        element: element.outerHTML.slice(0, 120),
        isButton: element.tagName === 'BUTTON' || element.matches('a.inline-flex.text-oln-16B-100'),
        width: Math.round(box.width),
        height: Math.round(height),
        crowded: near && !inSentence,
      };
    });
  });
}

/** Texts that their box cuts off. */
async function listCutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, header *')]
      .filter((element) => element.checkVisibility() && /hidden|clip/u.test(getComputedStyle(element).overflow))
      .filter((element) => element.closest('.sr-only, svg') === null)
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

async function pressEnter(keyboard: CDPSession): Promise<void> {
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter, text: '\r' });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
}
