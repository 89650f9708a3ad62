import type { Page } from '@playwright/test';
import { home } from '../fixtures.ts';
import type { Sample } from './sample.ts';

const inDesk = (path: string): Sample => ({ role: 'chief', open: (page) => page.goto(`${home}/${path}`) });

/** The newest event of 魅力発信 that fits, below the table of its lines. */
export async function openFirstEvent(page: Page, query = '', rest = ''): Promise<void> {
  await page.goto(`${home}/outreach${query}`);
  const event = page.locator(`main table a[href^="${home}/outreach/"]:not([href*="/lines/"])`).first();
  await page.goto(`${await event.getAttribute('href')}${rest}`);
}

const first = (query: string, rest: string): Sample => ({
  role: 'chief',
  open: (page) => openFirstEvent(page, query, rest),
});

/** Pages of 魅力発信, by their routes. */
export const outreachSamples: Readonly<Record<string, Sample>> = {
  ':corner/:year/outreach': inDesk('outreach'),
  ':corner/:year/outreach/new': inDesk('outreach/new'),
  ':corner/:year/outreach/new/:kind': inDesk('outreach/new/fair'),
  ':corner/:year/outreach/lines/:line': inDesk('outreach/lines/station'),
  ':corner/:year/outreach/:id': first('?kind=fair', ''),
  ':corner/:year/outreach/:id/edit': first('?kind=fair', '/edit'),
  ':corner/:year/outreach/:id/result': first('?status=held', '/result'),
  ':corner/:year/outreach/:id/sheet': first('?kind=fair', '/sheet'),
};
