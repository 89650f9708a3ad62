import { RouterContextProvider } from 'react-router';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { createAccounts } from '#account/accounts.server.ts';
import { createAccount } from '#account/create-account.server.ts';
import { signIn } from '#account/sign-in.server.ts';
import { createClock } from '#platform/context.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { addressContext, deskContext, type Desk } from '#server/desk.server.ts';
import { useTestDatabase } from '../../../test/database.ts';
import { csvOf, importRows, organizationRow } from '../file-fixture.server.ts';
import { loader as confirmExport } from './export-confirm.tsx';
import { loader as download } from './export-download.ts';
import { action as confirmImport, loader as previewImport } from './import-preview.tsx';
import { loader as template } from './template-download.ts';
import { loader as columns } from './transfer-columns.tsx';
import { action as upload, loader as transfer } from './transfer.tsx';

const testDatabase = useTestDatabase();
const password = 'umi to yama no aida';
const base = 'http://desk.example.jp/35/2022/transfer';
const from = { address: '192.0.2.1', device: 'Mozilla/5.0 (Windows NT 10.0) Edg/120.0' };

let desk: Desk;

beforeEach(() => {
  const database = testDatabase.database();
  const secret = 'a secret of tests, 32 characters long';
  desk = {
    database,
    accounts: createAccounts({ database, secret, origin: 'http://desk.example.jp' }),
    clock: createClock('2022-11-30'),
    log: pino({ level: 'silent' }),
    demonstration: true,
    proxies: [],
  };
});

/** The cookie header of someone new who signed in; a demonstration asks for no second factor. */
async function signedIn(role: Role = 'officer', cornerCode = '35'): Promise<string> {
  const email = `${role}${cornerCode}@example.jp`;
  await createAccount(desk.database, desk.accounts, { email, name: '試験 花子', role, cornerCode, password });
  const answer = await signIn(desk, { email, password, from });
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

type Posting = {
  readonly path?: string;
  readonly cookie: string;
  readonly body?: FormData | string;
  readonly draft?: string;
};

/** What a page's loader or action answers or throws, with the status and headers that the browser gets. */
async function answerOf(page: (args: never) => Promise<unknown>, { path = '', cookie, body, draft }: Posting) {
  const context = new RouterContextProvider();
  context.set(deskContext, desk);
  context.set(addressContext, from.address);
  const post = body === undefined ? {} : { method: 'post', body };
  const type = typeof body === 'string' ? { 'content-type': 'multipart/form-data; boundary=x' } : {};
  const request = new Request(`${base}${path}`, { headers: { cookie, ...type }, ...post });
  const params = { corner: '35', year: '2022', draft };
  const answer = await page({ request, context, params, url: new URL(request.url), pattern: '' } as never).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response)
    return { status: answer.status, headers: answer.headers, data: await answer.arrayBuffer() };
  const { data = answer, init } = answer as { data?: unknown; init?: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), data };
}

function aForm(kind: string, content: string | Uint8Array, name = '名簿.csv'): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name));
  return form;
}

function intent(value: string): FormData {
  const form = new FormData();
  form.set('intent', value);
  return form;
}

test('a file goes from upload over its preview to the records, without anything kept by the browser [DAT-04]', async () => {
  const cookie = await signedIn();
  const sent = await answerOf(upload, { cookie, body: aForm('organizations', csvOf([organizationRow()])) });
  const draft = /^\/35\/2022\/transfer\/import\/([\da-f-]{36})$/u.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
  expect(sent.status).toBe(302);
  const seen = await answerOf(previewImport, { cookie, draft });
  expect(seen).toMatchObject({
    status: 200,
    data: { changed: false, draft: { label: '派遣先', fileName: '名簿.csv' } },
  });
  const taken = await answerOf(confirmImport, { cookie, draft, body: intent('import') });
  expect(taken).toMatchObject({ status: 200, data: { kind: 'imported', listHref: '/35/2022/organizations' } });
  expect((await answerOf(previewImport, { cookie, draft })).status).toBe(410);
  expect((await answerOf(confirmImport, { cookie, draft, body: intent('import') })).status).toBe(410);
});

test('a draft is given up by its uploader, and unknown to an officer of another corner [SEC-13]', async () => {
  const cookie = await signedIn();
  const sent = await answerOf(upload, { cookie, body: aForm('organizations', csvOf([organizationRow()])) });
  const draft = sent.headers.get('location')?.split('/').at(-1) ?? '';
  expect((await answerOf(previewImport, { cookie: await signedIn('officer', '34'), draft })).status).toBe(403);
  expect((await answerOf(previewImport, { cookie: await signedIn('chief'), draft })).status).toBe(410);
  const given = await answerOf(confirmImport, { cookie, draft, body: intent('discard') });
  expect([given.status, given.headers.get('location')]).toEqual([302, '/35/2022/transfer']);
  expect((await answerOf(previewImport, { cookie, draft })).status).toBe(410);
});

