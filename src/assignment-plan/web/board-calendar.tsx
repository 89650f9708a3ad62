import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DayGrid } from '#ui/day-grid.tsx';
import { boardText as words } from '../board-text.ts';
import type { ShownCalendar } from './board-calendar.server.ts';

type Day = ShownCalendar['days'][number];
type Entry = Day['planned'][number];

/** A month with what is proposed beside what is planned already. */
export function BoardCalendar({ calendar }: { readonly calendar: ShownCalendar }) {
  const { title, days, blanksBefore, previousHref, nextHref } = calendar;
  const isEmpty = days.every(({ proposed, planned }) => proposed.length + planned.length === 0);
  return (
    <section aria-labelledby="month-heading">
      <h2 id="month-heading" className="text-std-20B-150">
        {title}
      </h2>
      <p className="mb-3">{isEmpty ? words.emptyMonth : words.calendarLead}</p>
      <div className="mb-3 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={previousHref}>{words.previousMonth}</ButtonLink>
        <ButtonLink href={nextHref}>{words.nextMonth}</ButtonLink>
      </div>
      <DayGrid
        blanksBefore={blanksBefore}
        days={days.map((day) => ({
          day: day.day,
          isToday: day.isToday,
          isEmpty: day.proposed.length + day.planned.length === 0,
          content: <DayContent {...day} />,
        }))}
      />
    </section>
  );
}

function DayContent({ label, proposed, planned, hidden }: Day) {
  return (
    <>
      <p className="text-dns-14N-130">{label}</p>
      <ul>
        {proposed.map(({ key, ...entry }) => (
          <DayEntry key={key} {...entry} isProposed />
        ))}
        {planned.map(({ key, ...entry }) => (
          <DayEntry key={key} {...entry} />
        ))}
      </ul>
      {hidden > 0 ? <p className="mt-1 text-dns-14N-130">{words.more(hidden)}</p> : null}
    </>
  );
}

function DayEntry({
  kind,
  href,
  time,
  host,
  people,
  isProposed = false,
}: Omit<Entry, 'key'> & { readonly isProposed?: boolean }) {
  return (
    <li className="mt-1 text-dns-14N-130 break-words">
      <ChipLabel tone={isProposed ? 'progress' : 'neutral'}>{kind}</ChipLabel> {time} <a href={href}>{host}</a>
      <span className="block">{people}</span>
    </li>
  );
}
