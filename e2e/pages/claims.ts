import type { Page } from '@playwright/test';
import { home } from '../fixtures.ts';

/** The address of 講師謝金等請求書 of a claim, or of its file, for a route of the papers of records. */
export function letterAddress(route: string, corner: string, claimId: string | undefined): string {
  const page = `/${corner}/2022/letters/of/expense-claim/${claimId ?? ''}/claim-form`;
  return route.endsWith('/word') ? `${page}/word` : page;
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
