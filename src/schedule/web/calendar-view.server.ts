import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { dayWarning } from '../domain/day-warning.ts';
import { calendarText as words, visitWarningText } from '../calendar-text.ts';
import { readVisitFilters } from '../visit-filters.ts';
import { listVisitDays, type CalendarVisit } from '../visit-calendar-queries.server.ts';
import { listCoordinators } from '../visit-coordinator-queries.server.ts';

type Spell = { readonly days: readonly PlainDate[]; readonly perDay: number };

/** Days with their visits as a calendar shows them, by the conditions of the address. */
export async function loadCalendarDays(call: StaffCall, { days, perDay }: Spell) {
  const { ctx, href } = call;
  const [from, to] = [days[0] ?? ctx.today(), days.at(-1) ?? ctx.today()];
  const visits = await listVisitDays(ctx, { from, to, filters: readFilters(call), perDay });
  const byDay = Map.groupBy(visits, ({ visitOn }) => visitOn);
  return days.map((day) => {
    const own = byDay.get(day) ?? [];
    const warning = dayWarning(day);
    return {
      day,
      label: formatSlashDate(day).slice(5),
      closure: warning && warning.kind !== 'weekend' ? warning.name : '',
      isToday: day === ctx.today(),
      href: `${href('visits/day')}?${dayQuery(call.url, day)}`,
      hidden: (own[0]?.total ?? 0) - own.length,
      visits: own.map((visit) => showVisit(visit, href(`visits/${visit.id}`))),
    };
  });
}

export type ShownDay = Awaited<ReturnType<typeof loadCalendarDays>>[number];

/** A visit in the words of a calendar. */
export function showVisit(visit: CalendarVisit, href: string) {
  const { id, startsAt, endsAt, organizationName, instructorNames, status, coordinator, warnings, tradeCode } = visit;
  return {
    id,
    href,
    time: startsAt === null && endsAt === null ? words.timeUnknown : `${startsAt ?? ''}〜${endsAt ?? ''}`,
    host: organizationName,
    instructors: instructorNames.join('、'),
    trade: findTrade(tradeCode)?.name ?? tradeCode,
    coordinator: coordinator ?? '',
    status,
    warnings: warnings.map(visitWarningText),
  };
}

/** The conditions of a calendar; its days come from the calendar itself. */
export function readFilters({ url }: Pick<StaffCall, 'url'>) {
  return readVisitFilters(url.searchParams, undefined).filters;
}

/** What the conditions above a calendar offer and hold. */
export async function loadCalendarFilters({ ctx, url, href }: StaffCall) {
  const people = await listCoordinators(ctx);
  const { program, organization, instructor, trade, coordinator, attendant } = readFilters({ url });
  return {
    base: href('visits'),
    feedHref: people.some(({ id }) => id === ctx.actor.id) ? href(`feeds/coordinator/${ctx.actor.id}`) : undefined,
    today: ctx.today(),
    chosen: { program, organization, instructor, trade, coordinator, attendant },
    coordinators: people.map(({ id, name }) => ({ value: id, label: name })),
    address: { pathname: url.pathname, search: url.search },
  };
}

/** The day that a calendar opens with: today, or the first one of another 年度. */
export function openingDay({ ctx, year }: Pick<StaffCall, 'ctx' | 'year'>): PlainDate {
  return fiscalYearOf(ctx.today()) === year ? ctx.today() : plainDate(`${year}-04-01`);
}

function dayQuery(url: URL, day: PlainDate): URLSearchParams {
  const query = new URLSearchParams(url.search);
  query.delete('month');
  query.set('day', day);
  return query;
}
