import { buildMonthCalendar } from '#kernel/calendar.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listAddress } from '#record/list-address.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { listVisitDays } from '#schedule/visit-calendar-queries.server.ts';
import { readVisitFilters } from '#schedule/visit-filters.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { PlanRun } from '../plan-queries.server.ts';
import { findFirstProposedDay, listProposedDays, type BoardFilters } from '../board-queries.server.ts';
import { boardText as words } from '../board-text.ts';
import { nameOfInstructors, timeText } from './board-list.server.ts';

/** A day of a month has room for so many of each. */
const MOST_A_DAY = 6;

/** A month of the board: what is proposed beside what stands in the plan already. */
export async function loadBoardCalendar(call: StaffCall, run: PlanRun, { trade, month: chosen }: BoardFilters) {
  const { ctx, url, href, year } = call;
  const start = fiscalYearOf(ctx.today()) === year ? ctx.today() : plainDate(`${year}-04-01`);
  const opening = (await findFirstProposedDay(ctx, run.id)) ?? start;
  const calendar = buildMonthCalendar(chosen, opening);
  const [from, to] = [calendar.days[0] ?? opening, calendar.days.at(-1) ?? opening];
  const proposed = await listProposedDays(ctx, { runId: run.id, from, to, trade });
  const filters = readVisitFilters(new URLSearchParams(trade ? { trade } : {}), undefined).filters;
  const mayRead = isAllowed(ctx.actor, 'visit.read', { corner: ctx.corner });
  const visits = mayRead ? await listVisitDays(ctx, { from, to, filters, perDay: MOST_A_DAY }) : [];
  const nameOf = await nameOfInstructors(ctx, proposed, run.settings.extraInstructors);
  const planHref = href(`assignment/${run.planId}`);
  const month = (value: string) => listAddress(url, { view: 'calendar', month: value });
  return {
    view: 'calendar' as const,
    title: formatEraDate(calendar.first).replace(/\d+日$/u, ''),
    blanksBefore: calendar.blanksBefore,
    previousHref: month(calendar.previous),
    nextHref: month(calendar.next),
    days: calendar.days.map((day) => {
      const own = proposed.filter(({ visitOn }) => visitOn === day);
      const standing = visits.filter(({ visitOn }) => visitOn === day);
      return {
        day,
        label: formatSlashDate(day).slice(5),
        isToday: day === ctx.today(),
        hidden: Math.max(0, own.length - MOST_A_DAY) + (standing[0]?.total ?? 0) - standing.length,
        proposed: own.slice(0, MOST_A_DAY).map(({ requestId, hostName, startsAt, endsAt, instructorIds }) => ({
          key: requestId,
          kind: words.proposed,
          href: `${planHref}/requests/${requestId}`,
          time: timeText(startsAt, endsAt),
          host: hostName,
          people: instructorIds.map(nameOf).join('、'),
        })),
        planned: standing.map(({ id, startsAt, endsAt, status, organizationName, instructorNames }) => ({
          key: id,
          kind: visitStatusLabel(status),
          href: href(`visits/${id}`),
          time: timeText(startsAt, endsAt),
          host: organizationName,
          people: instructorNames.join('、'),
        })),
      };
    }),
  };
}

export type ShownCalendar = Awaited<ReturnType<typeof loadBoardCalendar>>;
