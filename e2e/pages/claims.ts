import type { Page } from '@playwright/test';
import { home } from '../fixtures.ts';

type Samples = {
  readonly ids: Readonly<Record<string, string>>;
  readonly report: string;
  readonly photo: string;
};

/** The address of what is about one visit and person: a report with its photos, or 講師謝金等請求書 of a claim. */
export function addressOfVisit(route: string, home: string, { ids, report, photo }: Samples): string | undefined {
  if (route.includes('/report/:instructor'))
    return `${home}/visits/${report}${route.endsWith(':photo') ? `/photos/${photo}` : ''}`;
  if (!route.includes('/letters/of/')) return undefined;
  return `${home}/letters/of/expense-claim/${ids['expenses'] ?? ''}/claim-form${route.endsWith('/word') ? '/word' : ''}`;
}

/** 請求書 of the latest claim. */
export async function openPaperOfClaim(page: Page): Promise<void> {
  await page.goto(`${home}/expenses`);
  await page.goto((await page.locator(`main table a[href^="${home}/expenses/"]`).first().getAttribute('href')) ?? '');
  await page.goto((await page.getByRole('link', { name: '講師謝金等請求書' }).getAttribute('href')) ?? '');
}

/** The form of a claim for the visit that has waited longest. */
export async function openNewClaim(page: Page): Promise<void> {
  await page.goto(`${home}/expenses/unclaimed`);
  await page.locator('main table a').first().click();
}
