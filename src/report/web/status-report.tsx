import { Form } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { readAsOf } from '../as-of.ts';
import { isGoalsOnly } from '../domain/section-shape.ts';
import { reportFormats } from '../export-status-report.server.ts';
import { buildMetricLinks, unreportedAddress } from '../status-links.ts';
import { getStatusReport } from '../status-report.server.ts';
import { reportText as words } from '../text.ts';
import type { Route } from './+types/status-report.ts';
import { StatusGoals } from './status-goals.tsx';
import { StatusSectionView } from './status-section.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const today = ctx.today();
  const { asOf, wrong } = readAsOf(url, today);
  const report = await getStatusReport(ctx, { fiscalYear: year, asOf });
  const mayOpenVisits = isAllowed(ctx.actor, 'visit.read', { corner: ctx.corner });
  const address = { fiscalYear: year, asOf, today, visitsHref: href('visits'), surveysHref: href('surveys') };
  return {
    report,
    links: mayOpenVisits ? buildMetricLinks(address) : {},
    unreportedHref: mayOpenVisits ? unreportedAddress(address) : undefined,
    wrong,
    yearLabel: fiscalYearLabel(year),
    asOfLabel: formatEraDate(asOf),
    asOfTyped: formatSlashDate(asOf).slice(0, 10),
    planHref: href('plan'),
    downloads: reportFormats.map((format) => ({ format, href: `${href(`reports/status/${format}`)}?asOf=${asOf}` })),
  };
});

export default function StatusReportPage({ loaderData }: Route.ComponentProps) {
  const { report, links, yearLabel, asOfLabel, planHref, downloads } = loaderData;
  return (
    <>
      <PageHeader
        title={`${yearLabel} ${words.title}`}
        lead={words.asOfText(asOfLabel)}
        action={
          <>
            <span id="downloads" className="self-center text-dns-14N-130">
              {words.downloads}
            </span>
            <ul aria-labelledby="downloads" className="flex flex-wrap gap-2">
              {downloads.map(({ format, href }) => (
                <li key={format}>
                  <ButtonLink href={href} size="sm" variant={format === 'docx' ? 'solid' : 'outline'}>
                    {words.formats[format]}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </>
        }
      />
      <AsOfForm {...loaderData} />
      <Warnings {...loaderData} />
      {report.sections.length === 0 ? (
        <EmptyState
          title={words.emptyTitle(yearLabel)}
          actions={<ButtonLink href={planHref}>{words.toPlan}</ButtonLink>}
        >
          {words.emptyLead}
        </EmptyState>
      ) : null}
      {report.sections
        .filter((section) => !isGoalsOnly(section))
        .map((section, index) => (
          <StatusSectionView key={`${index} ${section.number}`} section={section} links={links} />
        ))}
      {report.sections.length === 0 ? null : <StatusGoals report={report} links={links} />}
      <p className="mt-6 text-dns-14N-130">{words.sources}</p>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function AsOfForm({ wrong, asOfTyped }: Loaded) {
  return (
    <Form
      method="get"
      data-density="compact"
      className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 rounded-8 bg-solid-gray-50 px-4 py-3 print:hidden"
    >
      <DateField
        name="asOf"
        label={words.asOf}
        hint={words.asOfHint}
        defaultValue={wrong ?? asOfTyped}
        error={wrong === undefined ? undefined : words.wrongDate(wrong)}
      />
      <Button>{words.show}</Button>
    </Form>
  );
}

function Warnings({ report, unreportedHref }: Loaded) {
  const { unreported, uncounted } = report;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {unreported > 0 ? (
        <Notification
          kind="warning"
          title={words.unreportedTitle(unreported)}
          actions={unreportedHref ? <ButtonLink href={unreportedHref}>{words.unreportedLink}</ButtonLink> : null}
        >
          {words.unreportedLead}
        </Notification>
      ) : null}
      {uncounted > 0 ? (
        <Notification kind="warning" title={words.uncountedTitle(uncounted)}>
          {words.uncountedLead}
        </Notification>
      ) : null}
    </div>
  );
}
