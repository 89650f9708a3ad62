import { expect, test } from 'vitest';
import { BulletBar } from './bullet-bar.tsx';
import { ButtonLink } from './button.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { ColumnChart } from './column-chart.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { DescriptionList } from './description-list.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import { Notification } from './notification.tsx';
import { Pager } from './pager.tsx';
import { renderPage } from './render-page.fixture.tsx';
import { StepNavigation } from './step-navigation.tsx';
import { TabLinks } from './tab-links.tsx';

type Row = { readonly no: string; readonly name: string; readonly visits: number };

const columns: readonly Column<Row>[] = [
  { key: 'no', header: '番号', cell: ({ no }) => no, sort: { href: '/?sort=no', direction: 'descending' } },
  { key: 'name', header: '氏名', cell: ({ name }) => name, rowHeader: true },
  {
    key: 'visits',
    header: '回数',
    cell: ({ visits }) => visits,
    align: 'end',
    sort: { href: '/?sort=v', direction: 'none' },
  },
  { key: 'unit', header: '単位', cell: () => '回' },
];

const table = renderPage(
  <DataTable
    caption="マイスター等 2人"
    columns={columns}
    rows={[
      { no: '1', name: '髙﨑', visits: 3 },
      { no: '2', name: '河野', visits: 4 },
    ]}
    rowKey={({ no }) => no}
    totals={[{ no: '合計', name: '', visits: 7 }]}
  />,
);

test('a table has a caption, scoped headers and a row header [DES-15]', () => {
  const captionId = /<figcaption id="([^"]+)"/.exec(table)?.[1];
  expect(table).toContain(`<table role="table" aria-labelledby="${captionId}"`);
  expect(table.match(/<th scope="col"/g)).toHaveLength(4);
  expect(table.match(/<th scope="row"/g)).toHaveLength(3);
  expect(table).toMatch(/<tfoot.*7/);
});

test('a sorted column says so by aria-sort, arrow and word, and sorts by a link [DES-13][DES-15]', () => {
  expect(table).toMatch(/<th[^>]*aria-sort="descending"[^>]*><a[^>]*href="\/\?sort=no"[^>]*>番号.*?降順/);
  expect(table).toContain('aria-sort="none"');
});

test('the scrolling region of a table is reached by keyboard and has a name [A11-06]', () => {
  expect(table).toMatch(/<div role="region" aria-labelledby="[^"]+" tabindex="0"/);
});

test('on narrow screens each cell brings its header, and the roles keep it a table [A11-06]', () => {
  expect(table).toContain('<td role="cell" data-label="単位">');
  expect(table).toContain('data-folds=""');
  expect(table.match(/role="row"/g)).toHaveLength(4);
});

test('three columns stay a table on narrow screens', () => {
  const html = renderPage(<DataTable caption="表" columns={columns.slice(0, 3)} rows={[]} rowKey={({ no }) => no} />);
  expect(html).not.toContain('data-folds');
});

test('a table of sentences folds however few its columns are [A11-06]', () => {
  const html = renderPage(
    <DataTable caption="表" folds columns={columns.slice(0, 3)} rows={[]} rowKey={({ no }) => no} />,
  );
  expect(html).toContain('data-folds');
});

test('a column to act with is marked in head and rows, so that none of it is printed [ENV-10]', () => {
  const acts: Column<Row> = { key: 'acts', header: '操作', cell: () => '直す', acts: true };
  const rows = [{ no: '1', name: '髙﨑', visits: 3 }];
  const html = renderPage(<DataTable caption="表" columns={[...columns, acts]} rows={rows} rowKey={({ no }) => no} />);
  expect(html.match(/data-acts=""/g)).toHaveLength(2);
});

test('a message tells its kind in a word, not by colour alone [DES-13]', () => {
  for (const [kind, word] of [
    ['info', 'お知らせ'],
    ['success', '成功'],
    ['warning', '注意'],
    ['error', 'エラー'],
  ] as const) {
    const html = renderPage(<Notification kind={kind} title="見出し" />);
    expect(html).toContain(`${word}：`);
    expect(html).toContain('<svg aria-hidden="true"');
  }
});

