import { useLocation } from 'react-router';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { COURSE_CURSOR_LENGTH, listCourses } from '../course-queries.server.ts';
import { courseKinds, courseStates } from '../domain/course-kind.ts';
import { courseKindLabel, courseModeLabel, courseStateLabel, courseText as words, daysText } from '../text.ts';
import type { Route } from './+types/course-list.ts';
import { stateTones } from './course-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, url, year, href }) => {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const filters = { q: parameter('q').trim(), kind: parameter('kind'), state: parameter('state') };
  const cursor = decodeCursor(parameter('cursor'), COURSE_CURSOR_LENGTH);
  const page = await listCourses(ctx, { filters: { ...filters, fiscalYear: year }, cursor });
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      kind: courseKindLabel(row.kind),
      days: daysText(row.firstDay, row.lastDay),
      place: row.place ?? courseModeLabel(row.mode),
      state: row.state,
      stateText: courseStateLabel(row.state),
      expected: words.expectedOf(row.expected, row.capacity),
      completed: words.people(row.completed),
      href: href(`courses/${row.id}`),
    })),
    filters,
    exemptionsHref: href('courses/exemptions'),
    newHref: isAllowed(ctx.actor, 'course.write', { corner: ctx.corner }) ? href('courses/new') : undefined,
  };
});

const options = (choices: readonly { readonly code: string; readonly label: string }[]) =>
  choices.map(({ code, label }) => ({ value: code, label }));

export default function CourseList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, next, previous, newHref, exemptionsHref } = loaderData;
  const location = useLocation();
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = [
    { name: 'q', term: words.search, value: filters.q || undefined },
    { name: 'kind', term: words.kind, value: courseKinds.find(({ code }) => code === filters.kind)?.label },
    { name: 'state', term: words.state, value: courseStates.find(({ code }) => code === filters.state)?.label },
  ].flatMap(({ name, term, value }) =>
    value === undefined ? [] : [{ label: `${term}：${value}`, removeHref: address({ [name]: undefined }) }],
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <>
            {newHref ? (
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            ) : null}
            <ButtonLink href={exemptionsHref}>{words.exemptions}</ButtonLink>
          </>
        }
      />
      <FilterBar active={active} clearHref={location.pathname}>
        <TextField name="q" label={words.search} hint={words.listSearchHint} defaultValue={filters.q} type="search" />
        <SelectField name="kind" label={words.kind} options={options(courseKinds)} defaultValue={filters.kind} />
        <SelectField name="state" label={words.state} options={options(courseStates)} defaultValue={filters.state} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          title={isNarrowed ? words.nothingFits : words.emptyTitle}
          lead={isNarrowed ? words.nothingFitsLead : words.emptyLead}
          clearHref={isNarrowed ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <DataTable
          caption={`${words.title} ${countText(loaderData)}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'day', header: words.day, cell: ({ days, href }) => <a href={href}>{days}</a>, rowHeader: true },
            { key: 'kind', header: words.kind, cell: ({ kind }) => kind },
            { key: 'place', header: words.place, cell: ({ place }) => place },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateText }) => <ChipLabel tone={stateTones[state]}>{stateText}</ChipLabel>,
            },
            { key: 'expected', header: words.expected, cell: ({ expected }) => expected, align: 'end' },
            { key: 'completed', header: words.completed, cell: ({ completed }) => completed, align: 'end' },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
