import { buildWeekCalendar } from '#kernel/calendar.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { listAddress } from '#record/list-address.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { calendarText as words } from '../calendar-text.ts';
import { feedText } from '../feed-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/visit-week.ts';
import { VisitDays } from './calendar-day.tsx';
import { CalendarFilterBar, VisitTabs } from './calendar-frame.tsx';
import { loadCalendarDays, loadCalendarFilters, openingDay } from './calendar-view.server.ts';

/** A day of a week has room for these; the day sheet has all of them. */
const MOST_A_DAY = 30;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: words.week },
  ],
};

export const loader = staffPage(async (call) => {
  const calendar = buildWeekCalendar(call.url.searchParams.get('day') ?? '', openingDay(call));
  return {
    title: `${formatSlashDate(calendar.first)}〜${formatSlashDate(calendar.last)}`,
    calendar,
    days: await loadCalendarDays(call, { days: calendar.days, perDay: MOST_A_DAY }),
    filters: await loadCalendarFilters(call),
  };
});

export default function VisitWeek({ loaderData }: Route.ComponentProps) {
  const { title, calendar, days, filters } = loaderData;
  const address = (value: string) => listAddress(filters.address, { day: value });
  return (
    <>
      <PageHeader title={`${words.week} ${title}`} lead={words.lead} />
      <VisitTabs base={filters.base} current="week" />
      <CalendarFilterBar filters={filters} keep={{ day: calendar.first }} />
      <div className="mb-3 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={address(calendar.previous)}>{words.previousWeek}</ButtonLink>
        <ButtonLink href={address(calendar.next)}>{words.nextWeek}</ButtonLink>
        {filters.feedHref ? <ButtonLink href={filters.feedHref}>{feedText.coordinatorOf}</ButtonLink> : null}
      </div>
      {days.some(({ visits }) => visits.length > 0) ? null : <p className="mb-3">{words.emptyWeek}</p>}
      <VisitDays days={days} />
    </>
  );
}
