import type { ReactNode } from 'react';
import { programs } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { TextField } from '#ui/text-field.tsx';
import { calendarText } from '../calendar-text.ts';
import { visitText as words } from '../text.ts';

type View = 'list' | 'calendar' | 'week' | 'day';

/** The views of 派遣, each with its own address. */
export function VisitTabs({ base, current }: { readonly base: string; readonly current: View }) {
  const tab = (view: View, label: string) => ({
    label,
    href: view === 'list' ? base : `${base}/${view}`,
    current: view === current,
  });
  return (
    <div className="mb-4">
      <TabLinks
        label={calendarText.views}
        tabs={[
          tab('list', calendarText.list),
          tab('calendar', calendarText.month),
          tab('week', calendarText.week),
          tab('day', calendarText.day),
        ]}
      />
    </div>
  );
}

type Chosen = Readonly<
  Record<'program' | 'organization' | 'instructor' | 'trade' | 'coordinator' | 'attendant', string | undefined>
>;

export type CalendarFilters = {
  readonly base: string;
  /** Of the own visits in somebody's own calendar; nothing for those who lead none. */
  readonly feedHref: string | undefined;
  readonly today: PlainDate;
  readonly chosen: Chosen;
  readonly coordinators: readonly SelectOption[];
  readonly address: { readonly pathname: string; readonly search: string };
};

type CalendarFilterBarProps = {
  readonly filters: CalendarFilters;
  readonly keep?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
};

/** The conditions of a calendar; the month or week stays. */
export function CalendarFilterBar({ filters, keep = {}, children }: CalendarFilterBarProps) {
  const { chosen, coordinators, today } = filters;
  const { program, organization, instructor, trade, coordinator, attendant } = chosen;
  return (
    <FilterBar
      keep={keep}
      moreOpen={Boolean(program ?? organization ?? instructor ?? trade ?? attendant)}
      more={
        <>
          <SelectField
            name="program"
            label={words.program}
            options={programs.map(({ code, label }) => ({ value: code, label }))}
            defaultValue={program}
          />
          <SelectField
            name="trade"
            label={words.trade}
            options={listTrades(today).map(({ code, name, group }) => ({ value: code, label: name, group }))}
            defaultValue={trade}
          />
          <SelectField name="attendant" label={words.attendants} options={coordinators} defaultValue={attendant} />
          <TextField name="organization" label={words.organizationNumber} defaultValue={organization} width="short" />
          <TextField name="instructor" label={words.instructorNumber} defaultValue={instructor} width="short" />
        </>
      }
    >
      {children}
      <SelectField
        name="coordinator"
        label={words.coordinator}
        options={coordinators}
        blank={calendarText.anybody}
        defaultValue={coordinator}
      />
    </FilterBar>
  );
}
