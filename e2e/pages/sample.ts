import type { Page } from '@playwright/test';
import { home, type DemonstrationRole } from '../fixtures.ts';

export type Sample = {
  readonly role: DemonstrationRole | 'nobody';
  /** Opens the page with records of the demonstration. */
  readonly open: (page: Page) => Promise<unknown>;
};

/** A page by its address. */
export const at = (path: string, role: Sample['role'] = 'chief'): Sample => ({
  role,
  open: (page) => page.goto(path),
});

/** A page below the corner and the 年度. */
export const inDesk = (path: string): Sample => at(path === '' ? home : `${home}/${path}`);

/** The first record of a list, and from there a page of its own. */
export const first = (list: string, rest = ''): Sample => ({
  role: 'chief',
  open: async (page) => {
    await page.goto(`${home}/${list}`);
    const record = page.locator(`main table a[href^="${home}/${list.replace(/\?.*$/u, '')}/"]`).first();
    await page.goto(`${await record.getAttribute('href')}${rest}`);
  },
});

/** The page that the first row of a list leads to by a link that ends so. */
export const firstOf = (list: string, ending: string): Sample => ({
  role: 'chief',
  open: async (page) => {
    await page.goto(`${home}/${list}`);
    const link = page.locator(`main table a[href^="${home}/${list}/"][href$="/${ending}"]`).first();
    await page.goto((await link.getAttribute('href')) ?? '');
  },
});

/** The entrance, as somebody who has not come in yet. */
export const atEntrance = (path: string): Sample => ({
  role: 'nobody',
  open: async (page) => {
    await page.context().clearCookies();
    await page.goto(path);
  },
});
