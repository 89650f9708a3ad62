import type { Locator, Page } from '@playwright/test';
import { expect, home } from '../fixtures.ts';

export type StatusFigure = { readonly actual: number; readonly scheduled: number };

/** The bar of one target, on the dashboard and in the report. */
export function targetBar(page: Page, label: string): Locator {
  return page.getByRole('main').getByRole('group', { name: label, exact: true });
}

/** 実施 and 今後予定 of one line of a table of the status report: `['受講者数', '中小企業']`. */
export async function readFigure(page: Page, [table, line]: readonly [string, string]): Promise<StatusFigure> {
  const cells = figureRow(page, [table, line]).getByRole('cell');
  await expect(cells).toHaveCount(2);
  const [actual, scheduled] = await cells.allInnerTexts();
  return { actual: numberIn(actual), scheduled: numberIn(scheduled) };
}

export function figureRow(page: Page, [table, line]: readonly [string, string]): Locator {
  return page
    .getByRole('table', { name: table, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: line, exact: true }) });
}

export async function openStatus(page: Page): Promise<void> {
  await page.goto(`${home}/reports/status`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('令和4年度 実施状況');
}

/** 「1,283人」 as 1283. */
export function numberIn(text: string | undefined): number {
  const [digits] = /[\d,]+/u.exec(text ?? '') ?? [];
  if (digits === undefined) throw new Error(`no number in 「${text}」`);
  return Number(digits.replaceAll(',', ''));
}
