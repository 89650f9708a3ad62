import { useLocation } from 'react-router';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { organizationKinds } from '../domain/organization-kind.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { listOrganizations } from '../organization-queries.server.ts';
import { organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-list.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, url, href } = call;
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const filters = { q: parameter('q'), kind: parameter('kind'), municipality: parameter('municipality') };
  const order = parameter('sort') === 'number' ? 'number' : 'kana';
  const cursor = decodeCursor(parameter('cursor'), order === 'kana' ? 2 : 1);
  const page = await listOrganizations(ctx, { filters, order, cursor });
  const rows = page.rows.map(({ sortKey: _, municipalityCode, kind, ...row }) => ({
    ...row,
    kind: organizationKinds.find(({ code }) => code === kind)?.label ?? kind,
    municipality: findMunicipality(municipalityCode)?.name ?? municipalityCode,
    href: href(`organizations/${row.id}`),
  }));
  const municipalities = listMunicipalities(ctx.corner).map(({ code, name }) => ({ value: code, label: name }));
  return {
    ...page,
    rows,
    filters,
    order,
    municipalities,
    newHref: recordHrefs(call, { records: organizationRecords, path: 'organizations' }).newHref,
  };
});

export default function OrganizationList({ loaderData }: Route.ComponentProps) {
  const { rows, filters, order, municipalities, next, previous, newHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  const sortLink = (name: string) => ({
    href: address({ sort: name }),
    direction: order === name ? ('ascending' as const) : ('none' as const),
  });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          newHref && (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          )
        }
      />
      <FilterBar keep={{ sort: order }} active={active} clearHref={location.pathname}>
        <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={filters.q} type="search" />
        <SelectField
          name="kind"
          label={words.kind}
          options={organizationKinds.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={filters.kind}
        />
        <SelectField
          name="municipality"
          label={words.municipality}
          options={municipalities}
          defaultValue={filters.municipality}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <DataTable
          caption={`${words.title} ${countText(loaderData)}`}
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              header: words.number,
              cell: (row) => row.number,
              sort: sortLink('number'),
              keepTogether: true,
            },
            {
              key: 'name',
              header: words.name,
              cell: (row) => <a href={row.href}>{row.name}</a>,
              sort: sortLink('kana'),
              rowHeader: true,
            },
            { key: 'kind', header: words.kind, cell: (row) => row.kind },
            { key: 'municipality', header: words.municipality, cell: (row) => row.municipality },
            { key: 'phone', header: words.phone, cell: (row) => row.phone ?? '', keepTogether: true },
          ]}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

function activeFilters(
  { filters, municipalities }: Route.ComponentProps['loaderData'],
  address: (changes: Record<string, string | undefined>) => string,
) {
  const kind = organizationKinds.find(({ code }) => code === filters.kind)?.label;
  const municipality = municipalities.find(({ value }) => value === filters.municipality)?.label;
  return [
    ...(filters.q ? [{ label: `${words.search}：${filters.q}`, removeHref: address({ q: undefined }) }] : []),
    ...(kind ? [{ label: `${words.kind}：${kind}`, removeHref: address({ kind: undefined }) }] : []),
    ...(municipality
      ? [{ label: `${words.municipality}：${municipality}`, removeHref: address({ municipality: undefined }) }]
      : []),
  ];
}