test('steps tell their state in words and the current one by aria-current [DES-14]', () => {
  const html = renderPage(
    <StepNavigation
      steps={[
        { label: '受付', state: 'completed' },
        { label: '割当', state: 'error', current: true },
        { label: '依頼', state: 'upcoming' },
      ]}
    />,
  );
  expect(html).toContain('（完了）');
  expect(html).toContain('エラー');
  expect(html.match(/<li[^>]*aria-current="step"/g)).toHaveLength(1);
  expect(html).toMatch(/^<div role="group" aria-label="ステップ"/);
});

test('steps that are links are a navigation [DES-14]', () => {
  const html = renderPage(<StepNavigation steps={[{ label: '入力', state: 'completed', href: '/1' }]} />);
  expect(html).toMatch(/^<nav aria-label="ステップ"/);
});

test('breadcrumb and tabs mark where one is', () => {
  const crumbs = renderPage(
    <Breadcrumb
      items={[
        { label: '要請', href: '/r' },
        { label: 'R8-1', href: '/r/1' },
      ]}
    />,
  );
  expect(crumbs).toMatch(/<span aria-current="page"[^>]*>R8-1/);
  expect(crumbs).not.toContain('href="/r/1"');
  const tabs = renderPage(
    <TabLinks
      label="内容"
      tabs={[
        { label: '概要', href: '/a', current: true },
        { label: '派遣', href: '/b', count: 3 },
      ]}
    />,
  );
  expect(tabs).toMatch(/<a[^>]*aria-current="page"[^>]*>概要/);
  expect(tabs).toContain('（3）');
});

test('a bar shows every figure in words, and its target in the picture', () => {
  const html = renderPage(
    <BulletBar label="派遣" unit="回" actual={1062} scheduled={12} target={79} rate="78%" actualHref="/visits" />,
  );
  for (const words of ['1,062回', '12回', '79回', '78%', '実施', '予定', '目標']) expect(html).toContain(words);
  expect(html).toMatch(/<a[^>]*href="\/visits"[^>]*>1,062回/);
  expect(html).toContain('<pattern');
});

test('a bar without target and figures draws an empty scale, no NaN', () => {
  const html = renderPage(<BulletBar label="派遣" unit="回" actual={0} scheduled={0} target={null} />);
  expect(html).not.toMatch(/NaN|Infinity|目標/);
});

test('columns come with the same figures as a table, also when all are 0', () => {
  const months = [
    { label: '4月', actual: 22, scheduled: 0, href: '/visits?m=4' },
    { label: '5月', actual: 0, scheduled: 9 },
  ];
  const html = renderPage(<ColumnChart title="派遣" unit="回" dimension="月" columns={months} />);
  expect(html).toContain('実施（回）');
  expect(html).toContain('role="img" aria-label="派遣のグラフ。同じ数値が表にあります。"');
  expect(html).toMatch(/<a[^>]*href="\/visits\?m=4"/);
  const empty = renderPage(
    <ColumnChart
      title="派遣"
      unit="回"
      dimension="月"
      columns={months.map((month) => ({ ...month, actual: 0, scheduled: 0 }))}
    />,
  );
  expect(empty).not.toMatch(/NaN|Infinity/);
});

test('history tells when, who, what, and each value before and after', () => {
  const html = renderPage(
    <HistoryTimeline
      entries={[
        {
          key: '1',
          at: '2026/11/21（土） 14:05',
          who: '山田 花子',
          what: '変更しました',
          changes: [{ label: '電話', before: null, after: '083-000-0000' }],
        },
      ]}
    />,
  );
  for (const words of [
    '2026/11/21（土） 14:05',
    '山田 花子',
    '変更しました',
    '変更前：',
    'なし',
    '変更後：',
    '083-000-0000',
  ]) {
    expect(html).toContain(words);
  }
});

test('an empty value is said, not left blank', () => {
  expect(
    renderPage(
      <DescriptionList
        items={[
          { term: 'FAX', detail: null },
          { term: '回数', detail: 0 },
        ]}
      />,
    ),
  ).toMatch(/FAX.*未登録.*回数.*>0</);
});

test('paging offers only the ways there are', () => {
  expect(renderPage(<Pager nextHref="/?after=9" />)).not.toContain('前へ');
  expect(renderPage(<Pager />)).toBe('');
});

test('a small button keeps a target of 44px by its pseudo element [DES-07]', () => {
  expect(
    renderPage(
      <ButtonLink href="/" size="sm">
        変える
      </ButtonLink>,
    ),
  ).toMatch(/min-h-9.*after:-inset-y-2/);
});
