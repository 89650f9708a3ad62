import { stopDesk } from './fixtures.ts';
import { runCommand } from './http-desk.ts';
import { answerOf, contentOf, expect, expectReason, test } from './shell-desk.ts';

const email = 'shell@example.jp';
const password = '合言葉は 春の七草 すずしろ です';
const adding = ['user', 'add', '--role', 'clerk', '--corner', '35', '--email', email, '--name', '窓口 端子'];

const weak: readonly (readonly [rule: string, password: string, reason: RegExp])[] = [
  ['fourteen characters', 'k8#wq2!zv5@mx7', /短すぎます（14文字）。15文字以上に/u],
  ['nothing', '', /短すぎます（0文字）/u],
  ['one that everybody uses', 'passwordpassword', /推測されやすい.*よく使われる言葉/u],
  ['the address of the person', email, /推測されやすい.*メールアドレス/u],
];

test('a weak password on standard input is refused before anything is written [contract.md §1, SEC-08]', async ({
  folder,
}) => {
  const before = await contentOf(folder);
  for (const [rule, input, reason] of weak) {
    const ran = await runCommand(folder, [...adding, '--password-stdin'], { input });
    expect(ran, rule).toMatchObject({ code: 1, stdout: '' });
    expectReason(ran, reason);
    if (input !== '' && input !== email) expect(ran.stderr, rule).not.toContain(input);
  }
  expect(await contentOf(folder)).toEqual(before);
});

type Account = { readonly email: string; readonly role: string; readonly corner: string; readonly disabled: boolean };

test('a person whom the shell adds signs in and gets a token; disabling ends both at once [contract.md §1] [SEC-09]', async ({
  folder,
  start,
}) => {
  test.setTimeout(240_000);
  const added = answerOf(
    await runCommand(folder, [...adding, '--password-stdin', '--json'], { input: `${password}\n` }),
    0,
  );
  expect(added).toMatchObject({ email, name: '窓口 端子', role: 'clerk', corner: '35' });
  expect(added).not.toHaveProperty('temporaryPassword');
  const twice = await runCommand(folder, [...adding, '--password-stdin'], { input: password });
  expect(twice).toMatchObject({ code: 1, stdout: '' });
  expectReason(twice, /メールアドレス/u);
  const issuing = ['user', 'token', '--email', email, '--name', '帳票', '--days', '30', '--json'];
  const { token } = answerOf(await runCommand(folder, issuing), 0) as { token: string };
  expect(token).toMatch(/^takumi_[\w-]{43}$/u);

  let desk = await start();
  const signIn = () =>
    fetch(`${desk.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email, password }),
    });
  const signedIn = await signIn();
  expect(signedIn.status).toBe(302);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  const front = () => fetch(`${desk.address}/35/2022`, { redirect: 'manual', headers: { cookie } });
  const api = () => fetch(`${desk.address}/api/v1/organizations`, { headers: { authorization: `Bearer ${token}` } });
  expect([(await front()).status, (await api()).status]).toEqual([200, 200]);
  await stopDesk(desk);

  const disabled = await runCommand(folder, ['user', 'disable', '--email', email.toUpperCase()]);
  expect(disabled).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('窓口 端子') });
  const listed = answerOf(await runCommand(folder, ['user', 'list', '--corner', '35', '--json']), 0) as Account[];
  expect(listed.filter((account) => account.disabled).map((account) => account.email)).toEqual([email]);
  expect(listed.length).toBeGreaterThan(5);

  desk = await start();
  const ended = await front();
  expect([ended.status, ended.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/sign-in/u)]);
  expect((await api()).status).toBe(401);
  expect((await signIn()).status).not.toBe(302);
});
