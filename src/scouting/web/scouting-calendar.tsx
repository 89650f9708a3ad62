import { buildMonthCalendar } from '#kernel/calendar.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listAddress } from '#record/list-address.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { listCoordinators, listScoutingDays } from '../scouting-visit-queries.server.ts';
import { listQuotaProgress } from '../territory-queries.server.ts';
import { quotaText, scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-calendar.ts';
import { CalendarDays, type CalendarDay } from './calendar-days.tsx';
import { ScoutingTabs } from './scouting-tabs.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: words.calendar },
  ],
};

export const loader = staffPage(async ({ ctx, url, href }) => {
  const coordinator = url.searchParams.get('coordinator')?.trim() ?? '';
  const calendar = buildMonthCalendar(url.searchParams.get('month') ?? '', ctx.today());
  const fiscalYear = fiscalYearOf(calendar.first);
  const visits = await listScoutingDays(ctx, { from: calendar.first, to: calendar.last, coordinator });
  const quotas = (await listQuotaProgress(ctx, fiscalYear)).flatMap(({ coordinator: name, months }) => {
    const progress = months.find(({ month }) => month === calendar.month);
    return progress && (coordinator === '' || name === coordinator)
      ? [{ term: name, detail: quotaText(progress) }]
      : [];
  });
  const newHref = isAllowed(ctx.actor, 'scouting.write', { corner: ctx.corner }) ? href('scouting/new') : undefined;
  const days = calendar.days.map((day): CalendarDay => ({
    day,
    label: formatSlashDate(day).slice(5),
    isToday: day === ctx.today(),
    planHref: newHref !== undefined && day >= ctx.today() ? `${newHref}?day=${day}` : undefined,
    routeHref: `${href('scouting/route')}?${new URLSearchParams({ day, ...(coordinator ? { coordinator } : {}) })}`,
    visits: visits
      .filter(({ visitOn }) => visitOn === day)
      .map((visit) => ({
        id: visit.id,
        host: visit.host,
        place: findMunicipality(visit.municipalityCode)?.name ?? '',
        time: visit.startsAt ?? '',
        coordinator: coordinator === '' ? visit.coordinator : '',
        status: visit.status,
        href: href(`scouting/${visit.id}`),
      })),
  }));
  return {
    title: formatEraDate(calendar.first).replace(/\d+日$/u, ''),
    calendar,
    days,
    quotas,
    coordinator,
    coordinators: (await listCoordinators(ctx, fiscalYear)).map((name) => ({ value: name, label: name })),
    base: href('scouting'),
    newHref,
    address: { pathname: url.pathname, search: url.search },
  };
});

export default function ScoutingCalendar({ loaderData }: Route.ComponentProps) {
  const { title, calendar, days, quotas, coordinator, coordinators, base, newHref, address } = loaderData;
  const month = (value: string) => listAddress(address, { month: value });
  const hasVisits = days.some(({ visits }) => visits.length > 0);
  return (
    <>
      <PageHeader
        title={`${words.calendar} ${title}`}
        lead={words.calendarLead}
        action={
          newHref && (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          )
        }
      />
      <ScoutingTabs base={base} current="calendar" />
      <FilterBar keep={{ month: calendar.month }}>
        <SelectField
          name="coordinator"
          label={words.coordinator}
          options={coordinators}
          blank={words.everybody}
          defaultValue={coordinator}
        />
      </FilterBar>
      {quotas.length === 0 ? null : (
        <section className="mb-6">
          <h2 className="text-std-18B-160 mb-2">{words.monthQuota}</h2>
          <DescriptionList items={quotas} />
        </section>
      )}
      <div className="mb-3 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={month(calendar.previous)}>{words.previousMonth}</ButtonLink>
        <ButtonLink href={month(calendar.next)}>{words.nextMonth}</ButtonLink>
      </div>
      {hasVisits ? null : <p className="mb-3">{words.emptyMonth}</p>}
      <CalendarDays blanksBefore={calendar.blanksBefore} days={days} />
    </>
  );
}
