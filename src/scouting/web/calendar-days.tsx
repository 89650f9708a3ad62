import { DayGrid } from '#ui/day-grid.tsx';
import type { ScoutingVisitStatus } from '../domain/scouting-visit-status.ts';
import { scoutingText as words } from '../text.ts';
import { ScoutingStatusChip } from './scouting-status-chip.tsx';

export type CalendarDay = {
  readonly day: string;
  /** 「11/30（水）」. */
  readonly label: string;
  readonly isToday: boolean;
  readonly routeHref: string;
  /** The form of a visit on this day, from today on. */
  readonly planHref: string | undefined;
  readonly visits: readonly {
    readonly id: string;
    readonly host: string;
    readonly place: string;
    readonly time: string;
    readonly coordinator: string;
    readonly status: ScoutingVisitStatus;
    readonly href: string;
  }[];
};

type CalendarDaysProps = { readonly blanksBefore: number; readonly days: readonly CalendarDay[] };

/** The scouting visits of a month. */
export function CalendarDays({ blanksBefore, days }: CalendarDaysProps) {
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

function DayContent({ label, routeHref, planHref, visits }: CalendarDay) {
  return (
    <>
      {visits.length === 0 ? (
        <span className="text-dns-14N-130">{label}</span>
      ) : (
        <a href={routeHref} className="inline-flex min-h-6 items-center text-dns-14N-130">
          {label}
        </a>
      )}
      <ul>
        {visits.map(({ id, host, place, time, coordinator, status, href }) => (
          <li key={id} className="mt-1 text-dns-14N-130 break-words">
            <ScoutingStatusChip status={status} /> <a href={href}>{host}</a>
            <span className="flex flex-wrap gap-x-2">
              {[time, place, coordinator].filter(Boolean).map((fact) => (
                <span key={fact} className="whitespace-nowrap">
                  {fact}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {planHref === undefined ? null : (
        <a href={planHref} className="inline-flex min-h-6 items-center text-dns-14N-130 print:hidden">
          <span className="sr-only">{label}に</span>
          {words.plan}
        </a>
      )}
    </>
  );
}
