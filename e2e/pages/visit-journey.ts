import { expect, type Page } from '@playwright/test';
import { home } from '../fixtures.ts';

/** The day of the demonstration: a visit of today can be booked and held. */
export const TODAY = 'R4.11.30';

type Metric = { readonly key: string; readonly actual: number; readonly scheduled: number };
type Counted = {
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
};
type Report = {
  readonly sections: readonly { readonly metrics: readonly Metric[] }[];
  readonly outputs: readonly Metric[];
  readonly outcomes: readonly Counted[];
};

/** Every figure of the status report by its name, as its JSON says them. */
export async function readFigures(page: Page): Promise<ReadonlyMap<string, number>> {
  const answer = await page.request.get(`${home}/reports/status/json`);
  expect(answer.status()).toBe(200);
  const { sections, outputs, outcomes } = (await answer.json()) as Report;
  // A rate follows from its counts, which are read by themselves.
  const isCount = ({ key }: Metric) => !key.startsWith('outcome.');
  const metrics = [...sections.flatMap(({ metrics: own }) => own), ...outputs].filter(isCount);
  return new Map([
    ...metrics.flatMap(({ key, actual, scheduled }) => [
      [`${key} actual`, actual] as const,
      [`${key} scheduled`, scheduled] as const,
    ]),
    ...outcomes.flatMap(({ key, numerator, denominator }) => [
      [`${key} numerator`, numerator] as const,
      [`${key} denominator`, denominator] as const,
    ]),
  ]);
}

/** What moved between two readings, and by how much. */
export function differences(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
  return Object.fromEntries(
    [...after].flatMap(([key, value]) => {
      const moved = value - (before.get(key) ?? 0);
      return moved === 0 ? [] : [[key, moved]];
    }),
  );
}

/** Takes one of the steps that a request offers, on its page. */
export async function takeStep(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: '次にすること' }).getByRole('link', { name }).click();
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('region', { name: '手続の経過' })).toContainText(' → ');
}

type Way = {
  readonly way: '本人用の画面・文書' | '電話・対面';
  readonly startsAt: string;
  readonly instructor: string;
};

/** Offers the one wished day of a request to somebody. */
export async function offerDay(page: Page, { way, startsAt, instructor }: Way): Promise<void> {
  await page.getByRole('link', { name: 'マイスター等を選ぶ', exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`${instructor}.*：この人を選ぶ$`, 'u') }).click();
  await page.getByRole('link', { name: '割り当てる前に打診する' }).click();
  await page.getByRole('textbox', { name: /^開始/u }).fill(startsAt);
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('textbox', { name: /^返事の期限/u }).fill(TODAY);
  await page.getByRole('button', { name: 'この内容で打診する' }).click();
}

/** Records the one visit of a request as held with so many people; answers its address. */
export async function holdVisit(page: Page, request: string, trainees: number): Promise<string> {
  await page.goto(request);
  await page.locator(`main table a[href^="${home}/visits/"]`).click();
  const form = page
    .getByRole('region', { name: '結果' })
    .or(page.locator('section', { has: page.locator('#close-visit') }));
  await form
    .getByRole('textbox', { name: /^実施日/u })
    .first()
    .fill(TODAY);
  await form.getByRole('textbox', { name: /^受講者数/u }).fill(String(trainees));
  await form.getByRole('button', { name: /実施/u }).first().click();
  await expect(page.getByRole('main').getByText('実施', { exact: true }).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Hands the claim of a checked report in and checks it; answers its address. */
export async function handInClaim(page: Page, report: string): Promise<string> {
  await page.goto(report);
  await page.getByRole('link', { name: 'この派遣の請求を開く' }).click();
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('button', { name: '確認する' }).click();
  await expect(page.getByText('確認済み', { exact: true })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Pays this one claim by a transfer of today. */
export async function payClaim(page: Page, claim: string, visitNumber: string): Promise<void> {
  await page.goto(`${home}/payments/new`);
  const chosen = page.getByRole('group', { name: /^振り込む請求/u });
  for (const other of await chosen.getByRole('checkbox').all()) await other.uncheck();
  await chosen.getByRole('checkbox', { name: new RegExp(visitNumber, 'u') }).check();
  await page.getByLabel(/^振込日/u).fill('2022/11/30');
  await page.getByRole('button', { name: 'この内容でまとめる' }).click();
  await expect(page.locator('main tbody').getByRole('row')).toHaveCount(1);
  await page.getByRole('button', { name: '支払済みにする' }).click();
  await expect(page.getByText('支払は終わっています。')).toBeVisible();
  await page.goto(claim);
  await expect(page.getByText('支払済み', { exact: true })).toBeVisible();
}

type Deciding = { readonly officer: Page; readonly chief: Page };

/** What was agreed before the visit, its plan, and the decision of the chief, who finds it in the list of what waits. */
export async function decidePlan({ officer, chief }: Deciding, request: string): Promise<void> {
  await officer.goto(`${request}/plan/meetings/new`);
  await officer.getByRole('textbox', { name: /^打合せの日/u }).fill(TODAY);
  await officer.getByRole('radio', { name: '電話' }).check();
  await officer.getByRole('textbox', { name: /^出席者/u }).fill('派遣先 架空 花子\nマイスター\nコーナー 架空 花子');
  await officer.getByRole('textbox', { name: /^決めたこと/u }).fill('旋盤は派遣先のものを使う');
  await officer.getByRole('button', { name: '打合せを記録する' }).click();
  await officer.goto(`${request}/plan/edit`);
  await officer.getByRole('textbox', { name: /^場所/u }).fill('本社工場');
  await officer.getByRole('textbox', { name: /^内容/u }).fill('旋盤の段取りと芯出し');
  await officer.getByRole('button', { name: '計画書を保存する' }).click();
  await officer.goto(`${request}/decision`);
  await officer.getByLabel(/^1人目/u).selectOption({ label: '架空 一郎' });
  await officer.getByRole('button', { name: '起案する' }).click();
  await chief.goto(`${home}/work?kind=decision-waiting&whose=mine`);
  await chief.locator(`main table a[href="${request}/decision"]`).click();
  await chief.getByRole('button', { name: '承認する' }).click();
  await expect(chief.getByText('決裁済み', { exact: true }).first()).toBeVisible();
}
