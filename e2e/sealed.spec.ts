import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { listRoutes, samples, type Sample } from './pages/addresses.ts';

const MOST_SCRIPT_BYTES = 300 * 1024;

test('every page works while no host but the desk can be reached, and no font is loaded (ENV-02, ENV-03)', async ({
  page,
  desk,
  signIn,
}) => {
  test.setTimeout(180_000);
  const asked: { url: string; type: string }[] = [];
  const failed: string[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), type: request.resourceType() }));
  // Aborted: the page was left before its icon came.
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') failed.push(`${request.url()}: ${reason}`);
  });
  const strangers = Object.values(samples).filter(({ role }) => role === 'nobody');
  const people = Object.values(samples).filter(({ role }) => role !== 'nobody');
  for (const sample of strangers) await openPage(page, sample);
  await signIn('chief');
  for (const sample of people) await openPage(page, sample);
  expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(new Set([desk.address]));
  expect(asked.filter(({ type }) => type === 'font')).toEqual([]);
  expect(failed).toEqual([]);
});

test('files are made without any other host', async ({ page, signIn }) => {
  await signIn('chief');
  const files = listRoutes().filter(({ answersWithFile }) => answersWithFile);
  const addresses: Readonly<Record<string, readonly string[]>> = {
    ':corner/:year/reports/status/:format': ['docx', 'html', 'json', 'csv'].map((format) => `reports/status/${format}`),
    ':corner/:year/transfer/file': ['xlsx', 'csv', 'json'].map(
      (format) => `transfer/file?kind=organizations&format=${format}&encoding=utf8`,
    ),
    ':corner/:year/transfer/template': ['xlsx', 'csv'].map(
      (format) => `transfer/template?kind=visits&format=${format}`,
    ),
  };
  expect(Object.keys(addresses).toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  for (const address of Object.values(addresses).flat()) {
    const answer = await page.request.get(`${home}/${address}`);
    expect(answer.status(), address).toBe(200);
    expect((await answer.body()).length, address).toBeGreaterThan(100);
  }
});

for (const [name, address] of [
  ['the sign-in page', '/sign-in'],
  ["today's work", home],
  ['the report', `${home}/reports/status`],
] as const) {
  test(`the first load of ${name} brings at most 300 KB of script, compressed (ENV-04)`, async ({ page, signIn }) => {
    if (address !== '/sign-in') await signIn('officer');
    const scripts: Response[] = [];
    page.on('response', (response) => response.request().resourceType() === 'script' && scripts.push(response));
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });
}

async function openPage(page: Page, sample: Sample): Promise<void> {
  await sample.open(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
