import { FilterBar, type ActiveFilter } from '#ui/filter-bar.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { adviceAreas, IT_AND_ADVICE } from '../domain/advice-area.ts';
import { courseStatuses } from '../domain/course-status.ts';
import { instructorKinds } from '../domain/instructor-kind.ts';
import { instructorText as words } from '../text.ts';

type Filters = Readonly<
  Record<'q' | 'kind' | 'trade' | 'municipality' | 'course' | 'registration' | 'advice' | 'row', string>
>;

type InstructorFilterBarProps = {
  readonly filters: Filters;
  readonly order: string;
  readonly choices: { readonly trades: readonly SelectOption[]; readonly municipalities: readonly SelectOption[] };
  readonly address: (changes: Record<string, string | undefined>) => string;
  readonly clearHref: string;
};

const kinds: readonly SelectOption[] = instructorKinds.map(({ code, label }) => ({ value: code, label }));
const registrations: readonly SelectOption[] = [{ value: 'ended', label: words.registrationOf.ended }];
const courses: readonly SelectOption[] = [
  ...courseStatuses.map(({ code, label }) => ({ value: code, label })),
  { value: 'unknown', label: words.unknownCourse },
];

const advices: readonly SelectOption[] = [
  ...adviceAreas.map(({ code, label }) => ({ value: code, label })),
  { value: IT_AND_ADVICE, label: words.itAndAdvice },
];

/** The conditions of the list: what is asked daily in one line, the rest folded away until it is in use. */
export function InstructorFilterBar({ filters, order, choices, address, clearHref }: InstructorFilterBarProps) {
  const { trades, municipalities } = choices;
  return (
    <FilterBar
      keep={{ sort: order, ...(filters.row && { row: filters.row }) }}
      active={activeFilters(filters, choices, address)}
      clearHref={clearHref}
      moreOpen={
        filters.municipality !== '' || filters.course !== '' || filters.registration !== '' || filters.advice !== ''
      }
      more={
        <>
          <SelectField
            name="municipality"
            label={words.municipality}
            options={municipalities}
            defaultValue={filters.municipality}
          />
          <SelectField name="course" label={words.course} options={courses} defaultValue={filters.course} />
          <SelectField name="advice" label={words.advice} options={advices} defaultValue={filters.advice} />
          <SelectField
            name="registration"
            label={words.registration}
            blank={words.registrationOf.current}
            options={registrations}
            defaultValue={filters.registration}
          />
        </>
      }
    >
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={filters.q} type="search" />
      <SelectField name="kind" label={words.kind} options={kinds} defaultValue={filters.kind} />
      <SelectField name="trade" label={words.trade} options={trades} defaultValue={filters.trade} />
    </FilterBar>
  );
}

function activeFilters(
  filters: Filters,
  { trades, municipalities }: InstructorFilterBarProps['choices'],
  address: InstructorFilterBarProps['address'],
): readonly ActiveFilter[] {
  const labelOf = (options: readonly SelectOption[], value: string) =>
    options.find((option) => option.value === value)?.label;
  const shown = [
    { name: 'q', term: words.search, value: filters.q },
    { name: 'kind', term: words.kind, value: labelOf(kinds, filters.kind) },
    { name: 'trade', term: words.trade, value: labelOf(trades, filters.trade) },
    { name: 'municipality', term: words.municipality, value: labelOf(municipalities, filters.municipality) },
    { name: 'course', term: words.course, value: labelOf(courses, filters.course) },
    { name: 'registration', term: words.registration, value: labelOf(registrations, filters.registration) },
    { name: 'advice', term: words.advice, value: labelOf(advices, filters.advice) },
    { name: 'row', term: words.kanaRow, value: filters.row && words.kanaRowOf(filters.row) },
  ];
  return shown
    .filter(({ value }) => value)
    .map(({ name, term, value }) => ({ label: `${term}：${value}`, removeHref: address({ [name]: undefined }) }));
}
