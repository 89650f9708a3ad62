import type { Page } from '@playwright/test';
import { expect, home, test } from './fixtures.ts';
import { fillField, fillForm, findField, readForm } from './pages/record-form.ts';

type Kind = {
  readonly name: string;
  readonly collection: string;
  readonly title: string;
  readonly numberField: string;
  /** What a new form lacks: the fields that must be filled in, less those that it proposes. */
  readonly missing: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** One field that two people change, each in their own way. */
  readonly changed: {
    readonly field: string;
    readonly before?: string;
    readonly mine: string;
    readonly theirs: string;
  };
};

const kinds: readonly Kind[] = [
  {
    name: '派遣先',
    collection: 'organizations',
    title: '派遣先を登録',
    numberField: '派遣先番号',
    missing: ['派遣先番号', '区分', '名称', '市区町村コード'],
    values: { 区分: '中小企業', 名称: '株式会社髙﨑精工', 市区町村コード: '352039', 電話: '083-000-9001' },
    changed: { field: '担当者', mine: '総務課 沢田', theirs: '製造課 岡' },
  },
  {
    name: 'マイスター等',
    collection: 'instructors',
    title: 'マイスター等を登録',
    numberField: '登録番号',
    missing: ['登録番号', '種別', '氏名', 'フリガナ', '職種', '市区町村コード'],
    values: {
      種別: 'ものづくりマイスター',
      氏名: '𠮷田 匠',
      フリガナ: 'ヨシダ タクミ',
      職種: '機械加工',
      市区町村コード: '352039',
    },
    changed: { field: '年間上限回数', mine: '12', theirs: '20' },
  },
  {
    name: '派遣要請',
    collection: 'requests',
    title: '派遣要請を登録',
    numberField: '要請番号',
    missing: ['派遣先番号', '事業区分', '職種', '受講予定者数', '希望回数', '候補日'],
    values: {
      受付日: '2022-11-30',
      派遣先番号: 'S-001',
      事業区分: '実技指導',
      職種: '機械加工',
      受講予定者数: '3',
      希望回数: '2',
      候補日: '2023-01-10〜2023-02-28',
    },
    changed: { field: '内容', mine: '旋盤の段取り', theirs: 'フライス盤の段取り' },
  },
  {
    name: '派遣',
    collection: 'visits',
    title: '派遣を登録',
    numberField: '派遣番号',
    missing: ['事業区分', '派遣先番号', '職種', '実施日', '登録番号', '受講者数'],
    values: {
      事業区分: '実技指導',
      派遣先番号: 'S-001',
      職種: '機械加工',
      実施日: 'R5.3.7',
      登録番号: 'M-004',
      受講者数: '3',
      状態: '予定',
    },
    changed: { field: '受講者数', before: '3', mine: '5', theirs: '4' },
  },
  {
    name: '計画の項目',
    collection: 'plan',
    title: '計画の項目を登録',
    numberField: '番号',
    missing: ['番号', '見出し'],
    values: { 見出し: '地域のものづくりフェア', 指標: '体験教室=3回' },
    changed: { field: '担当', mine: '職員', theirs: 'コーディネーター' },
  },
];

