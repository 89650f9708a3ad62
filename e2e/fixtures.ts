import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

/** Signs in as one of the demonstration accounts and lands on the front page. */
type SignIn = (role: DemonstrationRole) => Promise<void>;

export type DemonstrationRole = 'chief' | 'officer' | 'clerk' | 'coordinator' | 'auditor' | 'center';

const password = 'takumi-demo-2022';

/** Corner and 年度 of the demonstration on its day, 2022-11-30. */
export const home = '/35/2022';

type Running = {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** What it wrote on standard error until now. */
  readonly errors: () => string;
};

/** Starts the built application on a data folder and waits until it says its address. */
export async function startDesk(folder: string, words: readonly string[] = ['serve']): Promise<Running> {
  const child = spawn(process.execPath, ['bin/takumi.js', ...words, '--port', '0'], {
    env: { ...process.env, TAKUMI_DATA: folder, DATABASE_URL: '', TAKUMI_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    process.stderr.write(text);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/\S+/u.exec(line) ?? [];
    if (address) return { address, folder, process: child, errors: () => written };
  }
  throw new Error('the application ended before it said its address');
}

/** Ends the application as an operator does, and waits for it. */
export async function stopDesk({ process: child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Runs one command of the built application on a data folder. */
export async function takumi(
  folder: string,
  words: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['bin/takumi.js', ...words], {
    env: { ...process.env, TAKUMI_DATA: folder, DATABASE_URL: '', TAKUMI_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'takumi-e2e-'));
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

type Fixtures = {
  readonly signIn: SignIn;
  /** The same without landing anywhere, for whoever opens a page of their own next. */
  readonly takeSession: SignIn;
  readonly sealed: void;
  /** A second person at a desk of their own. */
  readonly signInBeside: (role: DemonstrationRole) => Promise<Page>;
};
type WorkerFixtures = {
  /** A file that counts gives itself a name here, and so gets figures that no other file has touched. */
  readonly untouchedFor: string;
  readonly template: string;
  readonly desk: Running;
  readonly sessions: Map<DemonstrationRole, Cookies>;
};

/** A desk of its own for every worker, with the demonstration office; pages may reach nothing but it and load no font (ENV-02, ENV-03). */
export const test = base.extend<Fixtures, WorkerFixtures>({
  untouchedFor: ['', { option: true, scope: 'worker' }],
  template: [
    // Playwright asks for the object pattern even where nothing is taken from it.
    async ({}, use) => {
      const folder = newFolder();
      const loaded = await takumi(folder, ['demo']);
      if (loaded.code !== 0) throw new Error(loaded.output);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desk: [
    async ({ template }, use) => {
      const folder = newFolder();
      cpSync(template, folder, { recursive: true });
      const running = await startDesk(folder);
      await use(running);
      await stopDesk(running);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  baseURL: async ({ desk }, use) => use(desk.address),
  sealed: [
    async ({ context, desk }, use) => {
      const outside: string[] = [];
      const fonts: string[] = [];
      context.on('request', (request) => {
        if (request.resourceType() === 'font') fonts.push(request.url());
      });
      await context.route(
        (url) => url.origin !== desk.address,
        async (route) => {
          outside.push(route.request().url());
          await route.abort();
        },
      );
      await use();
      expect(outside, 'addresses outside the desk that a page asked for').toEqual([]);
      expect(fonts, 'fonts that a page asked for').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/the server responded with a status of 4\d\d/u.test(message.text()))
        errors.push(message.text());
    });
    await use(page);
    expect(errors, 'errors that the page wrote').toEqual([]);
  },
  signIn: async ({ page, sessions }, use) => {
    await use((role) => enter(page, sessions, role));
  },
  takeSession: async ({ page, sessions, signIn }, use) => {
    await use(async (role) => {
      const known = sessions.get(role);
      if (known) await page.context().addCookies(known);
      else await signIn(role);
    });
  },
  signInBeside: async ({ browser, desk, sessions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ baseURL: desk.address, locale: 'ja-JP' });
      opened.push(context);
      const page = await context.newPage();
      await enter(page, sessions, role);
      return page;
    });
    for (const context of opened) await context.close();
  },
});

/** Through the sign-in page the first time, by the same session afterwards: the number of tries is limited (SEC-08). */
async function enter(page: Page, sessions: Map<DemonstrationRole, Cookies>, role: DemonstrationRole): Promise<void> {
  const known = sessions.get(role);
  if (known) {
    await page.context().addCookies(known);
    await page.goto('/');
  } else {
    await givePassword(page, role);
  }
  await expect(page).toHaveURL(/\/\d\d\/\d{4}/u);
  if (!known) sessions.set(role, await page.context().cookies());
}

/** The first step of signing in. */
export async function givePassword(page: Page, role: DemonstrationRole): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('メール').fill(`${role}@example.jp`);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'サインインする' }).click();
  await expect(page).not.toHaveURL(/\/sign-in$/u);
}

export { expect };

/** No violation of WCAG 2.2 AA on the page as it stands (A11-01). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
}
