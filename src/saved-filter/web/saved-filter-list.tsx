import { data, Form, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { densityCookie, isDensity } from '#ui/density.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { isListAddress, keepConditions } from '../domain/saved-filter.ts';
import { listSavedFilters, removeFilter, saveFilter } from '../saved-filters.server.ts';
import { filterRefusalText, savedFilterText as words } from '../text.ts';
import type { Route } from './+types/saved-filter-list.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, href }) => {
  const filters = await listSavedFilters(ctx);
  return { filters: filters.map((filter) => ({ ...filter, href: `${href(filter.list)}?${filter.query}` })) };
});

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'saved-filter.use');
  const form = await readForm(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (form.has('remove')) {
    await removeFilter(ctx, text('remove'));
    throw redirect(href('filters'));
  }
  const wish = { list: text('list'), name: text('name'), query: text('query') };
  const query = keepConditions(wish.query);
  const address = new URL(isListAddress(wish.list) ? `${href(wish.list)}?${query}` : href('filters'), request.url);
  const back = `${address.pathname}${address.search}`;
  if (isDensity(text('density'))) {
    throw redirect(back, { headers: { 'set-cookie': densityCookie(text('density')) } });
  }
  const saved = await saveFilter(ctx, wish);
  if (saved.ok) throw redirect(back);
  return data({ message: filterRefusalText(saved.refusal), back }, { status: 422 });
});

export default function SavedFilterList({ loaderData: { filters }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={actionData !== undefined} />
      {actionData ? (
        <>
          <ErrorSummary errors={[{ message: actionData.message }]} />
          <p className="mb-4">
            <a href={actionData.back}>{words.back}</a>
          </p>
        </>
      ) : null}
      {filters.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState>
      ) : (
        <DataTable
          caption={`${words.title} ${filters.length}件`}
          dense
          rows={filters}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: words.name, cell: ({ href, name }) => <a href={href}>{name}</a>, rowHeader: true },
            { key: 'list', header: words.list, cell: ({ list }) => list },
            {
              key: 'act',
              header: words.act,
              acts: true,
              cell: ({ id, name }) => (
                <Form method="post">
                  <input type="hidden" name="remove" value={id} />
                  <Button>{words.remove(name)}</Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
