import type { Page } from '@playwright/test';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '../../src/routes.ts';
import { outreachSamples } from './outreach-samples.ts';
import { openNewClaim, openPaperOfClaim } from './claims.ts';
import { assignmentSamples } from './assignment-sample.ts';
import { planSamples } from './plan-sample.ts';
import { demandSamples } from './demand-sample.ts';
import { openOwnPassword } from './own-password.ts';
import { timedCode } from './timed-code.ts';
import { expect, givePassword, home } from '../fixtures.ts';
import { at, atEntrance, first, firstOf, inDesk, type Sample } from './sample.ts';

/** A route as it is declared: its whole path, and whether it answers with a page or with a file. */
export type DeclaredRoute = { readonly path: string; readonly answersWithFile: boolean };

/** Every route of the application that can be opened, from the one list of them. */
export function listRoutes(entries: readonly RouteConfigEntry[] = routes, base = ''): readonly DeclaredRoute[] {
  return entries.flatMap(({ path, file, children }) => {
    const whole = [base, path].filter(Boolean).join('/');
    if (children) return listRoutes(children, whole);
    return [{ path: whole, answersWithFile: file.endsWith('.ts') }];
  });
}

/** A page of the demonstration's busiest instructor. */
const asInstructor = (path: string): Sample => ({
  role: 'nobody',
  open: async (page) => {
    await enterAsInstructor(page);
    await page.goto(path);
  },
});

const desk = ':corner/:year';

