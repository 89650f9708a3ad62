import { randomUUID } from 'node:crypto';
import { expect, test } from './http-desk.ts';
import { listFormPages, listOf, place } from './record-lists.ts';
import { isAnsweredInWords } from './safe-answer.ts';

/** A new 派遣先 as its form sends it; each call is a form opened anew. */
function newOrganization(number: string) {
  return {
    number,
    kind: '中小企業',
    name: '架空精機',
    municipalityCode: '352039',
    'idempotency-key': randomUUID(),
  };
}

test('a cookie that was tampered with signs nobody in [SEC-08]', async ({ desk }) => {
  const cookie = await desk.cookieOf('officer');
  const [name, value = ''] = cookie.split(/=(.*)/su);
  const [token = '', signature = ''] = value.split('.');
  const other = token.endsWith('A') ? 'B' : 'A';
  const spoiled = [
    `${name}=`,
    `${name}=x`,
    `${name}=${token}`,
    `${name}=${token.slice(0, -1)}${other}.${signature}`,
    `${name}=${token}.${signature.slice(3)}`,
    `${name}=%00`,
    `${name}=%E0%A4%A`,
    `${name}=${'x'.repeat(5000)}`,
    ';;;=;',
    `${name}="${value}`,
    `__proto__=1; ${name}=[object Object]`,
  ];
  expect((await desk.send(place, { cookie })).status).toBe(200);
  for (const tampered of spoiled) {
    const { status, location } = await desk.send(place, { cookie: tampered });
    const shown = tampered.slice(0, 60);
    expect([shown, status, location]).toEqual([shown, 302, expect.stringMatching(/^\/sign-in/u)]);
  }
});

test('a page is read, headed and posted to; every other method is refused in Japanese [SEC-16]', async ({ desk }) => {
  const cookie = await desk.cookieOf('officer');
  const head = await desk.send(place, { method: 'HEAD', cookie });
  expect([head.status, head.text]).toEqual([200, '']);
  const methods = ['OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'LOCK', 'PURGE'];
  for (const method of methods) {
    for (const path of [place, '/sign-in', `${place}/organizations/new`]) {
      const answer = await desk.send(path, { method, cookie, headers: { 'x-secret': 'not-to-be-echoed' } });
      expect([method, path, answer.status]).toEqual([method, path, 405]);
      expect(answer.text).toMatch(/^[^<]*[ぁ-ん][^<]*。$/u);
      expect(answer.text).not.toContain('not-to-be-echoed');
    }
  }
});

test('a form that another site posts is refused, and changes nothing [SEC-16]', async ({ desk }) => {
  const cookie = await desk.cookieOf('officer');
  const before = await listOf(desk, 'organizations');
  const form = newOrganization('CSRF-1');
  const foreign = [
    'https://evil.example',
    'null',
    `${desk.address}.evil.example`,
    desk.address.replace('http:', 'https:'),
    'http://127.0.0.1:1',
  ];
  for (const origin of foreign) {
    const posted = await desk.send(`${place}/organizations/new`, { cookie, form, headers: { origin } });
    const left = await desk.send('/sign-out', { cookie, form: {}, headers: { origin } });
    expect([origin, posted.status, left.status]).toEqual([origin, 403, 403]);
    expect(posted.text).toMatch(/ほかのサイトから送られた操作.*何も保存していません。/u);
  }
  expect(await listOf(desk, 'organizations')).toEqual(before);
  expect((await desk.send(place, { cookie })).status).toBe(200);
  const own = await desk.send(`${place}/organizations/new`, { cookie, form, headers: { origin: desk.address } });
  expect(own.status).toBe(302);
});

test('a form sent five times at the same moment makes one record [FRM-34]', async ({ desk }) => {
  const cookie = await desk.cookieOf('officer');
  const form = newOrganization('ONCE-1');
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => desk.send(`${place}/organizations/new`, { cookie, form })),
  );
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302, 302]);
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  const found = await listOf(desk, 'organizations', `q=${form.number}`);
  expect(found.filter(({ number }) => number === form.number)).toHaveLength(1);
});

const otherBodies = [
  ['application/json', '{}'],
  ['text/plain', 'x'],
  ['multipart/form-data; boundary=x', 'garbage'],
  ['multipart/form-data', 'garbage'],
  ['nonsense', 'x'],
] as const;

test('a form that says it is something else is refused in Japanese by every page that takes forms [FRM-32]', async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('chief');
  const pages = ['/sign-in', ...(await listFormPages(desk)).map((page) => page.replace(/\?.*$/u, ''))];
  for (const page of pages) {
    for (const [type, body] of otherBodies) {
      const answer = await desk.send(page, { cookie, body, headers: { 'content-type': type } });
      expect([400, 409, 422], `${page} as ${type}`).toContain(answer.status);
      expect(isAnsweredInWords(answer), `${page} as ${type}`).toBe(true);
    }
  }
});