for (const kind of kinds) {
  test.describe(kind.name, () => {
    for (const javaScriptEnabled of [true, false]) {
      test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
        test.use({ javaScriptEnabled });

        test(`a ${kind.name} is registered, corrected, changed and deleted, and its history says who did what`, async ({
          page,
          signIn,
        }) => {
          const number = `E${javaScriptEnabled ? 'J' : 'N'}-${kinds.indexOf(kind)}`;
          await signIn('officer');
          await openNew(page, kind);
          await expectRefusal(page, kind, { focused: javaScriptEnabled });
          await fillForm(page, { [kind.numberField]: number, ...kind.values });
          await page.getByRole('button', { name: '登録する' }).click();
          const detail = await expectDetail(page, kind);
          await expect(page.getByRole('main')).toContainText(number);
          await expect(history(page).first()).toContainText('架空 花子');
          await expect(history(page).first()).toContainText('登録（画面）');
          await expectListed(page, kind, number, true);

          await page.goto(`${detail}/edit`);
          await fillField(page, kind.changed.field, kind.changed.mine);
          await page.getByRole('button', { name: '保存する' }).click();
          await expect(page).toHaveURL(detail);
          await expect(history(page)).toHaveCount(2);
          await expect(history(page).first()).toContainText('変更（画面）');
          await expect(history(page).first()).toContainText(kind.changed.field);
          await expect(history(page).first()).toContainText(`変更前：${kind.changed.before ?? 'なし'}`);
          await expect(history(page).first()).toContainText(`変更後：${kind.changed.mine}`);

          await page.getByRole('link', { name: '削除する' }).click();
          await page.getByRole('button', { name: '削除する' }).click();
          await expect(page.getByRole('link', { name: /削除する理由を入力してください/u })).toBeVisible();
          await page.getByLabel('削除する理由').fill('二重に登録したため');
          await page.getByRole('button', { name: '削除する' }).click();
          await expect(page).toHaveURL(new RegExp(`/${kind.collection}$`, 'u'));
          await expectListed(page, kind, number, false);
          const answer = await page.request.get(detail);
          expect(answer.status()).toBe(404);
        });
      });
    }

    test(`of two people who change one ${kind.name}, the second sees both contents and loses nothing`, async ({
      page,
      signIn,
      signInBeside,
    }) => {
      await signIn('officer');
      const colleague = await signInBeside('chief');
      const detail = await register(page, kind, `EC-${kinds.indexOf(kind)}`);
      await page.goto(`${detail}/edit`);
      await colleague.goto(`${detail}/edit`);
      await fillField(colleague, kind.changed.field, kind.changed.theirs);
      await colleague.getByRole('button', { name: '保存する' }).click();
      await expect(colleague).toHaveURL(detail);

      await fillField(page, kind.changed.field, kind.changed.mine);
      await page.getByRole('button', { name: '保存する' }).click();
      const both = page.getByRole('table', { name: '開いている間に、ほかの人が変更しました' });
      const row = both.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kind.changed.field }) });
      await expect(row.getByRole('cell')).toHaveText([
        new RegExp(`${kind.changed.theirs}$`, 'u'),
        new RegExp(`${kind.changed.mine}$`, 'u'),
      ]);
      await page.getByRole('link', { name: 'いまの内容で編集し直す' }).click();
      expect(await readForm(page, [kind.changed.field])).toEqual({ [kind.changed.field]: kind.changed.theirs });
      await fillField(page, kind.changed.field, kind.changed.mine);
      await page.getByRole('button', { name: '保存する' }).click();
      await expect(page).toHaveURL(detail);
      await expect(history(page).nth(0)).toContainText('架空 花子');
      await expect(history(page).nth(1)).toContainText('架空 一郎');
    });

    test(`a ${kind.name} that is sent twice is one record`, async ({ page, signIn }) => {
      await signIn('officer');
      const number = `ED-${kinds.indexOf(kind)}`;
      await openNew(page, kind);
      await fillForm(page, { [kind.numberField]: number, ...kind.values });
      const form = await page
        .locator('form[data-once]')
        .evaluate((element: HTMLFormElement) =>
          Object.fromEntries(
            [...new FormData(element)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
          ),
        );
      const address = page.url();
      const headers = { origin: new URL(address).origin };
      const answers = await Promise.all(
        [1, 2].map(() => page.request.post(address, { form, headers, maxRedirects: 0 })),
      );
      expect(answers.map((answer) => answer.status())).toEqual([302, 302]);
      expect(new Set(answers.map((answer) => answer.headers()['location'])).size).toBe(1);
      await page.getByRole('button', { name: '登録する' }).dblclick();
      await expectDetail(page, kind);
      expect(new URL(page.url()).pathname).toBe(answers[0]?.headers()['location']);
      await expect(history(page)).toHaveCount(1);
    });

    test(`what was typed of a ${kind.name} is still there after going away and back`, async ({ page, signIn }) => {
      await signIn('officer');
      await openNew(page, kind);
      const values = { [kind.numberField]: `EB-${kinds.indexOf(kind)}`, ...kind.values };
      await fillForm(page, values);
      await page.getByRole('link', { name: 'やめる' }).click();
      await expect(page).not.toHaveURL(/\/new$/u);
      await page.goBack();
      expect(await readForm(page, Object.keys(values))).toEqual(values);
    });
  });
}

async function openNew(page: Page, kind: Kind): Promise<void> {
  await page.goto(`${home}/${kind.collection}/new`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kind.title);
}

async function register(page: Page, kind: Kind, number: string): Promise<string> {
  await openNew(page, kind);
  await fillForm(page, { [kind.numberField]: number, ...kind.values });
  await page.getByRole('button', { name: '登録する' }).click();
  return expectDetail(page, kind);
}

async function expectDetail(page: Page, kind: Kind): Promise<string> {
  await expect(page).toHaveURL(new RegExp(`/${kind.collection}/[0-9a-f-]{36}$`, 'u'));
  return new URL(page.url()).pathname;
}

/** Sends the empty form: nothing is saved, and each missing field is named and reached from the top of the form. */
async function expectRefusal(page: Page, kind: Kind, { focused }: { readonly focused: boolean }): Promise<void> {
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page).toHaveTitle(`エラー：${kind.title}｜匠デスク`);
  const summary = page.getByRole('region', { name: `入力内容に${kind.missing.length}件の誤りがあります` });
  if (focused) await expect(summary).toBeFocused();
  const sentences = kind.missing.map((header) => `${header}が入力されていません。${header}を入力してください。`);
  const links = summary.getByRole('link');
  expect((await links.allInnerTexts()).toSorted()).toEqual(sentences.toSorted());
  for (const header of kind.missing) {
    await summary
      .getByRole('link', { name: `${header}が入力されていません。`, exact: false })
      .first()
      .click();
    const field = await findField(page, header);
    const target = new URL(page.url()).hash;
    await expect(field.or(field.locator('input')).and(page.locator(target)).first()).toBeFocused();
  }
}

function history(page: Page) {
  return page.locator('section', { has: page.getByRole('heading', { name: '変更の履歴' }) }).locator('ol > li');
}

async function expectListed(page: Page, kind: Kind, number: string, there: boolean): Promise<void> {
  await page.goto(`${home}/${kind.collection}?q=${number}`);
  await expect(page.getByRole('main').getByText(number, { exact: true })).toHaveCount(there ? 1 : 0);
}
