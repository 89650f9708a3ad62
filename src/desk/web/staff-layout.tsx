import { Outlet, useLocation, useMatches, type LoaderFunctionArgs } from 'react-router';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { fiscalYearLabel, fiscalYearOf } from '#kernel/fiscal-year.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed, scopeOf, type Permission } from '#platform/permission/permission-table.ts';
import { findPrefecture, listPrefectures } from '#reference/domain/prefecture.ts';
import { listSavedFilters } from '#saved-filter/saved-filters.server.ts';
import { requireSignedIn } from '#server/session.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { ListSettingsContext, readDensity } from '#ui/density.ts';
import { StaffFrame } from '#ui/staff-frame.tsx';
import { countWork } from '#work/count-work.server.ts';
import { sumWork } from '#work/domain/work-kind.ts';
import { getCornerContact } from '../corner-queries.server.ts';
import { navigation } from '../navigation.ts';
import { deskText as words, roleNames, waitingText } from '../text.ts';
import type { Route } from './+types/staff-layout.ts';

const YEARS_BACK = 6;

const loadFrame = staffPage(async (call) => {
  const { ctx, year, href, demonstration, request } = call;
  const { actor, corner } = ctx;
  const today = ctx.today();
  const mayRead = isAllowed(actor, 'visit.read', { corner });
  const mayReview = isAllowed(actor, 'certification.review', { corner });
  const mayKeep = isAllowed(actor, 'saved-filter.use', { corner });
  const [waiting, contact, savedFilters] = await Promise.all([
    isAllowed(actor, 'visit.write', { corner }) ? countWork(ctx, { fiscalYear: year }) : undefined,
    getCornerContact(ctx),
    mayKeep ? listSavedFilters(ctx) : undefined,
  ]);
  return {
    base: href(''),
    home: mayRead
      ? { href: href(''), label: words.dashboard }
      : mayReview
        ? { href: href('center/certifications'), label: words.review }
        : { href: href('reports/status'), label: words.status },
    corner: { code: corner, name: findPrefecture(corner)?.name ?? corner },
    mayVisitEveryCorner: scopeOf(actor.role, 'report.read') !== 'own-corner',
    year,
    years: listYears(year, fiscalYearOf(today)),
    actor: { name: actor.name, role: roleNames[actor.role] },
    groups: listGroups(call),
    mayRead,
    density: readDensity(request.headers.get('cookie')),
    savedFilters,
    waiting: waiting && sumWork(waiting),
    contact,
    notice: demonstration ? words.demonstration(formatEraDate(today)) : undefined,
    today: formatEraDate(today),
  };
});

export async function loader(args: LoaderFunctionArgs) {
  const frame = await loadFrame(args);
  const { previousLoginAt } = await requireSignedIn(args);
  return { ...frame, previousSignIn: previousLoginAt === null ? words.firstSignIn : instantText(previousLoginAt) };
}

/** Figures without any person's data may be opened by those who see sums only (SEC-13). */
const sumsOnly: readonly Permission[] = ['report.read', 'plan-item.read'];

