import { buildMonthCalendar } from '#kernel/calendar.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { listAddress } from '#record/list-address.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { calendarText as words } from '../calendar-text.ts';
import { feedText } from '../feed-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/visit-calendar.ts';
import { VisitDays } from './calendar-day.tsx';
import { CalendarFilterBar, VisitTabs } from './calendar-frame.tsx';
import { loadCalendarDays, loadCalendarFilters, openingDay } from './calendar-view.server.ts';

/** A day of a month has room for these; the day sheet has all of them. */
const MOST_A_DAY = 5;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: words.month },
  ],
};

export const loader = staffPage(async (call) => {
  const calendar = buildMonthCalendar(call.url.searchParams.get('month') ?? '', openingDay(call));
  return {
    title: formatEraDate(calendar.first).replace(/\d+日$/u, ''),
    calendar,
    days: await loadCalendarDays(call, { days: calendar.days, perDay: MOST_A_DAY }),
    filters: await loadCalendarFilters(call),
  };
});

export default function VisitCalendar({ loaderData }: Route.ComponentProps) {
  const { title, calendar, days, filters } = loaderData;
  const address = (value: string) => listAddress(filters.address, { month: value });
  return (
    <>
      <PageHeader title={`${words.month} ${title}`} lead={words.lead} />
      <VisitTabs base={filters.base} current="calendar" />
      <CalendarFilterBar filters={filters} keep={{ month: calendar.month }} />
      <div className="mb-3 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={address(calendar.previous)}>{words.previousMonth}</ButtonLink>
        <ButtonLink href={address(calendar.next)}>{words.nextMonth}</ButtonLink>
        {filters.feedHref ? <ButtonLink href={filters.feedHref}>{feedText.coordinatorOf}</ButtonLink> : null}
      </div>
      {days.some(({ visits }) => visits.length > 0) ? null : <p className="mb-3">{words.emptyMonth}</p>}
      <VisitDays blanksBefore={calendar.blanksBefore} days={days} />
    </>
  );
}
