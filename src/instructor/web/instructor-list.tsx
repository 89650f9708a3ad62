import { useLocation } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { courseStatuses } from '../domain/course-status.ts';
import { tradeName } from '../domain/instructor-codecs.ts';
import { instructorKinds } from '../domain/instructor-kind.ts';
import { listInstructors, type InstructorListRow, type InstructorOrder } from '../instructor-queries.server.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { mergeText } from '../merge-text.ts';
import { instructorText as words } from '../text.ts';
import type { Route } from './+types/instructor-list.ts';
import { InstructorFilterBar } from './instructor-filters.tsx';
import { InstructorTable } from './instructor-table.tsx';
import { KanaIndex } from './kana-index.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

const orders: readonly InstructorOrder[] = ['kana', 'number', 'recent', 'dormant'];

export const loader = staffPage(async (call) => {
  const { ctx, url, href, year } = call;
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const filters = {
    q: parameter('q'),
    kind: parameter('kind'),
    trade: parameter('trade'),
    municipality: parameter('municipality'),
    course: parameter('course'),
    registration: parameter('registration'),
    advice: parameter('advice'),
    row: parameter('row'),
  };
  const order = orders.find((known) => known === parameter('sort')) ?? 'kana';
  const cursor = decodeCursor(parameter('cursor'), order === 'number' ? 1 : 2);
  const page = await listInstructors(ctx, { filters, order, cursor, fiscalYear: year });
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...showRow(row), href: href(`instructors/${row.id}`) })),
    filters,
    order,
    fiscalYear: fiscalYearLabel(year),
    choices: {
      trades: listTrades(ctx.today()).map(({ code, name, group }) => ({ value: code, label: name, group })),
      municipalities: listMunicipalities(ctx.corner).map(({ code, name }) => ({ value: code, label: name })),
    },
    newHref: recordHrefs(call, { records: instructorRecords, path: 'instructors' }).newHref,
    duplicatesHref: isAllowed(ctx.actor, 'instructor.merge', { corner: ctx.corner })
      ? href('instructors/duplicates')
      : undefined,
  };
});

function showRow({ id, number, name, nameKana, ...row }: InstructorListRow) {
  return {
    id,
    number,
    name,
    nameKana,
    kind: instructorKinds.find(({ code }) => code === row.kind)?.label ?? row.kind,
    trades: row.tradeCodes.map(tradeName),
    municipality: findMunicipality(row.municipalityCode)?.name ?? row.municipalityCode,
    course: courseStatuses.find(({ code }) => code === row.courseStatus)?.label ?? '',
    held: row.held,
    planned: row.planned,
    lastActivityOn: row.lastActivityOn && formatSlashDate(row.lastActivityOn),
  };
}

export default function InstructorList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, order, fiscalYear, choices, next, previous, newHref, duplicatesHref } = loaderData;
  const location = useLocation();
  const isNarrowed = Object.values(filters).some((value) => value !== '');
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
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
            {duplicatesHref ? <ButtonLink href={duplicatesHref}>{mergeText.duplicates}</ButtonLink> : null}
          </>
        }
      />
      <InstructorFilterBar
        filters={filters}
        order={order}
        choices={choices}
        address={address}
        clearHref={location.pathname}
      />
      <KanaIndex current={filters.row} address={address} />
      {rows.length === 0 ? (
        <EmptyList
          {...(isNarrowed ? words.nothingFits : words.nothingYet)}
          clearHref={isNarrowed ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <InstructorTable
          caption={`${words.title} ${countText(loaderData)}`}
          rows={rows}
          order={order}
          fiscalYear={fiscalYear}
          address={address}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}
