import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type GridDay = {
  /** The day as YYYY-MM-DD. */
  readonly day: string;
  readonly isToday: boolean;
  /** Nothing stands on it: a phone leaves it out. */
  readonly isEmpty: boolean;
  readonly content: ReactNode;
};

type DayGridProps = {
  /** Days of the first week that belong to the month before. */
  readonly blanksBefore?: number;
  readonly days: readonly GridDay[];
};

/** Days as weeks of seven from Monday; on a phone only the days that hold something, one below the other. */
export function DayGrid({ blanksBefore = 0, days }: DayGridProps) {
  return (
    <>
      <ul aria-hidden="true" className="hidden grid-cols-7 text-dns-14N-130 desktop:grid">
        {uiText.weekdays.map((name) => (
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
        {days.map(({ day, isToday, isEmpty, content }) => (
          <li
            key={day}
            className={`min-w-0 border-b border-solid-gray-420 px-2 py-2 desktop:-mt-px desktop:-ml-px desktop:min-h-24 desktop:border print:min-h-12 print:break-inside-avoid ${isEmpty ? 'narrow:hidden' : ''} ${isToday ? 'bg-key-50' : ''}`}
            aria-current={isToday ? 'date' : undefined}
          >
            {content}
          </li>
        ))}
      </ol>
    </>
  );
}