test('records that changed meanwhile send the person back to new counts', async () => {
  const cookie = await signedIn();
  const sent = await answerOf(upload, { cookie, body: aForm('organizations', csvOf([organizationRow()])) });
  const draft = sent.headers.get('location')?.split('/').at(-1) ?? '';
  await importRows(testDatabase.context(), 'organizations', [organizationRow({ 名称: '別の人が登録' })]);
  const confirmed = await answerOf(confirmImport, { path: `/import/${draft}`, cookie, draft, body: intent('import') });
  expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
    302,
    `/35/2022/transfer/import/${draft}?changed=1`,
  ]);
});

test.for<readonly [string, FormData | string, string]>([
  ['no file', aForm('organizations', '', ''), '取り込むファイルを選んでください。'],
  ['no kind', aForm('', 'a'), '種類「」はありません。'],
  ['a kind of a later version', aForm('measures', 'a'), 'この版ではまだ取込・書出ができません。'],
  ['a body that is no form', 'broken', 'はありません。'],
])('an upload with %s shows the form again with what to do [FRM-32]', async ([, body, sentence]) => {
  const answer = await answerOf(upload, { cookie: await signedIn(), body });
  expect(answer).toMatchObject({
    status: 422,
    data: { errors: [{ message: expect.stringContaining(sentence) as string }] },
  });
});

test('a file with errors is answered with its problems and what was read, and is not kept', async () => {
  const body = aForm('organizations', csvOf([organizationRow({ 区分: '' })]));
  const answer = await answerOf(upload, { cookie: await signedIn(), body });
  expect(answer).toMatchObject({
    status: 422,
    data: { kind: 'organizations', refused: { fileName: '名簿.csv', file: { rowCount: 1 }, problems: { count: 1 } } },
  });
  expect(await testDatabase.asOwner('select draft_id from import_draft')).toEqual([]);
});

test.for<readonly [Role, number, number]>([
  ['chief', 200, 422],
  ['officer', 200, 422],
  ['auditor', 200, 403],
  ['clerk', 403, 403],
  ['coordinator', 403, 403],
])('%s: the page answers %i and an upload %i [SEC-13]', async ([role, page, posted]) => {
  const cookie = await signedIn(role);
  expect((await answerOf(transfer, { cookie })).status).toBe(page);
  expect((await answerOf(upload, { cookie, body: aForm('organizations', '') })).status).toBe(posted);
  for (const loader of [download, confirmExport, template]) {
    expect((await answerOf(loader, { cookie, path: '?kind=visits' })).status).toBe(page);
  }
});

test('an export names its target and count first, and remembers the encoding [FRM-31] [DAT-03]', async () => {
  const cookie = await signedIn();
  await importRows(testDatabase.context(), 'organizations', [organizationRow({ 名称: '𠮷野' })]);
  const asked = await answerOf(confirmExport, { cookie, path: '?kind=organizations&format=csv&encoding=cp932' });
  expect(asked.data).toMatchObject({
    label: '派遣先',
    count: 1,
    unmappable: { count: 1, listed: [{ cell: 'C2', character: '𠮷' }] },
  });
  const remembered = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await answerOf(transfer, { cookie })).data).toMatchObject({ encoding: 'utf8' });
  expect((await answerOf(transfer, { cookie: `${cookie}; ${remembered}` })).data).toMatchObject({ encoding: 'cp932' });
});

test('a file comes under its name, is kept by no cache, and starts as Excel needs it [DAT-08] [DAT-03]', async () => {
  const cookie = await signedIn();
  await importRows(testDatabase.context(), 'organizations', [organizationRow()]);
  const file = await answerOf(download, { cookie, path: '?kind=organizations&format=csv&encoding=utf8' });
  expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
    "filename*=UTF-8''令和4年度_派遣先_35山口_20221130.csv",
  );
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect([...new Uint8Array(file.data as ArrayBuffer).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('a file that cannot be written leads to the page that says why, unless 〓 was chosen [DAT-12]', async () => {
  const cookie = await signedIn();
  await importRows(testDatabase.context(), 'organizations', [organizationRow({ 名称: '𠮷野' })]);
  const search = '?kind=organizations&format=csv&encoding=cp932';
  const refused = await answerOf(download, { cookie, path: search });
  expect([refused.status, refused.headers.get('location')]).toEqual([302, `/35/2022/transfer/export${search}`]);
  expect((await answerOf(download, { cookie, path: `${search}&replace=1` })).status).toBe(200);
});

test.for(['', '?kind=', '?kind=measures', '?kind=../x'])('an address with %s names no file', async (path) => {
  const cookie = await signedIn();
  for (const loader of [download, confirmExport, template])
    expect((await answerOf(loader, { cookie, path })).status).toBe(404);
});

test('the help lists every column with its choices, from the fields themselves', async () => {
  const { data } = await answerOf(columns, { cookie: await signedIn(), path: '?kind=visits' });
  const listed = (data as { columns: { header: string; required: string; writing: string }[] }).columns;
  expect(listed.find(({ header }) => header === '状態')).toEqual({
    header: '状態',
    required: '必須',
    writing: '次から1つ：予定 / 実施 / 中止',
  });
});
