import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { enterAsInstructor } from './pages/addresses.ts';
import { fillForm } from './pages/record-form.ts';
import {
  decidePlan,
  differences,
  handInClaim,
  holdVisit,
  offerDay,
  payClaim,
  readFigures,
  takeStep,
  TODAY,
} from './pages/visit-journey.ts';

test.use({ untouchedFor: 'whole-visit' });

test('from the public form to paid and surveyed, by four people, and the report moves by exactly that visit', async ({
  page: officer,
  browser,
  desk,
  signIn,
  signInBeside,
}) => {
  test.setTimeout(120_000);
  const outside = async () => (await browser.newContext({ baseURL: desk.address, locale: 'ja-JP' })).newPage();
  await signIn('officer');
  const before = await readFigures(officer);
  const host = await outside();
  const receipt = await apply(host);

  await officer.goto(`${home}/work?kind=application`);
  await officer.getByRole('link', { name: receipt }).click();
  await officer.getByRole('button', { name: '要請にする' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('派遣要請 R2022-');
  const request = new URL(officer.url()).pathname;
  await takeStep(officer, '基準の確認を終える');
  await officer.goto(request);
  await offerDay(officer, { way: '本人用の画面・文書', startsAt: '15:30', instructor: '藤井 誠一' });

  const instructor = await outside();
  await enterAsInstructor(instructor);
  await instructor.goto('/my/offers');
  await instructor.getByRole('button', { name: /株式会社架空切削.*引き受ける/u }).click();
  await expect(instructor.getByRole('main')).not.toContainText('株式会社架空切削');

  const chief = await signInBeside('chief');
  await decidePlan({ officer, chief }, request);
  const visit = await holdVisit(officer, request, 5);
  await instructor.goto(visit.replace(home, '/my').concat('/report'));
  await instructor.getByLabel(/^指導した内容/u).fill('旋盤の段取りと芯出し');
  await instructor.getByRole('radio', { name: 'ほとんどの人が理解した' }).check();
  await instructor.getByRole('button', { name: '提出する' }).click();
  await expect(instructor.getByRole('status')).toContainText('提出しました。');

  const clerk = await signInBeside('clerk');
  const number = await openWork(clerk, 'report-submitted', visit);
  const report = new URL(clerk.url()).pathname;
  await clerk.getByRole('button', { name: '確認する' }).click();
  const claim = await handInClaim(clerk, report);
  await chief.goto(`${home}/work?kind=claim-checked`);
  await chief.locator(`main table a[href="${claim}"]`).click();
  await chief.getByRole('button', { name: '承認する' }).click();
  await expect(chief.getByText('承認済み', { exact: true })).toBeVisible();
  await payClaim(clerk, claim, number);

  await answerAsHost(officer, host, visit);
  expect(differences(before, await readFigures(officer))).toEqual(oneVisit(5));
  await chief.goto(`${home}/work?kind=closing`);
  await chief.locator(`main table a[href="${request}"]`).click();
  await takeStep(chief, '完結にする');
  await expect(chief.getByText('完結', { exact: true }).first()).toBeVisible();
});

test('from a fax to paid and surveyed, by staff alone, and the report moves by exactly that visit', async ({
  page: officer,
  signIn,
  signInBeside,
}) => {
  test.setTimeout(120_000);
  await signIn('officer');
  const before = await readFigures(officer);
  await officer.goto(`${home}/requests/new`);
  await fillForm(officer, {
    受付日: '2022-11-30',
    派遣先番号: 'S-001',
    事業区分: '実技指導',
    職種: '機械加工',
    受講予定者数: '4',
    希望回数: '1',
    '1回の時間': '2',
    候補日: TODAY,
  });
  await officer.getByText('受付と担当者', { exact: true }).click();
  await fillForm(officer, { 受付の方法: 'FAX' });
  await officer.getByRole('button', { name: '登録する' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('派遣要請 ');
  const request = new URL(officer.url()).pathname;
  await takeStep(officer, '基準の確認を終える');
  await officer.goto(request);
  await offerDay(officer, { way: '電話・対面', startsAt: '9:00', instructor: '徳本 博' });
  const open = officer.getByRole('region', { name: '返事待ちの打診' });
  await open.getByRole('radio', { name: '承諾' }).check();
  await open.getByRole('button', { name: '返事を記録する' }).click();

  const chief = await signInBeside('chief');
  await decidePlan({ officer, chief }, request);
  const visit = await holdVisit(officer, request, 4);
  const number = await openWork(officer, 'report-missing', visit);
  const report = new URL(officer.url()).pathname;
  await officer.getByText('紙から入力する', { exact: true }).click();
  await officer.getByLabel(/^指導した内容/u).fill('フライス盤の段取り');
  await officer.getByRole('radio', { name: 'ほとんどの人が理解した' }).check();
  await officer.getByRole('button', { name: '提出する' }).click();
  const clerk = await signInBeside('clerk');
  await clerk.goto(report);
  await clerk.getByRole('button', { name: '確認する' }).click();
  const claim = await handInClaim(clerk, report);
  await chief.goto(claim);
  await chief.getByRole('button', { name: '承認する' }).click();
  await payClaim(clerk, claim, number);

  await officer.goto(`${visit}/survey/entry/host`);
  await officer.getByLabel('1枚目 満足度', { exact: true }).fill('5');
  await officer.getByLabel('1枚目 契機', { exact: true }).fill('1');
  await officer.getByRole('button', { name: 'まとめて保存する' }).click();
  await expect(officer.getByText('1枚を入力しました')).toBeVisible();
  expect(differences(before, await readFigures(officer))).toEqual(oneVisit(4));
});

/** A firm asks for one visit today; answers the number of the receipt. */
async function apply(host: Page): Promise<string> {
  await host.goto('/apply/35');
  await host.getByLabel('団体の区分').selectOption('中小企業');
  await host.getByLabel('団体の名称').fill('株式会社架空切削');
  await host.getByLabel('所在地の市区町村').selectOption('山口市');
  await host.getByLabel('担当者', { exact: false }).first().fill('架空 花子');
  await host.getByLabel('担当者の電話').fill('083-000-0199');
  await host.getByLabel('担当者のメール').fill('sessaku@example.co.jp');
  await host.getByLabel('事業区分').selectOption('実技指導');
  await host.getByLabel('職種').selectOption('機械加工');
  await host.getByLabel('希望する回数').fill('1');
  await host.getByLabel('1回の時間').fill('2');
  await host.getByLabel('候補日').fill(TODAY);
  await host.getByLabel('受講予定者数').fill('5');
  await host.getByRole('radio', { name: '受けない' }).check();
  await host.getByRole('checkbox', { name: /同意します/u }).check();
  await host.getByRole('button', { name: '入力内容を確認する' }).click();
  // Sent sooner than anybody reads it, the form asks to be sent again.
  await expect(async () => {
    await host.getByRole('button', { name: '申し込む' }).click();
    await expect(host.getByRole('heading', { level: 1 })).toHaveText('申込みを受け付けました', { timeout: 1000 });
  }).toPass();
  return /A\d{8}-\d{4}/u.exec(await host.getByRole('main').innerText())?.[0] ?? '';
}

/** Finds the visit on the list of what waits and opens it from there; answers its number. */
async function openWork(page: Page, kind: string, visit: string): Promise<string> {
  await page.goto(`${home}/work?kind=${kind}`);
  const link = page.locator(`main table a[href^="${visit}/"]`);
  const next = page.getByRole('link', { name: '次へ' });
  while ((await link.count()) === 0 && (await next.count()) > 0) await next.click();
  const number = await link.innerText();
  await link.click();
  return number;
}

/** The host answers the questionnaire by the link of a sheet that staff print. */
async function answerAsHost(staff: Page, host: Page, visit: string): Promise<void> {
  await staff.goto(`${visit}/survey`);
  await staff.getByLabel('派遣先：作る枚数').fill('1');
  await staff.getByRole('button', { name: '回答用紙を作る' }).first().click();
  await staff.getByRole('link', { name: '未回答の用紙を印刷する' }).first().click();
  const link = /\/surveys\/\d\d\.\S+/u.exec(await staff.getByRole('main').innerText())?.[0] ?? '';
  await host.goto(link);
  for (const group of await host.getByRole('group').all()) await group.getByRole('radio').first().check();
  await host.getByRole('button', { name: '回答を送る' }).click();
  await expect(host).toHaveURL(/\/surveys\/thanks$/u);
}

/** What one practical instruction of a firm with so many people, whose host agrees to all, moves in the report. */
function oneVisit(people: number) {
  return {
    'visits.sme actual': 1,
    'visits.total actual': 1,
    'trainees.sme actual': people,
    'trainees.total actual': people,
    'output.personDays actual': people,
    'outcome.satisfaction numerator': 1,
    'outcome.satisfaction denominator': 1,
    'outcome.trigger numerator': 1,
    'outcome.trigger denominator': 1,
  };
}
