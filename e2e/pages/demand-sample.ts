import type { Page } from '@playwright/test';
import { givePassword, home } from '../fixtures.ts';

type Read = (path: string) => Promise<{ readonly text: string }>;

/** Identities of the demonstration's 派遣希望調査, by the words of the addresses that need them. */
export async function findDemandSample(home: string, read: Read): Promise<Readonly<Record<string, string>>> {
  const find = async (path: string, pattern: RegExp) => pattern.exec((await read(`${home}/${path}`)).text)?.[1] ?? '';
  const survey = await find('demand-surveys', /demand-surveys\/([\da-f-]{36})"/u);
  const answered = `demand-surveys/${survey}?state=answered`;
  const recipient = await find(answered, /recipients\/([\da-f-]{36})"/u);
  const wish = await find(`demand-surveys/${survey}/recipients/${recipient}`, /wishes\/([\da-f-]{36})\/request"/u);
  return { 'demand-surveys': survey, ':recipient': recipient, ':wish': wish };
}

/** Pages of the 派遣希望調査, of a recipient that answered, and of its first wish. */
export function demandSamples(desk: string) {
  const sample = (path: string) => ({
    role: 'chief' as const,
    open: async (page: Page) => {
      const read = async (address: string) => ({ text: await (await page.request.get(address)).text() });
      const ids = path.includes(':') ? await findDemandSample(home, read) : {};
      const words = path
        .split('/')
        .map((word) => (word === ':id' ? ids['demand-surveys'] : word.startsWith(':') ? ids[word] : word));
      await page.goto(`${home}/${words.join('/')}`);
    },
  });
  const paths = [
    'demand-surveys',
    'demand-surveys/new',
    'demand-surveys/:id',
    'demand-surveys/:id/edit',
    'demand-surveys/:id/recipients/new',
    'demand-surveys/:id/recipients/:recipient',
    'demand-surveys/:id/recipients/:recipient/answer',
    'demand-surveys/:id/papers',
    'demand-surveys/:id/reminders',
    'demand-surveys/:id/results',
    'demand-surveys/:id/results/wishes',
    'demand-surveys/:id/results/export',
    'demand-surveys/:id/wishes/:wish/request',
  ];
  return {
    ...Object.fromEntries(paths.map((path) => [`${desk}/${path}`, sample(path)])),
    'demand/:token': { role: 'nobody' as const, open: openDemandLink },
  };
}

/** The form behind the link of a recipient that has not answered, as the recipient sees it. */
export async function openDemandLink(page: Page): Promise<void> {
  await givePassword(page, 'chief');
  await page.goto(`${home}/demand-surveys`);
  await page.locator('main table a').first().click();
  await page.goto(`${page.url()}?state=sent`);
  await page.locator('main table a').last().click();
  const address = new URL(await page.locator('dd .select-all').innerText());
  await page.context().clearCookies();
  await page.goto(address.pathname);
}