function listGroups({ ctx: { actor, corner } }: StaffCall) {
  return navigation
    .map(({ heading, items }) => ({
      heading,
      items: items.filter(({ permission }) =>
        isAllowed(actor, permission, { corner, aggregate: sumsOnly.includes(permission) }),
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

function listYears(year: number, thisYear: number) {
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear + 1 - index);
  return (years.includes(year) ? years : [...years, year]).map((item) => ({
    year: item,
    label: fiscalYearLabel(item),
  }));
}

type Crumb = { readonly label: string; readonly href?: string };
type CrumbSource = (page: { readonly href: (path: string) => string; readonly data: unknown }) => readonly Crumb[];

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  const { base, home, year, actor, groups, contact, notice, today, mayRead, waiting, previousSignIn } = loaderData;
  const { pathname } = useLocation();
  const href = (path: string) => (path === '' ? base : `${base}/${path}`);
  const isCurrent = (path: string) => (path === '' ? pathname === base : pathname.startsWith(href(path)));
  return (
    <StaffFrame
      homeHref={home.href}
      {...useChoices(loaderData)}
      search={mayRead ? { action: href('search') } : undefined}
      workList={waiting === undefined ? undefined : { href: href('work'), count: waiting, label: waitingText(waiting) }}
      user={{
        ...actor,
        previousSignIn,
        items: [{ label: words.account, href: '/account' }],
        signOutAction: '/sign-out',
      }}
      groups={groups.map(({ heading, items }) => ({
        heading,
        items: items.map(({ label, path }) => ({ label, href: href(path), current: isCurrent(path) })),
      }))}
      breadcrumb={useBreadcrumb(home, href)}
      contact={contact}
      notice={notice}
      printedOn={words.printedOn(`${fiscalYearLabel(year)}　${contact.office}`, today)}
    >
      <ListSettingsContext value={useListSettings(loaderData)}>
        <Outlet context={{ contact }} />
      </ListSettingsContext>
    </StaffFrame>
  );
}

/** What the person set for lists, and what they kept of the list that is open. */
function useListSettings({ base, density, savedFilters }: Route.ComponentProps['loaderData']) {
  const { pathname } = useLocation();
  const list = pathname.slice(base.length + 1);
  const own = (savedFilters ?? []).filter((filter) => filter.list === list);
  const filters = own.map(({ id, name, query }) => ({ id, name, href: `${pathname}?${query}` }));
  return { density, saved: savedFilters && list ? { href: `${base}/filters`, list, filters } : undefined };
}

/** The corner and the 年度: chosen once for every page. */
function useChoices({ corner, mayVisitEveryCorner, year, years }: Route.ComponentProps['loaderData']) {
  const { pathname, search } = useLocation();
  const shown = listPrefectures().filter(({ code }) => mayVisitEveryCorner || code === corner.code);
  return {
    corner: {
      kind: words.corner,
      label: corner.name,
      items: shown.map(({ code, name }) => ({
        label: name,
        href: samePlace({ pathname, search: '' }, { corner: code }),
        current: code === corner.code,
      })),
    },
    fiscalYear: {
      kind: words.fiscalYear,
      label: fiscalYearLabel(year),
      items: years.map((item) => ({
        label: item.label,
        href: samePlace({ pathname, search }, { year: item.year }),
        current: item.year === year,
      })),
    },
  };
}

/** The same list for another corner or 年度; a single record keeps to its list, because it is not of that place. */
function samePlace(
  { pathname, search }: { readonly pathname: string; readonly search: string },
  to: { readonly corner?: string; readonly year?: number },
): string {
  const [corner, year, collection = ''] = pathname.split('/').slice(1);
  const parameters = new URLSearchParams(search);
  parameters.delete('cursor');
  const depth = ['reports', 'center'].includes(collection) ? 2 : 1;
  const rest = pathname
    .split('/')
    .slice(3, 3 + depth)
    .join('/');
  const query = parameters.toString();
  return `/${to.corner ?? corner}/${to.year ?? year}${rest ? `/${rest}` : ''}${query ? `?${query}` : ''}`;
}

function useBreadcrumb(
  start: { readonly href: string; readonly label: string },
  href: (path: string) => string,
): readonly Crumb[] {
  const { pathname } = useLocation();
  const page = useMatches().at(-1);
  const source = (page?.handle as { breadcrumb?: CrumbSource } | undefined)?.breadcrumb;
  const crumbs = source && page?.loaderData ? source({ href, data: page.loaderData }) : [{ label: words.notShown }];
  // Where the start is a list, its records name it already.
  const further = crumbs.filter(({ href: to }) => to !== start.href);
  return pathname === start.href ? [{ label: start.label }] : [start, ...further];
}
