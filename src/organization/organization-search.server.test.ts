import { expect, test } from 'vitest';
import { anOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listOrganizations, type OrganizationOrder } from './organization-queries.server.ts';
import { organizationRecords } from './organization-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

async function register(entries: readonly (readonly [name: string, kana: string | null])[]): Promise<void> {
  const rows = entries.map(([name, nameKana], index) => {
    const number = `O-${String(index).padStart(3, '0')}`;
    return { line: index + 2, input: anOrganization({ number, name, nameKana, address: null }) };
  });
  const outcome = await organizationRecords.importAll(desk.context(), rows, {
    fiscalYear,
    dryRun: false,
    absentKeys: [],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
}

async function find(q: string, order: OrganizationOrder = 'number'): Promise<readonly string[]> {
  const filters = { q, kind: '', municipality: '' };
  const page = await listOrganizations(desk.context(), { filters, order, cursor: undefined });
  return page.rows.map(({ name }) => name);
}

// As it is expected; registered the other way round.
const kanaOrder = [
  'ABC',
  'アート',
  'ああと',
  'アイ',
  'カツキ',
  'ガツキ',
  'ガッキー',
  'サトー',
  'サトオ',
  'ジロウ',
  'ソノ',
  'ハナ',
  'バナ',
  'パナ',
  'ﾊﾏ',
  'ヤマ',
  'ヤマ タロウ',
  'ヤマダ',
  'ワ',
  'ヲ',
  'ン',
];

test('the order of フリガナ is 五十音 on both engines, and who has none comes last [SEA-10]', async () => {
  await register([['無し', null], ...kanaOrder.toReversed().map((kana) => [kana, kana] as const)]);
  expect(await find('', 'kana')).toEqual([...kanaOrder, '無し']);
});

test('words of one, two and three letters are found, in any width, kana and shape of kanji [SEA-02][SEA-06]', async () => {
  await register([
    ['髙﨑精機㈱', 'タカサキセイキ'],
    ['高崎製作所', 'タカサキセイサクショ'],
    ['旋盤工業', 'センバンコウギョウ'],
    ['ＡＢＣ旋削', null],
    ['100%_純米\\酒造', null],
    ['1000純米酒造', null],
    ['吉田ﾊﾟﾈﾙ', 'ヨシダパネル'],
    ['𠮷田板金', null],
  ]);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['旋', ['旋盤工業', 'ＡＢＣ旋削']],
    ['旋盤', ['旋盤工業']],
    ['旋盤工', ['旋盤工業']],
    ['盤旋', []],
    ['高', ['髙﨑精機㈱', '高崎製作所']],
    ['髙', ['髙﨑精機㈱', '高崎製作所']],
    ['高崎', ['髙﨑精機㈱', '高崎製作所']],
    ['髙﨑', ['髙﨑精機㈱', '高崎製作所']],
    ['たかさき せいき', ['髙﨑精機㈱']],
    ['ﾀｶｻｷ', ['髙﨑精機㈱', '高崎製作所']],
    ['(株)', ['髙﨑精機㈱']],
    ['abc', ['ＡＢＣ旋削']],
    ['ａｂ', ['ＡＢＣ旋削']],
    ['%', ['100%_純米\\酒造']],
    ['_', ['100%_純米\\酒造']],
    ['\\', ['100%_純米\\酒造']],
    ['100%', ['100%_純米\\酒造']],
    ['0_', []],
    ['純米', ['100%_純米\\酒造', '1000純米酒造']],
    ['パネル', ['吉田ﾊﾟﾈﾙ']],
    ['吉田', ['吉田ﾊﾟﾈﾙ', '𠮷田板金']],
    ['𠮷', ['吉田ﾊﾟﾈﾙ', '𠮷田板金']],
    [`'`, []],
  ];
  const found: [string, readonly string[]][] = [];
  for (const [q] of cases) found.push([q, await find(q)]);
  expect(found).toEqual(cases);
});
