import { expect, test } from 'vitest';
import { PageHeader } from './page-header.tsx';
import { PublicFrame } from './public-frame.tsx';
import { renderPage } from './render-page.fixture.tsx';
import { StaffFrame, type StaffFrameProps } from './staff-frame.tsx';

const frame: Omit<StaffFrameProps, 'children'> = {
  homeHref: '/',
  corner: { kind: 'コーナー', label: '山口県', items: [] },
  fiscalYear: {
    kind: '年度',
    label: '令和8年度',
    items: [
      { label: '令和8年度', href: '/?year=2026', current: true },
      { label: '令和7年度', href: '/?year=2025' },
    ],
  },
  search: { action: '/search', value: '旋盤' },
  workList: { href: '/work', count: 12 },
  user: {
    name: '山田 花子',
    role: '担当者',
    previousSignIn: '2026/11/20 8:58',
    items: [{ label: '自分の設定', href: '/me' }],
    signOutAction: '/sign-out',
  },
  groups: [
    { heading: '人', items: [{ label: 'マイスター等', href: '/instructors', current: true }] },
    { heading: '派遣', items: [{ label: '要請', href: '/requests' }] },
  ],
  breadcrumb: [{ label: 'マイスター等' }],
  contact: { office: '山口県地域技能振興コーナー', telephone: '083-922-8646' },
  printedOn: '印刷日 2026/11/21',
};

const page = renderPage(
  <StaffFrame {...frame}>
    <PageHeader title="マイスター等" />
  </StaffFrame>,
);

test('a page has one h1, inside the one main that the skip link leads to [A11-08]', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page.match(/<main/g)).toHaveLength(1);
  expect(page).toMatch(/<main id="main"[^>]*>.*<h1/);
  expect(page.indexOf('href="#main"')).toBe(page.indexOf('href="'));
});

test('everything in the header works without JavaScript: menus, search and sign-out', () => {
  expect(page).toMatch(/<details[^>]*><summary[^>]*>.*?令和8年度/);
  expect(page).toMatch(/<a[^>]*href="\/\?year=2025"/);
  expect(page).toMatch(/<form[^>]*action="\/search"[^>]*>.*?<input type="search"[^>]*name="q"[^>]*value="旋盤"/);
  expect(page).toMatch(
    /<form[^>]*method="post"[^>]*action="\/sign-out"|<form[^>]*action="\/sign-out"[^>]*method="post"/,
  );
});

test('a choice of one is words, not a menu', () => {
  expect(page).not.toMatch(/<summary[^>]*>[^/]*山口県/);
  expect(page).toContain('山口県');
});

test('the navigation has its groups, marks the page, and is folded below 64rem', () => {
  expect(page.match(/<nav aria-label="主なメニュー"/g)).toHaveLength(2);
  expect(page).toMatch(/<ul aria-label="人">.*aria-current="page"[^>]*>マイスター等/);
});

test('the telephone of the corner stands on every page [A11-23]', () => {
  expect(page).toContain('href="tel:0839228646"');
  const signIn = renderPage(
    <PublicFrame homeHref="/" contact={frame.contact}>
      <PageHeader title="サインイン" />
    </PublicFrame>,
  );
  expect(signIn).toContain('href="tel:0839228646"');
  expect(signIn.match(/<h1/g)).toHaveLength(1);
});

test('an office without a telephone gets no link that calls nobody [A11-23]', () => {
  const without = renderPage(
    <PublicFrame homeHref="/" contact={{ office: '山口県地域技能振興コーナー', telephone: '' }}>
      <PageHeader title="サインイン" />
    </PublicFrame>,
  );
  expect(without).toContain('山口県地域技能振興コーナー');
  expect(without).not.toContain('tel:');
});

test('the menu of the user tells when they signed in before [SEC-10]', () => {
  expect(page).toContain('前回のサインイン：2026/11/20 8:58');
});

test('the search has a label in sight, and is left out for those who may look into no record [DES-09]', () => {
  expect(page).toMatch(/<label for="search-everything"[^>]*>すべてから検索<\/label>/);
  const { search: _, workList: __, ...rest } = frame;
  const bare = renderPage(<StaffFrame {...rest}>{null}</StaffFrame>);
  expect(bare).not.toContain('type="search"');
  expect(bare).not.toContain('仕事の一覧');
});

test('the printed page names office and day [ENV-10]', () => {
  expect(page).toContain('<p class="print-footer">印刷日 2026/11/21</p>');
});

test.each([
  [false, '新しい要請｜匠デスク'],
  [true, 'エラー：新しい要請｜匠デスク'],
])(
  'the window is named after the page, and says so first when its form was refused: %s [A11-08][DES-20]',
  (refused, title) => {
    expect(renderPage(<PageHeader title="新しい要請" hasErrors={refused} />)).toContain(`<title>${title}</title>`);
  },
);