/** How each page is opened. A route that is missing here is a test that fails, so that no page is left out. */
export const samples: Readonly<Record<string, Sample>> = {
  'sign-in': at('/sign-in', 'nobody'),
  'sign-in/second-factor': { role: 'nobody', open: openSecondFactor },
  account: at('/account'),
  'account/password': { role: 'nobody', open: openOwnPassword },
  'account/second-factor': at('/account/second-factor'),
  'my/sign-in': atEntrance('/my/sign-in'),
  'my/enter/:token': atEntrance(`/my/enter/35.${'x'.repeat(43)}`),
  my: asInstructor('/my'),
  'my/visits': asInstructor('/my/visits'),
  'my/visits/:id': {
    role: 'nobody',
    open: async (page) => {
      await enterAsInstructor(page);
      await page.locator('main a[href^="/my/visits/"]').first().click();
      await page.locator('summary').first().click();
    },
  },
  'my/visits/:id/report': {
    role: 'nobody',
    open: async (page) => {
      await enterAsInstructor(page);
      await page.goto('/my/visits');
      const held = page.locator('main li a[href^="/my/visits/"]').last();
      await page.goto(`${await held.getAttribute('href')}/report`);
    },
  },
  'my/offers': asInstructor('/my/offers'),
  'my/courses': asInstructor('/my/courses'),
  'my/days': asInstructor('/my/days'),
  'my/feedback': asInstructor('/my/feedback'),
  'my/profile': asInstructor('/my/profile'),
  'my/calendar': asInstructor('/my/calendar'),
  'my/device': asInstructor('/my/device'),
  'my/:page': asInstructor('/my/no-such-page'),
  [desk]: inDesk(''),
  [`${desk}/search`]: inDesk('search?q=山口'),
  [`${desk}/filters`]: inDesk('filters'),
  ...recordSamples('organizations'),
  ...recordSamples('instructors'),
  'replies/:token': { role: 'nobody', open: openReply },
  [`${desk}/upkeep`]: inDesk('upkeep'),
  [`${desk}/upkeep/:id`]: first('upkeep'),
  [`${desk}/upkeep/:id/letter/:kind`]: first('upkeep?view=running', '/letter/intent'),
  [`${desk}/courses`]: inDesk('courses'),
  [`${desk}/courses/new`]: inDesk('courses/new'),
  [`${desk}/courses/exemptions`]: inDesk('courses/exemptions'),
  [`${desk}/courses/:id`]: first('courses'),
  [`${desk}/courses/:id/edit`]: first('courses', '/edit'),
  [`${desk}/courses/:id/invite`]: first('courses', '/invite'),
  [`${desk}/instructors/adviser-rules`]: inDesk('instructors/adviser-rules'),
  [`${desk}/instructors/duplicates`]: inDesk('instructors/duplicates'),
  [`${desk}/instructors/:id/profile`]: first('instructors', '/profile'),
  [`${desk}/instructors/:id/merge`]: first('instructors', '/merge'),
  [`${desk}/instructors/:id/invitation`]: first('instructors', '/invitation'),
  [`${desk}/courses/:id/certificates`]: {
    role: 'chief',
    open: async (page) => {
      await page.goto('/35/2021/courses');
      const course = page.locator('main table a').first();
      await page.goto(`${await course.getAttribute('href')}/certificates`);
    },
  },
  [`${desk}/courses/:id/letters`]: first('courses?state=planned', '/letters'),
  [`${desk}/letters`]: inDesk('letters'),
  [`${desk}/letters/numbering`]: inDesk('letters/numbering'),
  [`${desk}/letters/templates`]: inDesk('letters/templates'),
  [`${desk}/letters/templates/:kind`]: inDesk('letters/templates/batch-letter'),
  [`${desk}/letters/of/:record/:id/:kind`]: { role: 'chief', open: openPaperOfClaim },
  ...recordSamples('consultations'),
  [`${desk}/consultations/:id/request`]: first('consultations?state=follow-up', '/request'),
  ...recordSamples('requests'),
  ...planSamples(desk),
  ...assignmentSamples(desk),
  ...recordSamples('certifications'),
  [`${desk}/certifications/intake`]: inDesk('certifications/intake'),
  [`${desk}/certifications/criteria`]: inDesk('certifications/criteria'),
  [`${desk}/certifications/criteria/edit`]: inDesk('certifications/criteria/edit'),
  [`${desk}/certifications/criteria/drop`]: { role: 'chief', open: openDrop },
  ...certificationSamples(),
  ...recordSamples('visits'),
  ...outreachSamples,
  [`${desk}/visits/series`]: inDesk('visits/series'),
  [`${desk}/visits/calendar`]: inDesk('visits/calendar?month=2022-12'),
  [`${desk}/visits/week`]: inDesk('visits/week?day=2022-12-05'),
  [`${desk}/visits/day`]: inDesk('visits/day?day=2022-12-05'),
  ...recordSamples('scouting'),
  ...recordSamples('scouting/leads'),
  [`${desk}/scouting/calendar`]: inDesk('scouting/calendar?month=2022-11'),
  [`${desk}/scouting/route`]: inDesk('scouting/route?day=2022-11-29'),
  [`${desk}/scouting/territories`]: inDesk('scouting/territories'),
  [`${desk}/scouting/territories/new`]: inDesk('scouting/territories/new'),
  [`${desk}/scouting/territories/:id/edit`]: firstOf('scouting/territories', 'edit'),
  [`${desk}/scouting/territories/:id/delete`]: firstOf('scouting/territories', 'delete'),
  [`${desk}/shortage`]: inDesk('shortage'),
  [`${desk}/shortage/rows`]: inDesk('shortage/rows?trade=kikai-kako&area=central&figure=registered'),
  'apply/:corner': at('/apply/35', 'nobody'),
  'applications/:token': { role: 'nobody', open: openApplication },
  'surveys/thanks': at('/surveys/thanks', 'nobody'),
  'surveys/:token': { role: 'nobody', open: openSurvey },
  [`${desk}/feeds/:kind/:id`]: {
    role: 'chief',
    open: async (page) => {
      await first('instructors').open(page);
      await page.getByRole('link', { name: 'カレンダー配信' }).click();
      await page.getByRole('button', { name: /^アドレスを作/u }).click();
    },
  },
  [`${desk}/visits/:id/roster`]: first('visits?status=held&sort=earliest', '/roster'),
  [`${desk}/visits/:id/roster/edit`]: first('visits?status=held&sort=earliest', '/roster/edit'),
  [`${desk}/visits/:id/roster/paste`]: first('visits?status=held', '/roster/paste'),
  [`${desk}/visits/:id/roster/sheet`]: first('visits?status=held&sort=earliest', '/roster/sheet'),
  [`${desk}/visits/:id/survey`]: first('visits?status=held', '/survey'),
  [`${desk}/visits/:id/survey/sheets/:audience`]: { role: 'chief', open: openSheets },
  [`${desk}/visits/:id/survey/paper/:audience`]: first('visits?status=held', '/survey/paper/trainee'),
  [`${desk}/visits/:id/survey/entry/:audience`]: first('visits?status=held', '/survey/entry/host'),
  [`${desk}/surveys`]: inDesk('surveys'),
  [`${desk}/surveys/forms`]: inDesk('surveys/forms'),
  [`${desk}/surveys/forms/:audience`]: inDesk('surveys/forms/trainee'),
  [`${desk}/surveys/council`]: inDesk('surveys/council'),
  [`${desk}/surveys/instructors/:id`]: {
    role: 'chief',
    open: async (page) => {
      await page.goto(`${home}/surveys?by=instructor`);
      await page.locator('main table a[href*="/surveys/instructors/"]').first().click();
    },
  },
  [`${desk}/visits/:id/reply`]: first('visits?status=planned', '/reply'),
  [`${desk}/activity-reports`]: inDesk('activity-reports'),
  [`${desk}/visits/:id/report/:instructor`]: {
    role: 'chief',
    open: async (page) => {
      await page.goto(`${home}/activity-reports?view=waiting`);
      await page.locator('main table a').first().click();
    },
  },
  [`${desk}/payments`]: inDesk('payments'),
  [`${desk}/payments/new`]: inDesk('payments/new'),
  [`${desk}/payments/payer`]: inDesk('payments/payer'),
  [`${desk}/payments/:id`]: first('payments'),
  [`${desk}/instructors/:id/bank-account`]: first('instructors', '/bank-account'),
  ...demandSamples(desk),
  [`${desk}/applications`]: inDesk('applications'),
  [`${desk}/applications/:id`]: first('applications'),
  [`${desk}/work`]: inDesk('work'),
  [`${desk}/outbox`]: inDesk('outbox'),
  [`${desk}/outbox/:id`]: first('outbox'),
  [`${desk}/requests/rules`]: inDesk('requests/rules'),
  [`${desk}/requests/rules/new`]: inDesk('requests/rules/new'),
  [`${desk}/requests/travel`]: inDesk('requests/travel'),
  [`${desk}/expenses`]: inDesk('expenses'),
  [`${desk}/expenses/unclaimed`]: inDesk('expenses/unclaimed'),
  [`${desk}/expenses/new`]: { role: 'chief', open: openNewClaim },
  [`${desk}/expenses/rates`]: inDesk('expenses/rates'),
  [`${desk}/expenses/rates/new`]: inDesk('expenses/rates/new'),
  [`${desk}/expenses/budget`]: inDesk('expenses/budget'),
  [`${desk}/expenses/:id`]: first('expenses'),
  [`${desk}/expenses/:id/edit`]: first('expenses?state=returned', '/edit'),
  ...recordSamples('plan'),
  [`${desk}/reports/status`]: inDesk('reports/status'),
  [`${desk}/transfer`]: inDesk('transfer'),
  [`${desk}/transfer/columns`]: inDesk('transfer/columns?kind=visits'),
  [`${desk}/transfer/import/:draft`]: {
    role: 'chief',
    open: (page) => sendFile(page, { kind: '派遣', file: 'samples/派遣実績_令和3年度.csv' }),
  },
  [`${desk}/transfer/export`]: inDesk('transfer/export?kind=organizations&format=xlsx&encoding=utf8'),
  [`${desk}/settings/accounts`]: inDesk('settings/accounts'),
  [`${desk}/settings/accounts/new`]: inDesk('settings/accounts/new'),
  [`${desk}/settings/accounts/:id`]: first('settings/accounts'),
  [`${desk}/settings/api-tokens`]: inDesk('settings/api-tokens'),
  [`${desk}/retention`]: inDesk('retention'),
  [`${desk}/retention/periods`]: inDesk('retention/periods'),
  [`${desk}/retention/:id`]: { role: 'officer', open: openRetentionPlan },
  [`${desk}/audit`]: inDesk('audit?kind=account'),
  [`${desk}/*`]: inDesk('no-such-page'),
  '*': at('/no-such-page'),
};

