import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { retentionText as words } from '../text.ts';
import type { Route } from './+types/retention-list.ts';
import { planTones } from './plan-tones.ts';
import { loadRetention, takeDraft } from './retention-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = { breadcrumb: () => [{ label: words.title }] };
export const loader = staffPage(loadRetention);
export const action = staffPage(takeDraft);

export default function RetentionList({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Due page={page} />
      <Plans page={page} />
      <Periods page={page} />
    </>
  );
}

function Due({ page }: { readonly page: Page }) {
  return (
    <section aria-labelledby="due-heading" className="mb-8">
      <h2 id="due-heading" className="text-std-18B-160 mb-2">
        {words.due}
      </h2>
      {page.due === 0 ? (
        <EmptyState title={words.nothingDue}>{words.nothingDueLead}</EmptyState>
      ) : (
        <DataTable
          caption={words.dueCount(page.due)}
          dense
          rows={page.counts}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', header: words.kind, cell: ({ kind }) => kind, rowHeader: true },
            { key: 'count', header: words.count, cell: ({ count }) => `${count}`, align: 'end' },
          ]}
        />
      )}
      {page.mayDraft ? (
        <Form method="post" data-once className="mt-4 print:hidden">
          <Button variant="solid">{words.draft}</Button>
        </Form>
      ) : null}
      {page.isOpen ? <p className="mt-4">{words.openFirst}</p> : null}
    </section>
  );
}

function Plans({ page }: { readonly page: Page }) {
  return (
    <section aria-labelledby="plans-heading" className="mb-8">
      <h2 id="plans-heading" className="text-std-18B-160 mb-2">
        {words.plans}
      </h2>
      {page.plans.length === 0 ? (
        <EmptyState title={words.noPlans}>{words.noPlansLead}</EmptyState>
      ) : (
        <DataTable
          caption={words.plans}
          captionHidden
          dense
          rows={page.plans}
          rowKey={({ id }) => id}
          columns={[
            { key: 'plan', header: words.plan, cell: ({ label, href }) => <a href={href}>{label}</a>, rowHeader: true },
            {
              key: 'state',
              header: words.state,
              cell: ({ state, stateName }) => <ChipLabel tone={planTones[state]}>{stateName}</ChipLabel>,
            },
            { key: 'drafted', header: words.drafted, cell: ({ drafted }) => drafted },
            { key: 'approved', header: words.approved, cell: ({ approved }) => approved },
            { key: 'erased', header: words.erased, cell: ({ erased }) => erased },
          ]}
        />
      )}
    </section>
  );
}

function Periods({ page }: { readonly page: Page }) {
  return (
    <section aria-labelledby="periods-heading" className="mb-8">
      <h2 id="periods-heading" className="text-std-18B-160 mb-2">
        {words.periods}
      </h2>
      <p className="mb-3">{words.periodsLead}</p>
      <DataTable
        caption={words.periods}
        captionHidden
        dense
        rows={[...page.periods, ...words.others.map((other) => ({ ...other, from: words.always }))]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'kind', header: words.kind, cell: ({ kind }) => kind, rowHeader: true },
          { key: 'from', header: words.baseYear, cell: ({ from }) => from },
          { key: 'years', header: words.years, cell: ({ years }) => years },
          { key: 'source', header: words.source, cell: ({ source }) => source },
        ]}
      />
      {page.periodHref ? (
        <p className="mt-4 print:hidden">
          <ButtonLink href={page.periodHref}>{words.setPeriod}</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
