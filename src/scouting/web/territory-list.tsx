import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordHrefs } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { territoryRecords } from '../scouting-records.server.ts';
import { listQuotaProgress, listTerritories } from '../territory-queries.server.ts';
import { quotaShort, scoutingText, territoryText as words } from '../text.ts';
import type { Route } from './+types/territory-list.ts';
import { ScoutingTabs } from './scouting-tabs.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: scoutingText.listTitle, href: href('scouting') },
    { label: words.title },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, year, href } = call;
  const hrefs = recordHrefs(call, { records: territoryRecords, path: 'scouting/territories' });
  const territories = await listTerritories(ctx);
  const progress = await listQuotaProgress(ctx, year);
  return {
    rows: territories.map(({ municipalities, ...row }) => ({
      ...row,
      municipalities: municipalities.map((code) => findMunicipality(code)?.name ?? code).join('、'),
      editHref: hrefs.editHref(row.id),
      deleteHref: hrefs.deleteHref(row.id),
    })),
    months: (progress[0]?.months ?? []).map(({ month }, index) => ({
      month,
      label: `${Number(month.slice(5))}月`,
      href: `${href('scouting/calendar')}?month=${month}`,
      shares: progress.map(({ months }) => {
        const share = months[index];
        return share ? quotaShort(share) : '';
      }),
    })),
    coordinators: progress.map(({ coordinator }) => coordinator),
    yearLabel: fiscalYearLabel(year),
    base: href('scouting'),
    newHref: hrefs.newHref,
  };
});

export default function TerritoryList({ loaderData }: Route.ComponentProps) {
  const { rows, base, newHref } = loaderData;
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
      <ScoutingTabs base={base} current="territories" />
      {rows.length === 0 ? (
        <EmptyList {...words.empty} add={{ label: words.add, href: newHref }} />
      ) : (
        <Territories {...loaderData} />
      )}
      <Progress {...loaderData} />
    </>
  );
}

type Shown = Route.ComponentProps['loaderData'];

function Territories({ rows }: Shown) {
  return (
    <DataTable
      caption={`${words.title} ${rows.length}件`}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'coordinator',
          header: scoutingText.coordinator,
          cell: (row) => row.coordinator,
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'municipalities', header: words.municipalities, cell: (row) => row.municipalities },
        { key: 'quota', header: words.monthlyQuota, cell: (row) => `${row.monthlyQuota}件`, align: 'end' },
        { key: 'note', header: words.note, cell: (row) => row.note ?? '' },
        {
          key: 'acts',
          header: words.acts,
          acts: true,
          cell: ({ coordinator, editHref, deleteHref }) => (
            <span className="flex flex-wrap gap-x-3">
              <Act href={editHref} label={recordWords.edit} of={coordinator} />
              <Act href={deleteHref} label={recordWords.delete} of={coordinator} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Act({ href, label, of }: { readonly href: string | undefined; readonly label: string; readonly of: string }) {
  if (href === undefined) return null;
  return (
    <a href={href} className="inline-flex min-h-6 items-center">
      <span className="sr-only">{of}：</span>
      {label}
    </a>
  );
}

function Progress({ months, coordinators, yearLabel }: Shown) {
  if (coordinators.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-std-18B-160 mb-2">{words.progressTitle(yearLabel)}</h2>
      <DataTable
        caption={words.progressTitle(yearLabel)}
        captionHidden
        dense
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: 'month',
            header: words.month,
            cell: ({ label, href }) => <a href={href}>{label}</a>,
            rowHeader: true,
            keepTogether: true,
          },
          ...coordinators.map((name, index) => ({
            key: name,
            header: name,
            cell: ({ shares }: Shown['months'][number]) => shares[index] ?? '',
            align: 'end' as const,
          })),
        ]}
      />
    </section>
  );
}