/** Routes that answer with another address and never with a page. */
export const redirects = ['', 'sign-out'] as const;

/** Pages of an application's files, of bundles, and of the Center's desk. */
function certificationSamples(): Readonly<Record<string, Sample>> {
  const atCenter = (rest: string): Sample => ({
    role: 'center',
    open: async (page) => {
      await page.goto(`${home}/center/certifications`);
      const href = await page.locator('main table a[href*="/center/certifications/"]').first().getAttribute('href');
      await page.goto(rest === '' ? `${home}/center/certifications` : (href ?? ''));
    },
  });
  return {
    [`${desk}/certifications/:id/evidence`]: first('certifications?q=N2022-0011', '/evidence'),
    [`${desk}/certifications/:id/evidence/:file/delete`]: { role: 'chief', open: openEvidenceRemoval },
    [`${desk}/certification-batches`]: inDesk('certification-batches'),
    [`${desk}/certification-batches/new`]: inDesk('certification-batches/new'),
    [`${desk}/certification-batches/words`]: inDesk('certification-batches/words'),
    [`${desk}/certification-batches/:id`]: first('certification-batches'),
    [`${desk}/certification-batches/:id/edit`]: first('certification-batches', '/edit'),
    [`${desk}/center/certifications`]: atCenter(''),
    [`${desk}/center/certifications/:id`]: atCenter(':id'),
  };
}

