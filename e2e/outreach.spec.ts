import { expect, expectAccessible, home, test } from './fixtures.ts';

test('the form of a fair is open to everybody, and says what is missing at each booth [A11-01]', async ({
  page,
  signIn,
}) => {
  await signIn('clerk');
  await page.goto(`${home}/outreach/new/fair`);
  await page.getByLabel(/^ブース2の名称/u).fill('木の名札');
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('link', { name: /催しの名称が入力されていません/u })).toBeVisible();
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a fair is registered with its booths, printed, and its visitors are counted on a phone [A7-09]', async ({
    page,
    signIn,
  }) => {
    await signIn('coordinator');
    await page.goto(home);
    await page.getByRole('link', { name: '魅力発信', exact: true }).click();
    await page.getByRole('link', { name: '催しを登録する' }).click();
    await page.getByRole('link', { name: 'ものづくりフェア' }).click();
    await page.getByLabel(/^催しの名称/u).fill('まちのものづくり広場');
    await page.getByLabel(/^会場(?!の)/u).fill('中央公園');
    await page.getByLabel(/^会場の市区町村コード/u).fill('352039 山口市');
    await page.getByLabel(/^実施日/u).fill('2022/11/26');
    await page.getByLabel(/^開始/u).fill('10:00');
    await page.getByLabel(/^終了/u).fill('15:00');
    for (const [line, name, trade, leaders] of [
      [1, '銘板づくり', '機械加工', 'M-004'],
      [2, '木の名札', '建築大工', 'M-031;M-032'],
    ] as const) {
      await page.getByLabel(`ブース${line}の名称`).fill(name);
      await page.getByLabel(`ブース${line}の職種`).fill(trade);
      await page.getByLabel(`ブース${line}の登録番号`).fill(leaders);
    }
    await page.getByRole('button', { name: '登録する' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('まちのものづくり広場 V2022-');
    const event = page.url();

    await page.getByRole('link', { name: '当日の配置表' }).click();
    await expect(page.getByRole('table', { name: 'ブース' }).getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('main')).toContainText('河野 昇、阿部 達郎');

    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(event);
    await page.getByRole('link', { name: '結果を記録する' }).click();
    await page.getByLabel(/^児童・生徒/u).fill('40');
    await page.getByLabel(/^保護者/u).fill('３５');
    await page.getByLabel(/^銘板づくりの来場者/u).fill('52');
    await page.getByLabel(/^木の名札の来場者/u).fill('48');
    await page.getByRole('button', { name: '記録する' }).click();
    await expect(page).toHaveURL(event);
    await expect(page.getByRole('main')).toContainText('計');
    await expect(page.getByRole('main')).toContainText('75人');
    await expect(page.getByRole('table', { name: 'ブース' })).toContainText('52人');

    await page.getByRole('link', { name: '派遣の画面を開く' }).click();
    await expect(page.getByRole('main')).toContainText('75人');
    await page.goto(`${home}/reports/status`);
    const table = page.getByRole('table', { name: '公共施設・民間施設等での体験教室の参加者の内訳' });
    await expect(table.getByRole('row', { name: /児童・生徒/u })).toContainText('40人');
  });

  test('that nobody asked is recorded with what was done, and stands in the report [Y4-11]', async ({
    page,
    signIn,
  }) => {
    await signIn('officer');
    await page.goto(`${home}/reports/status`);
    await expect(page.getByRole('main')).toContainText('サポステ：要請なし（2022/11/25（金）現在）');
    await page.goto(`${home}/outreach`);
    await page.getByRole('link', { name: '小中学校の魅力講座' }).click();
    await page.getByRole('button', { name: '要請なしを記録する' }).click();
    await expect(page.getByRole('main')).toContainText('要請を求めて行ったことが入力されていません');
    await page.getByLabel(/^要請を求めて行ったこと/u).fill('6月に県内のすべての小中学校へ案内を送付');
    await page.getByRole('button', { name: '要請なしを記録する' }).click();
    await expect(page.getByRole('button', { name: '要請なしを取り消す' })).toBeVisible();
    await page.goto(`${home}/reports/status`);
    await expect(page.getByRole('main')).toContainText('小中学校の魅力講座：要請なし');
    await page.goto(`${home}/outreach/lines/school`);
    await page.getByRole('button', { name: '要請なしを取り消す' }).click();
    await expect(page.getByRole('main')).toContainText('要請待ち');
  });
});
