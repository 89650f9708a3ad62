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

/** A month as weeks of seven; on a phone only the days that have visits, one below the other. */
export function CalendarDays({ blanksBefore, days }: CalendarDaysProps) {
  return (
    <>
      <ul aria-hidden="true" className="hidden grid-cols-7 text-dns-14N-130 desktop:grid">
        {words.weekdays.map((name) => (
          <li key={name} className="px-2 py-1">
            {name}
          </li>
        ))}
      </ul>
      <ol data-weeks="" className="desktop:grid desktop:grid-cols-7">
        {Array.from({ length: blanksBefore }, (_, index) => (
          <li
            key={index}
            aria-hidden="true"
            className="-mt-px -ml-px hidden border border-solid-gray-420 bg-solid-gray-50 desktop:block"
          />
        ))}
        {days.map((day) => (
          <Day key={day.day} {...day} />
        ))}
      </ol>
    </>
  );
}

function Day({ label, isToday, routeHref, planHref, visits }: CalendarDay) {
  const look = visits.length === 0 ? 'narrow:hidden' : '';
  return (
    <li
      className={`min-w-0 border-b border-solid-gray-420 px-2 py-2 desktop:-mt-px desktop:-ml-px desktop:min-h-24 desktop:border print:min-h-12 print:break-inside-avoid ${look} ${isToday ? 'bg-key-50' : ''}`}
      aria-current={isToday ? 'date' : undefined}
    >
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
    </li>
  );
}