/** A file of an application, one step before it is taken away. */
async function openEvidenceRemoval(page: Page): Promise<void> {
  await first('certifications?q=N2022-0011', '/evidence').open(page);
  await page.getByRole('link', { name: 'を外す' }).first().click();
}

function recordSamples(collection: string): Readonly<Record<string, Sample>> {
  return {
    [`${desk}/${collection}`]: inDesk(collection),
    [`${desk}/${collection}/new`]: inDesk(`${collection}/new`),
    [`${desk}/${collection}/:id`]: first(collection),
    [`${desk}/${collection}/:id/edit`]: first(collection, '/edit'),
    [`${desk}/${collection}/:id/delete`]: first(collection, '/delete'),
  };
}

/** Opens the pages of an instructor, as the demonstration lets everybody do. */
export async function enterAsInstructor(page: Page): Promise<void> {
  await page.goto('/my/sign-in');
  if (new URL(page.url()).pathname === '/my/sign-in')
    await page.getByRole('button', { name: 'マイスター等として開く' }).click();
  await expect(page).toHaveURL(/\/my$/u);
}

/** Sends a file on the page of imports, up to its preview or refusal. */
export async function sendFile(page: Page, { kind, file }: { kind: string; file: string }): Promise<void> {
  await page.goto(`${home}/transfer`);
  const form = page.locator('form', { has: page.getByLabel('ファイル') });
  await form.getByLabel('種類').selectOption({ label: kind });
  await form.getByLabel('ファイル').setInputFiles(file);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.getByRole('button', { name: '確認へ進む' }).click();
  await answered;
  await page.waitForLoadState();
}

