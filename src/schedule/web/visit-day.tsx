import { formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import { addDays } from '#kernel/plain-date.ts';
import { listAddress } from '#record/list-address.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { calendarText as words } from '../calendar-text.ts';
import { visitStatusLabel } from '../domain/visit-status.ts';
import { dayWarning } from '../domain/day-warning.ts';
import { dayWarningText, visitText } from '../text.ts';
import { listVisitDays } from '../visit-calendar-queries.server.ts';
import type { Route } from './+types/visit-day.ts';
import { CalendarFilterBar, VisitTabs } from './calendar-frame.tsx';
import { loadCalendarFilters, openingDay, readFilters, showVisit } from './calendar-view.server.ts';
import { VisitStatusChip } from './visit-status-chip.tsx';

/** More than these nobody reads on one sheet; a condition brings up the others. */
const MOST_A_DAY = 200;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: words.day },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, url, href } = call;
  const typed = url.searchParams.get('day')?.trim() ?? '';
  const read = parseJapaneseDate(typed);
  const day = read.ok ? read.value : openingDay(call);
  const visits = await listVisitDays(ctx, { from: day, to: day, filters: readFilters(call), perDay: MOST_A_DAY });
  const warning = dayWarning(day);
  return {
    title: formatSlashDate(day),
    typed: read.ok || typed === '' ? day.replaceAll('-', '/') : typed,
    isUnread: typed !== '' && !read.ok,
    previous: addDays(day, -1),
    next: addDays(day, 1),
    warning: warning && dayWarningText(warning),
    total: visits[0]?.total ?? 0,
    rows: visits.map((visit) => ({
      ...showVisit(visit, href(`visits/${visit.id}`)),
      number: visit.number,
      trainees: visit.trainees,
      attendants: visit.attendants.join('、'),
      place: [`${findMunicipality(visit.municipalityCode)?.name ?? ''}${visit.address ?? ''}`, visit.phone ?? ''],
    })),
    filters: await loadCalendarFilters(call),
  };
});

export default function VisitDay({ loaderData }: Route.ComponentProps) {
  const { title, typed, isUnread, previous, next, warning, total, rows, filters } = loaderData;
  const address = (day: string) => listAddress(filters.address, { day });
  const person = filters.coordinators.find(({ value }) => value === filters.chosen.coordinator)?.label;
  return (
    <>
      <PageHeader title={[words.day, title, person].filter(Boolean).join(' ')} lead={words.dayLead} />
      <VisitTabs base={filters.base} current="day" />
      <CalendarFilterBar filters={filters}>
        <TextField
          name="day"
          label={words.dayField}
          hint={words.dayHint}
          defaultValue={typed}
          error={isUnread ? words.dateUnread : undefined}
          width="short"
        />
      </CalendarFilterBar>
      <div className="mb-3 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={address(previous)}>{words.previousDay}</ButtonLink>
        <ButtonLink href={address(next)}>{words.nextDay}</ButtonLink>
      </div>
      {warning ? <p className="mb-3">{warning}</p> : null}
      {total > rows.length ? <p className="mb-3">{words.shownOf(rows.length, total)}</p> : null}
      {rows.length === 0 ? (
        <p>{words.emptyDay}</p>
      ) : (
        <DataTable
          caption={`${words.day} ${words.count(total)}`}
          dense
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'time', header: visitText.time, cell: (row) => row.time, keepTogether: true },
            {
              key: 'host',
              header: visitText.organization,
              cell: (row) => <a href={row.href}>{row.host}</a>,
              rowHeader: true,
            },
            { key: 'place', header: words.place, cell: (row) => row.place.filter(Boolean).join(' ') },
            { key: 'instructors', header: visitText.instructors, cell: (row) => row.instructors },
            { key: 'trade', header: visitText.trade, cell: (row) => row.trade },
            { key: 'trainees', header: visitText.trainees, cell: (row) => row.trainees, align: 'end' },
            { key: 'coordinator', header: visitText.coordinator, cell: (row) => row.coordinator },
            { key: 'attendants', header: visitText.attendants, cell: (row) => row.attendants },
            {
              key: 'status',
              header: visitText.status,
              cell: (row) => <VisitStatusChip status={row.status} label={visitStatusLabel(row.status)} />,
              keepTogether: true,
            },
            { key: 'notes', header: words.notes, cell: (row) => row.warnings.join('、') },
          ]}
        />
      )}
    </>
  );
}
