import { expect, test } from 'vitest';
import { decideRoute } from './approval-route.ts';

const entitled = [
  { id: 'a', name: '架空 花子' },
  { id: 'b', name: '架空 一郎' },
  ...['c', 'd', 'e', 'f'].map((id) => ({ id, name: id })),
];
const route = (approverIds: readonly string[], drafterId = 'x') => decideRoute({ approverIds, entitled, drafterId });

test('a route has one to five entitled people, each once, and never who drafted [DOC-09]', () => {
  expect(route(['b', 'a'])).toEqual({ ok: true, value: [entitled[1], entitled[0]] });
  expect(route([])).toMatchObject({ refusal: { kind: 'nobody-on-route' } });
  expect(route(['a', 'b', 'a'])).toMatchObject({ refusal: { kind: 'twice-on-route', name: '架空 花子' } });
  expect(route(['a', 'b'], 'b')).toMatchObject({ refusal: { kind: 'drafter-on-route', name: '架空 一郎' } });
  expect(route(['a', 'z'])).toMatchObject({ refusal: { kind: 'not-entitled' } });
  expect(route(['a', 'b', 'c', 'd', 'e', 'f'])).toMatchObject({ refusal: { kind: 'route-too-long', length: 6 } });
});