/** The question before criteria of the corner are dropped; they are set first where there are none. */
async function openDrop(page: Page): Promise<void> {
  await page.goto(`${home}/certifications/criteria`);
  const drop = page.getByRole('link', { name: '取りやめる' });
  if ((await drop.count()) === 0) {
    await page.goto(`${home}/certifications/criteria/edit`);
    await page.getByLabel(/^基準の名称/u).fill('架空の基準');
    await page.getByLabel(/^始めの日/u).fill('R12.4.1');
    await page.getByLabel(/^出典/u).fill('架空の通知');
    await page.getByRole('checkbox', { name: /^技能検定/u }).check();
    await page.getByRole('checkbox', { name: '一般' }).check();
    await page.getByLabel(/^実務の年数/u).fill('15');
    await page.getByLabel(/^実技指導の年数/u).fill('0');
    await page.getByRole('radio', { name: '根拠の日より前も数える' }).check();
    await page.getByRole('radio', { name: '定めなし' }).check();
    await page.getByRole('button', { name: '保存する' }).click();
  }
  await drop.first().click();
}

/** A list of what is to be erased; it is put together first where there is none. */
export async function openRetentionPlan(page: Page): Promise<void> {
  await page.goto(`${home}/retention`);
  const plan = page.locator('main table a').first();
  if ((await plan.count()) === 0) await page.getByRole('button', { name: '廃棄予定の一覧を作る' }).click();
  else await plan.click();
  await expect(page).toHaveURL(/\/retention\/[\w-]{36}$/u);
}

/** The link of a letter that asks whether somebody goes on. */
async function openReply(page: Page): Promise<void> {
  await givePassword(page, 'chief');
  await page.goto(`${home}/upkeep?view=running`);
  const person = page.locator('main table a').first();
  await page.goto(`${await person.getAttribute('href')}/letter/intent`);
  const letter = await page.getByRole('article').innerText();
  await page.context().clearCookies();
  await page.goto(/\/replies\/\S+/u.exec(letter)?.[0] ?? '');
}

/** The sheets of a visit that wait for their answers; they are made first where there are none. */
async function openSheets(page: Page): Promise<void> {
  await first('visits?status=held', '/survey').open(page);
  const print = page.getByRole('link', { name: '未回答の用紙を印刷する' });
  if ((await print.count()) === 0) await page.getByRole('button', { name: '回答用紙を作る' }).last().click();
  await print.first().click();
}

/** The link that the receipt of an application names, as somebody without an account. */
async function openApplication(page: Page): Promise<void> {
  await givePassword(page, 'chief');
  await page.goto(`${home}/applications`);
  await page.locator('main table a').first().click();
  const shown = await page.getByRole('main').innerText();
  await page.context().clearCookies();
  await page.goto(/\/applications\/\d\d\.\S+/u.exec(shown)?.[0] ?? '');
}

/** The link of one of these sheets, as somebody with a phone. */
async function openSurvey(page: Page): Promise<void> {
  await givePassword(page, 'chief');
  await openSheets(page);
  const sheet = await page.getByRole('main').innerText();
  await page.context().clearCookies();
  await page.goto(/\/surveys\/\d\d\.\S+/u.exec(sheet)?.[0] ?? '');
}

/** A coordinator who has set up an authenticator app, one step before the code is asked for. */
async function openSecondFactor(page: Page): Promise<void> {
  await givePassword(page, 'coordinator');
  if (new URL(page.url()).pathname === '/sign-in/second-factor') return;
  await page.goto('/account/second-factor');
  const key = (await page.locator('dd.font-mono').innerText()).replaceAll(/\s/gu, '');
  await page.getByLabel(/^確認コード/u).fill(timedCode(key, Date.now()));
  await page.getByRole('button', { name: 'この数字で設定する' }).click();
  await expect(page.getByText('予備コード', { exact: true })).toBeVisible();
  await page.context().clearCookies();
  await givePassword(page, 'coordinator');
}
