import { Outlet, useLocation, useMatches } from 'react-router';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { fiscalYearLabel, fiscalYearOf } from '#kernel/fiscal-year.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Notification } from '#ui/notification.tsx';
import { StaffFrame } from '#ui/staff-frame.tsx';
import { getCornerContact } from '../corner-queries.server.ts';
import { navigation } from '../navigation.ts';
import { deskText as words, roleNames } from '../text.ts';
import type { Route } from './+types/staff-layout.ts';

const YEARS_BACK = 6;

export const loader = staffPage(async ({ ctx, year, href, demonstration }) => {
  const { actor, corner } = ctx;
  const today = ctx.today();
  const thisYear = fiscalYearOf(today);
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear + 1 - index);
  return {
    base: href(''),
    corner: { code: corner, name: findPrefecture(corner)?.name ?? corner },
    year,
    years: (years.includes(year) ? years : [...years, year]).map((item) => ({
      year: item,
      label: fiscalYearLabel(item),
    })),
    actor: { name: actor.name, role: roleNames[actor.role] },
    groups: navigation
      .map(({ heading, items }) => ({
        heading,
        items: items.filter(({ permission }) =>
          isAllowed(actor, permission, { corner, aggregate: permission === 'report.read' }),
        ),
      }))
      .filter(({ items }) => items.length > 0),
    contact: await getCornerContact(ctx),
    demonstration,
    today: formatEraDate(today),
  };
});

type Crumb = { readonly label: string; readonly href?: string };
type CrumbSource = (page: { readonly href: (path: string) => string; readonly data: unknown }) => readonly Crumb[];

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  const { base, corner, year, years, actor, groups, contact, demonstration, today } = loaderData;
  const { pathname, search } = useLocation();
  const href = (path: string) => (path === '' ? base : `${base}/${path}`);
  const isCurrent = (path: string) => (path === '' ? pathname === base : pathname.startsWith(href(path)));
  return (
    <StaffFrame
      homeHref={base}
      corner={{ kind: words.corner, label: corner.name, items: [{ label: corner.name, href: base, current: true }] }}
      fiscalYear={{
        kind: words.fiscalYear,
        label: fiscalYearLabel(year),
        items: years.map((item) => ({
          label: item.label,
          href: samePlace(pathname, search, item.year),
          current: item.year === year,
        })),
      }}
      search={{ action: href('search') }}
      workList={{ href: base, count: 0 }}
      user={{ ...actor, items: [{ label: words.account, href: '/account' }], signOutAction: '/sign-out' }}
      groups={groups.map(({ heading, items }) => ({
        heading,
        items: items.map(({ label, path }) => ({ label, href: href(path), current: isCurrent(path) })),
      }))}
      breadcrumb={useBreadcrumb(base, href)}
      contact={contact}
      printedOn={words.printedOn(today)}
    >
      {demonstration ? (
        <div className="mb-4 print:hidden">
          <Notification kind="info" title={words.demonstration(today)} />
        </div>
      ) : null}
      <Outlet />
    </StaffFrame>
  );
}

/** The same list in another 年度; a single record keeps to its list, because it may not be of that year. */
function samePlace(pathname: string, search: string, year: number): string {
  const [corner, , collection = ''] = pathname.split('/').slice(1);
  const parameters = new URLSearchParams(search);
  parameters.delete('cursor');
  const rest = collection === 'reports' ? pathname.split('/').slice(3).join('/') : collection;
  const query = parameters.toString();
  return `/${corner}/${year}${rest ? `/${rest}` : ''}${query ? `?${query}` : ''}`;
}

function useBreadcrumb(base: string, href: (path: string) => string): readonly Crumb[] {
  const page = useMatches().at(-1);
  const source = (page?.handle as { breadcrumb?: CrumbSource } | undefined)?.breadcrumb;
  const crumbs = source && page?.loaderData ? source({ href, data: page.loaderData }) : [];
  return [{ label: words.dashboard, ...(crumbs.length > 0 && { href: base }) }, ...crumbs];
}
