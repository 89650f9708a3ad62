import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { searchEverything } from '../search-queries.server.ts';
import { listResultGroups, type ResultGroup } from '../search-results.ts';
import { workText as words } from '../work-text.ts';
import type { Route } from './+types/search.ts';

export const handle = { breadcrumb: () => [{ label: words.search }] };

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const q = (url.searchParams.get('q') ?? '').trim();
  const found = await searchEverything(ctx, { q, fiscalYear: year });
  return { q, groups: found && listResultGroups(found, { q, href }) };
});

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { q, groups } = loaderData;
  const found = groups?.filter(({ items }) => items.length > 0) ?? [];
  return (
    <>
      <PageHeader title={words.search} lead={words.searchLead} />
      <Form method="get" data-density="compact" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <TextField name="q" label={words.searchLabel} hint={words.searchHint} type="search" defaultValue={q} />
        <Button variant="solid">{words.searchButton}</Button>
      </Form>
      {groups === undefined ? <p>{words.searchEmpty}</p> : null}
      {groups !== undefined && found.length === 0 ? (
        <EmptyState title={words.nothing(q)}>{words.nothingLead}</EmptyState>
      ) : null}
      {found.map((group) => (
        <Results key={group.title} group={group} />
      ))}
    </>
  );
}

function Results({ group }: { readonly group: ResultGroup }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{group.title}</h2>
      <DataTable
        caption={group.title}
        captionHidden
        dense
        rows={group.items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: words.columns.number, cell: ({ number }) => number, keepTogether: true },
          {
            key: 'name',
            header: words.columns.name,
            cell: ({ name, href }) => <a href={href}>{name}</a>,
            rowHeader: true,
          },
          { key: 'detail', header: group.detail, cell: ({ detail }) => detail },
        ]}
      />
      {group.allHref === undefined ? null : (
        <p className="mt-1">
          <a href={group.allHref} className="inline-flex min-h-11 items-center">
            {words.more}
          </a>
        </p>
      )}
    </section>
  );
}
