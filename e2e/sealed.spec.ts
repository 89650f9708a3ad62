import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { matchPath } from 'react-router';
import { listRoutes } from './pages/addresses.ts';
import { walkPages } from './pages/walk-pages.ts';

const MOST_SCRIPT_BYTES = 300 * 1024;

/** Files of one record, and the page that has their links. */
const linkedFrom: Readonly<Record<string, string>> = {
  ':corner/:year/demand-surveys/:id/results/file': ':corner/:year/demand-surveys/:id/results/export',
  ':corner/:year/center/certifications/:id/evidence/:file': ':corner/:year/center/certifications/:id',
  ':corner/:year/certification-batches/:id/papers/:paper': ':corner/:year/certification-batches/:id',
  ':corner/:year/certifications/:id/application-form': ':corner/:year/certifications/:id',
  ':corner/:year/certifications/:id/evidence/:file': ':corner/:year/certifications/:id/evidence',
  ':corner/:year/letters/:id/word': ':corner/:year/letters',
  ':corner/:year/letters/templates/:kind/files/:file': ':corner/:year/letters/templates/:kind',
  ':corner/:year/courses/:id/letters/word': ':corner/:year/courses/:id/letters',
  ':corner/:year/letters/issues/:id/word': ':corner/:year/courses/:id/letters',
  ':corner/:year/courses/:id/certificates/word': ':corner/:year/courses/:id/certificates',
  ':corner/:year/letters/of/:record/:id/:kind/word': ':corner/:year/letters/of/:record/:id/:kind',
  ':corner/:year/retention/:id/paper': ':corner/:year/retention/:id',
  ':corner/:year/visits/:id/report/:instructor/photos/:photo': ':corner/:year/visits/:id/report/:instructor',
  'calendars/:token/visits.ics': ':corner/:year/feeds/:kind/:id',
  'my/visits/:id/report/photos/:photo': 'my/visits/:id/report',
  ':corner/:year/payments/:id/file': ':corner/:year/payments/:id',
  ':corner/:year/surveys/council/word': ':corner/:year/surveys/council',
  ':corner/:year/surveys/instructors/:id/word': ':corner/:year/surveys/instructors/:id',
  ':corner/:year/upkeep/:id/letter/:kind/word': ':corner/:year/upkeep/:id/letter/:kind',
};

test('files are made without any other host', async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const files = listRoutes().filter(({ answersWithFile }) => answersWithFile);
  const addresses: Readonly<Record<string, readonly string[]>> = {
    ':corner/:year/reports/status/:format': ['docx', 'html', 'json', 'csv'].map((format) => `reports/status/${format}`),
    ':corner/:year/expenses/file/:format': ['csv', 'xlsx'].map((format) => `expenses/file/${format}`),
    ':corner/:year/outreach/file/:format': ['csv', 'xlsx'].map((format) => `outreach/file/${format}`),
    ':corner/:year/transfer/file': ['xlsx', 'csv', 'json'].map(
      (format) => `transfer/file?kind=organizations&format=${format}&encoding=utf8`,
    ),
    ':corner/:year/transfer/template': ['xlsx', 'csv'].map(
      (format) => `transfer/template?kind=visits&format=${format}`,
    ),
  };
  const known = Object.keys({ ...addresses, ...linkedFrom });
  expect(known.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  await signIn('chief');
  for (const address of Object.values(addresses).flat()) await expectFile(page, `${home}/${address}`);
  const pages = Object.values(linkedFrom);
  await walkPages({ page, signIn, among: (path) => pages.includes(path) }, async (from) => {
    const hrefs = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const routes = Object.keys(linkedFrom).filter((route) => linkedFrom[route] === from);
    const found = hrefs.filter((href) =>
      routes.some((route) => matchPath(`/${route}`, new URL(href).pathname) !== null),
    );
    expect(found.length, `files on /${from}`).toBeGreaterThan(0);
    for (const href of new Set(found)) await expectFile(page, href);
  });
});

async function expectFile(page: Page, address: string): Promise<void> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  expect((await answer.body()).length, address).toBeGreaterThan(100);
}

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
