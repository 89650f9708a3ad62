import { expect, test } from 'vitest';
import { findPageRefusal } from './page-request.ts';

function request(path: string, init: RequestInit = {}): Request {
  return new Request(`http://127.0.0.1:3000${path}`, init);
}

function posted(headers: Record<string, string>): Request {
  return request('/sign-in', { method: 'POST', headers });
}

test.each([
  ['PUT', 405],
  ['DELETE', 405],
  ['OPTIONS', 405],
  ['GET', undefined],
  ['HEAD', undefined],
  ['POST', undefined],
])('%s of a page answers %s [SEC-16]', (method, status) => {
  expect(findPageRefusal(request('/', { method }), undefined)?.status).toBe(status);
});

test.each([
  ['/%', 400],
  ['/35/%zz', 400],
  ['/%E3%81', 400],
  ['/%E3%81%82', undefined],
])('the address %s answers %s', (path, status) => {
  expect(findPageRefusal(request(path), undefined)?.status).toBe(status);
});

test.each([
  [{}, undefined, undefined],
  [{ origin: 'http://127.0.0.1:3000' }, undefined, undefined],
  [{ origin: 'http://127.0.0.1:3001' }, undefined, 403],
  [{ origin: 'https://127.0.0.1:3000' }, undefined, 403],
  [{ origin: 'https://evil.example' }, undefined, 403],
  [{ origin: 'null' }, undefined, 403],
  [{ 'sec-fetch-site': 'cross-site' }, undefined, 403],
  [{ 'sec-fetch-site': 'same-origin' }, undefined, undefined],
  [{ origin: 'https://desk.example.jp' }, 'https://desk.example.jp', undefined],
  [{ origin: 'http://127.0.0.1:3000' }, 'https://desk.example.jp', 403],
] as const)(
  'a form from %j, on a desk that people open at %s, answers %s [SEC-16]',
  (headers, publicOrigin, status) => {
    expect(findPageRefusal(posted(headers), publicOrigin)?.status).toBe(status);
  },
);

test('every refusal says in Japanese what happened and what to do [FRM-32]', () => {
  for (const refused of [request('/', { method: 'PUT' }), request('/%'), posted({ origin: 'null' })])
    expect(findPageRefusal(refused, undefined)?.text).toMatch(/[ぁ-ん].*。.*ください。$/u);
});
