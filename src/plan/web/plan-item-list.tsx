import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { targetText } from '../domain/target.ts';
import { groupBySection, listPlanItems } from '../plan-item-queries.server.ts';
import { planText as words } from '../text.ts';
import type { Route } from './+types/plan-item-list.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, year, href }) => {
  const items = await listPlanItems(ctx, { fiscalYear: year });
  const mayOpen = isAllowed(ctx.actor, 'plan-item.read', { corner: ctx.corner });
  const sections = groupBySection(items).map((section) => ({
    title: [section.mark, section.heading].filter(Boolean).join(' ') || words.otherSection,
    href: mayOpen && section.headingId ? href(`plan/${section.headingId}`) : undefined,
    items: section.items
      .filter(({ id }) => id !== section.headingId)
      .map(({ id, number, heading, plan, targets, owner, status }) => ({
        id,
        number,
        heading,
        plan: plan ?? '',
        owner: owner ?? '',
        targets: targets.map((target) => ({ label: target.label, value: targetText(target) })),
        status: status ? words.statusWritten : words.statusBlank,
        href: mayOpen ? href(`plan/${id}`) : undefined,
      })),
  }));
  return {
    sections,
    yearLabel: fiscalYearLabel(year),
    count: items.length,
    reportHref: href('reports/status'),
    newHref: isAllowed(ctx.actor, 'plan-item.write', { corner: ctx.corner }) ? href('plan/new') : undefined,
  };
});

export default function PlanItemList({ loaderData }: Route.ComponentProps) {
  const { sections, yearLabel, count, reportHref, newHref } = loaderData;
  const add = newHref && (
    <ButtonLink variant="solid" href={newHref}>
      {words.add}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={`${yearLabel} ${words.title}`}
        lead={words.lead}
        action={
          <>
            {count > 0 ? <ButtonLink href={reportHref}>{words.report}</ButtonLink> : null}
            {add}
          </>
        }
      />
      {count === 0 ? (
        <EmptyState title={words.emptyTitle(yearLabel)} actions={add}>
          {words.emptyLead}
        </EmptyState>
      ) : null}
      {sections.map((section) => (
        <section key={section.title} className="mb-8">
          <h2 className="mb-2 text-std-20B-150">
            {section.href ? <a href={section.href}>{section.title}</a> : section.title}
          </h2>
          {section.items.length > 0 ? <PlanItemTable section={section} /> : null}
        </section>
      ))}
    </>
  );
}

type Section = Route.ComponentProps['loaderData']['sections'][number];

function PlanItemTable({ section }: { readonly section: Section }) {
  return (
    <DataTable
      caption={`${section.title} ${words.count(section.items.length)}`}
      captionHidden
      dense
      rows={section.items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', header: words.number, cell: ({ number }) => number, keepTogether: true },
        {
          key: 'heading',
          header: words.heading,
          cell: ({ heading, href }) => (
            <span className="block wide:min-w-44">{href ? <a href={href}>{heading}</a> : heading}</span>
          ),
          rowHeader: true,
        },
        {
          key: 'plan',
          header: words.plan,
          cell: ({ plan }) => (
            <span className="line-clamp-3 whitespace-pre-line wide:min-w-72 print:line-clamp-none">{plan}</span>
          ),
        },
        {
          key: 'targets',
          header: words.targets,
          cell: ({ targets }) => (
            <ul className="wide:min-w-56">
              {targets.map(({ label, value }) => (
                <li key={label}>
                  {label} <b className="whitespace-nowrap">{value}</b>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'owner',
          header: words.owner,
          cell: ({ owner }) => <span className="block wide:min-w-34 print:whitespace-nowrap">{owner}</span>,
        },
        { key: 'status', header: words.status, cell: ({ status }) => status, keepTogether: true },
      ]}
    />
  );
}
