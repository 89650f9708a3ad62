import { expect, test } from './http-desk.ts';
import { listOf, place } from './record-lists.ts';
import { spoiledFiles } from './spoiled-files.ts';

/** What the import screen says of a file: each problem of the list, or the whole answer where there is no page. */
function sentencesOf(text: string): readonly string[] {
  if (!text.startsWith('<!DOCTYPE')) return [text];
  expect(text).toMatch(/role="alert".*1件も取り込んでいません。/su);
  return [...text.matchAll(/<td\b[^>]*data-label="内容"[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => cell);
}

test.describe('a file that is spoiled is refused in Japanese, and nothing of it is imported [DAT-06, FRM-32]', () => {
  for (const { rule, name, make, statuses = [413, 422] } of spoiledFiles)
    test(rule, async ({ desk }) => {
      const cookie = await desk.cookieOf('officer');
      const before = await listOf(desk, 'organizations');
      const file = new File([make() as BlobPart], name);
      const answer = await desk.send(`${place}/transfer`, { cookie, form: { kind: 'organizations', file } });
      expect([statuses.includes(answer.status), answer.status, answer.location]).toEqual([true, answer.status, '']);
      const said = sentencesOf(answer.text);
      expect(said.length).toBeGreaterThan(0);
      for (const sentence of said) expect(sentence).toMatch(/^[^<]*[ぁ-ん][^<]*。/u);
      expect(await listOf(desk, 'organizations')).toEqual(before);
    });
});
