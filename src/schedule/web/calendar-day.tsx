import { DayGrid } from '#ui/day-grid.tsx';
import { calendarText as words } from '../calendar-text.ts';
import { visitStatusLabel } from '../domain/visit-status.ts';
import type { ShownDay } from './calendar-view.server.ts';
import { VisitStatusChip } from './visit-status-chip.tsx';

type VisitDaysProps = { readonly blanksBefore?: number; readonly days: readonly ShownDay[] };

/** Days with the visits that stand on them. */
export function VisitDays({ blanksBefore = 0, days }: VisitDaysProps) {
  return (
    <DayGrid
      blanksBefore={blanksBefore}
      days={days.map((day) => ({
        day: day.day,
        isToday: day.isToday,
        isEmpty: day.visits.length === 0,
        content: <DayContent {...day} />,
      }))}
    />
  );
}

function DayContent({ label, closure, href, hidden, visits }: ShownDay) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-dns-14N-130">
        {visits.length === 0 ? (
          <span>{label}</span>
        ) : (
          <a href={href} className="inline-flex min-h-6 items-center">
            {label}
          </a>
        )}
        {closure ? <span>{closure}</span> : null}
      </p>
      <ul>
        {visits.map((visit) => (
          <DayVisit key={visit.id} {...visit} />
        ))}
      </ul>
      {hidden > 0 ? (
        <a href={href} className="inline-flex min-h-6 items-center text-dns-14N-130">
          <span className="sr-only">{label}の</span>
          {words.more(hidden)}
        </a>
      ) : null}
    </>
  );
}

function DayVisit({ href, time, host, instructors, coordinator, status, warnings }: ShownDay['visits'][number]) {
  return (
    <li className="mt-1 text-dns-14N-130 break-words">
      {status === 'planned' ? null : <VisitStatusChip status={status} label={visitStatusLabel(status)} />} {time}{' '}
      <a href={href}>{host}</a>
      <span className="block">{[instructors, coordinator].filter(Boolean).join('・')}</span>
      {warnings.map((warning) => (
        <span key={warning} className="block text-dns-14B-130">
          {words.notes}：{warning}
        </span>
      ))}
    </li>
  );
}
