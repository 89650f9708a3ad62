import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import {
  anAccount,
  enrolSecondFactor,
  openAccountDesk,
  pageCall,
  password,
  signedInCookie,
  whoIs,
  toCookieHeader,
} from './account-desk.fixture.ts';
import { demonstrationAccounts, demonstrationPassword } from '../demonstration-accounts.ts';
import { action as ownAction, loader as ownLoader } from './own-account.tsx';
import { action, loader } from './sign-in.tsx';
import { action as secondAction, loader as secondLoader } from './sign-in-second-factor.tsx';
import { action as signOutAction, loader as signOutLoader } from './sign-out.tsx';

const database = useTestDatabase();
const open = (options = {}) => openAccountDesk(database.database(), options).desk;
const email = 'hanako@example.jp';
type Desk = ReturnType<typeof open>;

type Posting = { readonly path?: string; readonly fields?: Readonly<Record<string, string>>; readonly cookie?: string };

function call(desk: Desk, { path = '/sign-in', fields, cookie }: Posting) {
  const headers = cookie === undefined ? {} : { cookie };
  const body = fields === undefined ? {} : { method: 'post', body: new URLSearchParams(fields) };
  return pageCall(desk, new Request(`http://desk.example.jp${path}`, { headers, ...body })) as never;
}

/** The redirect that a loader or action throws, or what it answers. */
async function answerOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function locationOf(run: () => Promise<unknown>): Promise<string | null> {
  const answer = await answerOf(run);
  return answer instanceof Response ? answer.headers.get('location') : null;
}

test.each([
  ['/sign-in?next=%2F35%2F2022%2Fvisits', '/35/2022/visits'],
  ['/sign-in?next=https%3A%2F%2Fevil.example%2F', '/'],
  ['/sign-in?next=%2F%2Fevil.example%2F', '/'],
  ['/sign-in?next=%2F%5Cevil.example%2F', '/'],
  ['/sign-in?next=%2F%09%2Fevil.example%2F', '/'],
  ['/sign-in', '/'],
])('a sign-in at %s goes on to %s, on this site only [SEC-08]', async (path, expected) => {
  const desk = open();
  await anAccount(desk);
  expect(await locationOf(() => action(call(desk, { path, fields: { email, password } })))).toBe(expected);
  const cookie = await signedInCookie(desk, { email });
  expect(await locationOf(() => loader(call(desk, { path, cookie })))).toBe(expected);
});

test('hands the session cookie on, hidden from scripts and from other sites', async () => {
  const desk = open();
  await anAccount(desk);
  const answer = await answerOf(() => action(call(desk, { fields: { email, password } })));
  const cookies = answer instanceof Response ? answer.headers.getSetCookie() : [];
  expect(cookies).toEqual([expect.stringMatching(/^takumi\.session_token=.*HttpOnly; SameSite=Lax/u)]);
  expect((await whoIs(desk, toCookieHeader(cookies)))?.email).toBe(email);
});

test.each([
  [{ email: '', password: '' }, ['email', 'password']],
  [{ email: ' ', password }, ['email']],
  [{ email, password: '' }, ['password']],
])('a form without %j names what is missing and keeps the address [FRM-33]', async (fields, missing) => {
  const answer = await action(call(open(), { fields }));
  expect(answer).toMatchObject({
    init: { status: 422 },
    data: { email: fields.email.trim(), errors: missing.map((name) => ({ name })) },
  });
});

test.each([
  ['hanako@example.jp', 9, 403, 'メールアドレスかパスワードが違います'],
  ['hanako@example.jp', 10, 429, '受け付けを止めています'],
  ['nobody@example.jp', 9, 403, 'メールアドレスかパスワードが違います'],
  ['nobody@example.jp', 10, 429, '受け付けを止めています'],
])('%s after %i failures is answered %i 「%s」 [SEC-08] [FRM-32]', async (address, failures, status, sentence) => {
  const desk = open();
  await anAccount(desk);
  if (failures > 0) {
    await database.asOwner(
      `insert into sign_in_attempt values ('account', '${address}', ${failures}, '2022-11-30T00:59:00Z',
         ${failures >= 10 ? "'2022-11-30T01:14:00Z'" : 'null'})`,
    );
  }
  const answer = await action(call(desk, { fields: { email: address, password: 'wrong' } }));
  expect(answer).toMatchObject({ init: { status }, data: { refusal: expect.stringContaining(sentence) } });
});

test('only a demonstration lists its accounts, one for each role [SEC-10]', async () => {
  expect(await loader(call(open(), {}))).toEqual({ demonstration: [] });
  expect(await loader(call(open({ demonstration: true }), {}))).toEqual({ demonstration: demonstrationAccounts });
  expect(demonstrationAccounts.map(({ role }) => role).toSorted()).toEqual([
    'auditor',
    'center',
    'chief',
    'clerk',
    'coordinator',
    'officer',
  ]);
  expect(demonstrationAccounts.every((account) => account.email.endsWith('@example.jp'))).toBe(true);
  expect(demonstrationPassword.length).toBeGreaterThanOrEqual(15);
});

test('the second step keeps the address, and begins at the password when there was none [SEC-09]', async () => {
  const desk = open();
  await anAccount(desk);
  const { makeCode } = await enrolSecondFactor(desk, await signedInCookie(desk, { email }));
  const first = await answerOf(() =>
    action(call(desk, { path: '/sign-in?next=%2Faccount', fields: { email, password } })),
  );
  const response = first as Response;
  expect(response.headers.get('location')).toBe('/sign-in/second-factor?next=%2Faccount');
  const step = {
    path: '/sign-in/second-factor?next=%2Faccount',
    cookie: toCookieHeader(response.headers.getSetCookie()),
  };
  const fields = { code: (await makeCode()).replace(/(\d{3})/u, '$1　') };
  expect(await locationOf(() => secondAction(call(desk, { ...step, fields })))).toBe('/account');
  expect(await locationOf(() => secondLoader(call(desk, { path: step.path })))).toBe('/sign-in?next=%2Faccount');
});

test('an address that somebody sends signs nobody out; the button does', async () => {
  const desk = open();
  await anAccount(desk);
  const cookie = await signedInCookie(desk, { email });
  expect(await locationOf(async () => signOutLoader())).toBe('/');
  expect(await whoIs(desk, cookie)).toBeDefined();
  expect(await locationOf(() => signOutAction(call(desk, { path: '/sign-out', fields: {}, cookie })))).toBe('/sign-in');
  expect(await whoIs(desk, cookie)).toBeUndefined();
});

test("one's own page asks to sign in and comes back; ends another session by its button [SEC-10]", async () => {
  const desk = open({ demonstration: true });
  await anAccount(desk);
  expect(await locationOf(() => ownLoader(call(desk, { path: '/account' })))).toBe('/sign-in?next=%2Faccount');
  const [cookie, there] = [await signedInCookie(desk, { email }), await signedInCookie(desk, { email })];
  const page = await ownLoader(call(desk, { path: '/account', cookie }));
  const other = page.sessions.find(({ current }) => !current)?.id ?? '';
  const answer = await ownAction(call(desk, { path: '/account', cookie, fields: { 'end-session': other } }));
  expect(answer.data.done).toBe('session');
  expect(await whoIs(desk, there)).toBeUndefined();
});
