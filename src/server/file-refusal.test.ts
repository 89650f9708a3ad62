import { expect, test } from 'vitest';
import { findFileRefusal } from './file-refusal.ts';

function answer(status: number, type: string): Response {
  return new Response('null', { status, headers: { 'content-type': type } });
}

test.each([400, 403, 404, 405, 409, 500, 502])(
  'a file that is refused with %d says in Japanese what happened and what to do [FRM-32]',
  (status) => {
    expect(findFileRefusal(answer(status, 'application/json'))).toMatch(/[ぁ-ん].*。.*ください。$/u);
  },
);

test.each([
  [200, 'application/pdf'],
  [302, 'text/plain'],
  [404, 'text/html; charset=utf-8'],
] as const)('an answer with %d of %s is left as it is', (status, type) => {
  expect(findFileRefusal(answer(status, type))).toBeUndefined();
});
